import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import { keepSnapshot, reasonToKeep, type Standing } from "#app/drafts/keep-snapshot.server.ts";
import type { DocumentFault, DocumentNode } from "#app/letters/document.ts";
import { parseDecided, withSuggestions } from "#app/suggestions/decided-text.ts";
import { type Fragment, type Queryable, sql, type Transaction } from "#db/sql.ts";
import { sharedFrom, sharedOf, textOf, writeText } from "./shared-text.ts";

type Shared = { shared: Y.Doc; folded: number[]; lastWriter: number | null };

/** The shared draft as it is stored, or null when nobody has opened it together yet. The caller holds the letter's row. */
export async function readShared(tx: Transaction, letterId: number): Promise<Shared | null> {
  const [stored] = await tx<{ state: Uint8Array }[]>`
    select state from draft_states where letter_id = ${letterId}`;
  if (!stored) return null;
  const updates = await tx<{ id: number; accountId: number; body: Uint8Array }[]>`
    select id, account_id as "accountId", body from draft_updates where letter_id = ${letterId} order by id`;
  return {
    shared: sharedOf(
      stored.state,
      updates.map(({ body }) => body),
    ),
    folded: updates.map(({ id }) => id),
    lastWriter: updates.at(-1)?.accountId ?? null,
  };
}

async function keepState(tx: Transaction, letterId: number, { shared, folded }: Shared): Promise<void> {
  const state = Buffer.from(Y.encodeStateAsUpdate(shared));
  await tx`
    insert into draft_states (letter_id, state) values (${letterId}, ${state})
    on conflict (letter_id) do update set state = excluded.state, written_at = now()`;
  // By number: what others write meanwhile has not been read.
  await tx`delete from draft_updates where letter_id = ${letterId} and id = any(${folded})`;
}

/**
 * Brings `letters.draft` up to what was decided of what was typed together, and makes one state of its updates. The
 * caller holds the letter's row; what depends on the draft's revision reads it afterwards.
 * @returns the fault when what was typed is no letter: `letters.draft` then stays as it was
 */
export async function foldDraft(tx: Transaction, letterId: number): Promise<DocumentFault | null> {
  // To read a shared document takes its time: not for a draft in which nobody has typed since.
  const waiting = await tx`select 1 from draft_updates where letter_id = ${letterId} limit 1`;
  if (waiting.count === 0) return null;
  const stored = await readShared(tx, letterId);
  if (!stored) return null;
  const parsed = parseDecided(textOf(stored.shared));
  if (!parsed.ok) return parsed.fault;
  await writeDraft(tx, letterId, stored.lastWriter, parsed.document);
  await keepState(tx, letterId, stored);
  return null;
}

/**
 * Holds the row of a draft, brought up to what was typed together, for what depends on its text or its revision.
 * @param who the part of the question that keeps it to those who may, over the table `letters`
 * @returns its id, or null when there is no such draft for them
 */
export async function holdDraft(tx: Transaction, slug: string, who: Fragment): Promise<number | null> {
  const [held] = await tx<{ id: number }[]>`
    select id from letters where slug = ${slug} and ${who} and state = 'draft' for update`;
  if (!held) return null;
  await foldDraft(tx, held.id);
  return held.id;
}

/** For so long after a state was kept, taking turns in writing keeps no other one: two who type do so all the time. */
const oneSitting = "10 minutes";

async function writeDraft(
  tx: Transaction,
  letterId: number,
  accountId: number | null,
  document: DocumentNode,
): Promise<void> {
  const [standing] = await tx<(Standing & { document: DocumentNode; recent: boolean })[]>`
    select id, draft as document, edited_by as "editedBy", edited_at as "editedAt", length(draft::text) as size,
      exists (
        select 1 from draft_snapshots s
        where s.letter_id = l.id and s.taken_at > now() - ${oneSitting}::interval
      ) as recent
    from letters l where id = ${letterId} and state = 'draft'`;
  if (!standing || accountId === null || isDeepStrictEqual(standing.document, document)) return;
  const reason = reasonToKeep(standing, accountId, JSON.stringify(document).length);
  if (reason === "much-gone" || (reason && !standing.recent))
    await keepSnapshot(tx, letterId, accountId, reason);
  await tx`
    update letters set draft = ${tx.json(document as never)}, draft_revision = draft_revision + 1, edited_at = now(),
      edited_by = ${accountId}
    where id = ${letterId}`;
}

/**
 * Makes the shared draft say what a form says, for those who have it open and whoever opens it next. Those who never
 * opened it together are none: then there is nothing to do. What is proposed stays where the text is unchanged. The caller holds the row and has folded the draft.
 */
export async function shareText(
  tx: Transaction,
  letterId: number,
  accountId: number,
  document: DocumentNode,
): Promise<void> {
  const stored = await readShared(tx, letterId);
  if (!stored) return;
  const update = Buffer.from(writeText(stored.shared, withSuggestions(textOf(stored.shared), document)));
  await tx`
    insert into draft_updates (letter_id, account_id, body) values (${letterId}, ${accountId}, ${update})`;
}

/**
 * Folds a draft where something waits for it, as every page that shows the draft asks for.
 * @returns the fault that keeps it from being folded, or null
 */
export async function foldWaiting(slug: string): Promise<DocumentFault | null> {
  const [waiting] = await sql<{ id: number }[]>`
    select l.id from letters l
    where l.slug = ${slug} and l.state = 'draft' and exists (select 1 from draft_updates u where u.letter_id = l.id)`;
  return waiting ? foldLetter(waiting.id) : null;
}

/** The same for a letter that is known. */
export async function foldLetter(letterId: number): Promise<DocumentFault | null> {
  return sql.begin(async (tx) => {
    const [held] = await tx`select 1 from letters where id = ${letterId} and state = 'draft' for update`;
    return held ? foldDraft(tx, letterId) : null;
  });
}

/**
 * The state of a shared draft for whoever opens it, made of `letters.draft` when it is opened for the first time.
 * @returns null when there is no such draft any more
 */
export async function openShared(letterId: number): Promise<Uint8Array | null> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ document: DocumentNode }[]>`
      select draft as document from letters where id = ${letterId} and state = 'draft' for update`;
    if (!letter) return null;
    // Folding makes one state of however many updates; what is no letter is opened as well, to be mended.
    await foldDraft(tx, letterId);
    const stored = await readStored(letterId, tx);
    if (stored.length > 0) return asOne(stored);
    await beginShared(tx, letterId, letter.document);
    return asOne(await readStored(letterId, tx));
  });
}

/** Makes the shared draft of a new letter, so that its page has something to begin with. */
export async function beginShared(tx: Queryable, letterId: number, document: DocumentNode): Promise<void> {
  const state = Buffer.from(Y.encodeStateAsUpdate(sharedFrom(document)));
  await tx`
    insert into draft_states (letter_id, state) values (${letterId}, ${state}) on conflict (letter_id) do nothing`;
}

/**
 * All that is stored of a shared draft, read at one moment and without its lock: its state, and what came after. Empty for
 * one that nobody has begun.
 */
export async function readStored(letterId: number, tx: Queryable = sql): Promise<Uint8Array[]> {
  const found = await tx<{ body: Uint8Array }[]>`
    select state as body, 0 as id from draft_states where letter_id = ${letterId}
    union all
    select body, id from draft_updates where letter_id = ${letterId}
    order by id`;
  return found.map(({ body }) => body);
}

/** What is stored of a shared draft as one update, for a page; null where there is nothing. */
export const asOne = (stored: Uint8Array[]): Uint8Array | null =>
  stored.length > 1 ? Y.mergeUpdates(stored) : (stored[0] ?? null);
