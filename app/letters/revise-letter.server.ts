import { isDeepStrictEqual } from "node:util";
import { mayWrite } from "#app/co-authors/authorship.server.ts";
import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "./document.ts";
import type { LetterState, RevisionFields } from "./letter.ts";
import type { RevisionBase } from "./revision-base.ts";

/** The next version of a published letter, as its author's form needs it. */
export type Revision = {
  letterId: number;
  slug: string;
  state: LetterState;
  /** Whether the letter takes signatures, and so versions. */
  open: boolean;
  language: Language;
  title: string;
  summary: string;
  addressees: string[];
  document: DocumentNode;
  reason: string;
  /** The version it was made from. */
  basedOn: number;
  /** The newest version of the letter. */
  current: number;
  /** Grows with each edit; 0 while nothing was saved and all of it is the newest version's. */
  revision: number;
  editedAt: Date | null;
};

/**
 * What is being written as the next version of a letter; the newest version's text while nothing was saved. Null when
 * the letter is not published, or the account is neither author nor editor.
 */
export async function readRevision(slug: string, accountId: number): Promise<Revision | null> {
  const [revision] = await sql<Revision[]>`
    select l.id as "letterId", l.slug, l.state, l.language, l.current_version as current,
      l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open,
      coalesce(r.title, v.title) as title, coalesce(r.summary, v.summary) as summary,
      coalesce(r.addressees, v.addressees) as addressees, coalesce(r.document, v.signed -> 'document') as document,
      coalesce(r.reason, '') as reason, coalesce(r.based_on, l.current_version) as "basedOn",
      coalesce(r.revision, 0) as revision, r.edited_at as "editedAt"
    from letters l
    join letter_versions v on v.letter_id = l.id and v.number = l.current_version
    left join letter_revisions r on r.letter_id = l.id
    where l.slug = ${slug} and ${mayWrite("l", accountId)} and l.state not in ('draft', 'hidden')`;
  return revision ?? null;
}

/**
 * Saves what will be the next version; nobody else sees it.
 * @param base what the form was made on
 * @returns `stale` when it was saved, published or discarded elsewhere since: nothing is written then
 */
export async function saveRevision(
  slug: string,
  accountId: number,
  base: RevisionBase,
  fields: RevisionFields,
  document: DocumentNode,
): Promise<{ outcome: "saved"; revision: number } | { outcome: "stale" | "not-found" | "letter-closed" }> {
  const [saved] = await sql<{ revision: number }[]>`
    insert into letter_revisions as r (letter_id, title, summary, addressees, document, reason, based_on, edited_by)
    select l.id, ${fields.title}, ${fields.summary}, ${fields.addressees}, ${sql.json(document as never)},
      ${fields.reason}, l.current_version, ${accountId}
    from letters l
    where l.slug = ${slug} and ${mayWrite("l", accountId)} and l.state = 'open'
      and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date)
      and l.current_version = ${base.basedOn}
      and (${base.revision}::int = 0 or exists (select 1 from letter_revisions where letter_id = l.id))
    on conflict (letter_id) do update
      set title = excluded.title, summary = excluded.summary, addressees = excluded.addressees,
        document = excluded.document, reason = excluded.reason, based_on = excluded.based_on,
        edited_by = excluded.edited_by, revision = r.revision + 1, edited_at = now()
      where r.revision = ${base.revision}
    returning revision`;
  if (saved) return { outcome: "saved", revision: saved.revision };
  const standing = await readRevision(slug, accountId);
  if (!standing) return { outcome: "not-found" };
  if (!standing.open) return { outcome: "letter-closed" };
  // A second click: what would be saved is there already.
  return standing.revision > 0 && isSame(standing, fields, document)
    ? { outcome: "saved", revision: standing.revision }
    : { outcome: "stale" };
}

function isSame(standing: Revision, fields: RevisionFields, document: DocumentNode): boolean {
  const { title, summary, addressees, reason } = standing;
  return (
    isDeepStrictEqual({ title, summary, addressees, reason }, fields) &&
    isDeepStrictEqual(standing.document, document)
  );
}

/** Forgets what was written as the next version; discarding again changes nothing. */
export async function discardRevision(
  slug: string,
  accountId: number,
): Promise<{ outcome: "discarded" | "not-found" }> {
  const [own] = await sql<{ id: number }[]>`
    select id from letters where slug = ${slug} and ${mayWrite("letters", accountId)} and state not in ('draft', 'hidden')`;
  if (!own) return { outcome: "not-found" };
  await sql`delete from letter_revisions where letter_id = ${own.id}`;
  return { outcome: "discarded" };
}
