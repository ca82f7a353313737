import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import type { Language } from "#app/languages/language.ts";
import { type Comparison, compareVersions } from "#app/letters/compare-versions.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { readVersion } from "#app/letters/read-letter.server.ts";
import { readForPublication } from "#app/translations/read-for-publication.server.ts";
import { sql } from "#db/sql.ts";

/** What an author submitted last, as its authors see it. */
export type OwnSubmission = {
  state: "waiting" | "refused";
  submittedAt: Date;
  /** Whether the text was changed since: then nobody reads it until it is submitted again. */
  changed: boolean;
  /** The decision that refused it, to be read and contested; null while it waits. */
  refusedBy: number | null;
};

/** The last thing submitted of a letter, while it waits or after it was refused; null otherwise. The caller has checked who asks. */
export async function readOwnSubmission(letterId: number): Promise<OwnSubmission | null> {
  const [last] = await sql<(Omit<OwnSubmission, "state"> & { state: string })[]>`
    select s.state, s.submitted_at as "submittedAt",
      s.revision is distinct from (case when s.version_number = 1 then l.draft_revision else r.revision end) as changed, (
        select d.id from moderation_cases k join moderation_decisions d on d.case_id = k.id
        where k.submission_id = s.id and d.decision = 'refuse' and d.undone_at is null
        order by d.id desc limit 1) as "refusedBy"
    from submissions s join letters l on l.id = s.letter_id
    left join letter_revisions r on r.letter_id = l.id and r.based_on = s.version_number - 1
    where s.letter_id = ${letterId} order by s.id desc limit 1`;
  return last?.state === "waiting" || last?.state === "refused" ? { ...last, state: last.state } : null;
}

/** A submitted text as a moderator reads it. */
export type SubmittedReading = {
  versionNumber: number;
  submittedAt: Date;
  /** Null when there is nothing to read any more: it was released, taken back, or changed since. */
  text: {
    authorName: string;
    addressees: string[];
    language: Language;
    /** Why there is a next version, in its author's words; empty for a first one. */
    reason: string;
    document: DocumentNode;
    passages: (CitedPassage | null)[];
    translations: { title: string; language: Language; document: DocumentNode }[];
    /** With the version that stands; null for a first one. */
    comparison: Comparison | null;
  } | null;
};

type Row = {
  letterId: number;
  versionNumber: number;
  submittedAt: Date;
  asSubmitted: boolean;
  title: string;
  summary: string;
  addressees: string[];
  authorName: string;
  language: Language;
  reason: string;
  document: DocumentNode;
};

/** A submission with its whole text, for moderators whose reach was checked; null when there is none by that id. */
export async function readSubmission(id: number): Promise<SubmittedReading | null> {
  const [row] = await sql<Row[]>`
    select l.id as "letterId", s.version_number as "versionNumber", s.submitted_at as "submittedAt",
      s.state in ('waiting', 'refused') and s.revision = coalesce(r.revision, l.draft_revision)
        and (s.version_number > 1) = (r.letter_id is not null) and (s.version_number > 1 or l.state = 'draft') as "asSubmitted",
      coalesce(r.title, l.title) as title, coalesce(r.summary, l.summary) as summary,
      coalesce(r.addressees, l.addressees) as addressees, l.author_name as "authorName", l.language,
      coalesce(r.reason, '') as reason, coalesce(r.document, l.draft) as document
    from submissions s join letters l on l.id = s.letter_id
    left join letter_revisions r on r.letter_id = l.id and r.based_on = s.version_number - 1 and s.version_number > 1
    where s.id = ${id}`;
  if (!row) return null;
  const { letterId, versionNumber, submittedAt, asSubmitted, ...text } = row;
  if (!asSubmitted) return { versionNumber, submittedAt, text: null };
  const [{ passages }, { texts: translations }, standing] = await Promise.all([
    readCitedPassages(text.document),
    readForPublication(letterId, text),
    versionNumber > 1 ? readVersion(letterId, versionNumber - 1) : null,
  ]);
  const comparison = standing ? compareVersions(standing, { ...text, translations }) : null;
  const { authorName, addressees, language, reason, document } = text;
  const read = { authorName, addressees, language, reason, document };
  return { versionNumber, submittedAt, text: { ...read, passages, translations, comparison } };
}
