import type { Language } from "#app/languages/language.ts";
import { sql } from "#db/sql.ts";
import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import { foldWaiting } from "#app/together/fold-draft.server.ts";
import type { DraftText, Snapshot } from "./snapshot.ts";

/** A draft with what its history needs to know of it; null for whoever is not its co-author. */
export type DraftNow = DraftText & {
  id: number;
  slug: string;
  language: Language;
  role: CoAuthorRole;
  revision: number;
  editedAt: Date;
  editedBy: string | null;
};

/** A draft as it stands, for its history. */
export async function readDraftNow(slug: string, accountId: number): Promise<DraftNow | null> {
  await foldWaiting(slug);
  const [draft] = await sql<DraftNow[]>`
    select l.id, l.slug, l.language, l.title, l.summary, l.addressees, l.draft as document, l.draft_revision as revision,
      l.edited_at as "editedAt", a.name as "editedBy", c.role
    from letters l
    join co_authors c on c.letter_id = l.id and c.account_id = ${accountId}
    left join accounts a on a.id = l.edited_by
    where l.slug = ${slug} and l.state = 'draft'`;
  return draft ?? null;
}

/** The kept states of a draft, the newest first. */
export async function listSnapshots(letterId: number): Promise<Snapshot[]> {
  return sql<Snapshot[]>`
    select s.id, s.name, s.reason, w.name as "writtenBy", s.written_at as "writtenAt", t.name as "takenBy",
      s.taken_at as "takenAt"
    from draft_snapshots s
    left join accounts w on w.id = s.written_by
    join accounts t on t.id = s.taken_by
    where s.letter_id = ${letterId} order by s.id desc`;
}

/** The text of a kept state, or null when the draft has none by that number. */
export async function readSnapshot(letterId: number, id: number): Promise<DraftText | null> {
  const [snapshot] = await sql<DraftText[]>`
    select title, summary, addressees, document from draft_snapshots where letter_id = ${letterId} and id = ${id}`;
  return snapshot ?? null;
}
