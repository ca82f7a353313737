import { createHmac, timingSafeEqual } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { keyFor } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { sql } from "#db/sql.ts";
import { lockForAuthor } from "./authorship.server.ts";
import { coAuthorLimits } from "./co-author.ts";
import { recordEvent } from "./record-event.server.ts";

// Authors can look a link up again, so its secret is made from its number by a key, and none of it is in the database.
const sealOf = (id: number) => createHmac("sha256", keyFor("draft shares")).update(String(id)).digest();
const tokenOf = (id: number) => `${id}-${sealOf(id).toString("base64url")}`;

function idOf(token: string): number | null {
  const [, id = "", seal = ""] = /^([1-9]\d{0,15})-([\w-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(seal, "base64url");
  const right = sealOf(Number(id));
  return given.length === right.length && timingSafeEqual(given, right) ? Number(id) : null;
}

/** A secret link to read a draft, as its authors see it. */
export type DraftShare = { id: number; token: string; createdBy: string | null; createdAt: Date };

/** Makes a link by which whoever has it reads the draft, until it is revoked or the letter is published. */
export async function shareDraft(
  slug: string,
  by: Account,
): Promise<{ outcome: "shared" | "not-found" | "published" | "full" }> {
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, by);
    if (!letter) return { outcome: "not-found" as const };
    const [state] = await tx<{ draft: boolean; open: number }[]>`
      select state = 'draft' as draft,
        (select count(*)::int from draft_shares where letter_id = ${letter.id} and revoked_at is null) as open
      from letters where id = ${letter.id}`;
    if (!state?.draft) return { outcome: "published" as const };
    if (state.open >= coAuthorLimits.shares) return { outcome: "full" as const };
    await tx`insert into draft_shares (letter_id, created_by) values (${letter.id}, ${by.id})`;
    await recordEvent(tx, letter.id, by.id, "shared");
    return { outcome: "shared" as const };
  });
}

/** Ends a link; ending it twice changes nothing. */
export async function revokeShare(
  slug: string,
  by: Account,
  id: number,
): Promise<{ outcome: "revoked" | "not-found" }> {
  return sql.begin(async (tx) => {
    const letter = await lockForAuthor(tx, slug, by);
    if (!letter) return { outcome: "not-found" as const };
    const revoked = await tx`
      update draft_shares set revoked_at = now()
      where letter_id = ${letter.id} and id = ${id} and revoked_at is null`;
    if (revoked.count > 0) await recordEvent(tx, letter.id, by.id, "unshared");
    return { outcome: "revoked" as const };
  });
}

/** The links to a letter's draft that hold, the newest first: secrets, for authors alone. */
export async function listShares(letterId: number): Promise<DraftShare[]> {
  const shares = await sql<Omit<DraftShare, "token">[]>`
    select s.id, a.name as "createdBy", s.created_at as "createdAt"
    from draft_shares s join accounts a on a.id = s.created_by
    where s.letter_id = ${letterId} and s.revoked_at is null order by s.id desc`;
  return shares.map((share) => ({ ...share, token: tokenOf(share.id) }));
}

/** A draft as whoever has a link reads it. */
export type SharedDraft = {
  slug: string;
  state: string;
  title: string;
  summary: string;
  addressees: string[];
  authorName: string;
  language: Language;
  closesOn: string | null;
  document: DocumentNode;
  editedAt: Date;
};

/** The letter behind a link, or null when the link is unknown or was revoked. */
export async function readSharedDraft(token: string): Promise<SharedDraft | null> {
  const id = idOf(token);
  if (id === null) return null;
  const [draft] = await sql<SharedDraft[]>`
    select l.slug, l.state, l.title, l.summary, l.addressees, l.author_name as "authorName", l.language,
      l.closes_on as "closesOn", l.draft as document, l.edited_at as "editedAt"
    from draft_shares s join letters l on l.id = s.letter_id where s.id = ${id} and s.revoked_at is null`;
  return draft ?? null;
}
