import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "#db/sql.ts";
import { countSignatures } from "./count-signatures.server.ts";
import type { ImportedSignature } from "./imported-signature.ts";
import { searchText } from "./search-text.ts";

/** Rows in one statement: short enough that readers never wait for it. */
const batch = 1000;

/**
 * A key for each signature, the same whenever the same file is read again. Rows that are alike to the letter
 * may be different people ("H. M." twice), so the key counts them.
 */
function importKeys(signatures: ImportedSignature[]): string[] {
  const occurrences = new Map<string, number>();
  return signatures.map(({ kind, name, role, affiliation, statement, website, country, signedAt }) => {
    const row = JSON.stringify([kind, name, role, affiliation, statement, website, country, signedAt]);
    const digest = createHash("sha256").update(row).digest("hex").slice(0, 40);
    const occurrence = (occurrences.get(digest) ?? 0) + 1;
    occurrences.set(digest, occurrence);
    return `import:${digest}:${occurrence}`;
  });
}

/**
 * Adds signatures taken over from elsewhere to a letter's current version, marked as imported and unverified;
 * those that are there already, by an earlier import, are left as they are. Stopped half-way, it goes on where
 * it stopped when it is run again.
 * @param onProgress hears how many are done, after each batch
 */
export async function importSignatures(
  slug: string,
  signatures: ImportedSignature[],
  onProgress: (done: number) => void = () => undefined,
): Promise<
  { outcome: "imported"; added: number; present: number } | { outcome: "not-found" | "letter-archived" }
> {
  const [letter] = await sql<{ id: number; version: number; language: string; archived: boolean }[]>`
    select id, current_version as version, language, state = 'archived' as archived from letters
    where slug = ${slug} and state not in ('draft', 'hidden')`;
  if (!letter) return { outcome: "not-found" };
  if (letter.archived) return { outcome: "letter-archived" };
  const keys = importKeys(signatures);
  const rows = signatures.map((signature, index) => ({
    ...signature,
    signer_key: keys[index],
    signed_at: signature.signedAt,
    search_text: searchText(signature.name, signature.role, signature.affiliation),
  }));
  let added = 0;
  for (let at = 0; at < rows.length; at += batch) {
    const written = await sql`
      insert into signatures (letter_id, version_number, signer_key, origin, kind, state, name, role, affiliation,
        statement, website, country, name_shown, keep_informed, language, signed_at, confirmed_at, search_text)
      select ${letter.id}, ${letter.version}, signer_key, 'import', kind, 'confirmed', name, role, affiliation,
        statement, website, country, true, false, ${letter.language}, coalesce(signed_at, now()), now(), search_text
      from jsonb_to_recordset(${sql.json(rows.slice(at, at + batch))}) as r (signer_key text, kind text, name text,
        role text, affiliation text, statement text, website text, country text, signed_at timestamptz, search_text text)
      on conflict (letter_id, signer_key) do nothing`;
    added += written.count;
    onProgress(Math.min(at + batch, rows.length));
  }
  await countAll();
  return { outcome: "imported", added, present: rows.length - added };
}

/** Counts what is there to count; a running server's sequencer may be at it, and then goes on with the rest. */
async function countAll(): Promise<void> {
  for (let waits = 0; waits < 20;) {
    const outcome = await countSignatures();
    if (outcome === "done") return;
    if (outcome === "busy") await sleep(100 + 10 * waits++);
  }
}
