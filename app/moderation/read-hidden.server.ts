import type { DocumentNode } from "#app/letters/document.ts";
import type { Language } from "#app/languages/language.ts";
import { sql } from "#db/sql.ts";
import { removalOf, type Removal } from "./removal.server.ts";
import type { ReportReason } from "./reason.ts";

/** What has pages of its own that go when it is hidden. */
export const hiddenKinds = ["letter", "organisation"] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** What the page tells that stands where something was hidden; `own` is for those who wrote it. */
export type Hidden = {
  kind: HiddenKind;
  hiddenAt: Date;
  reason: ReportReason;
  /** The provision that it was removed for, where that is why. */
  law: Removal | null;
  own: {
    title: string;
    language: Language;
    /** What an organisation said of itself, or the summary of a letter. */
    words: string;
    /** The text of a letter's current version. */
    document: DocumentNode | null;
    /** The decision that hides it, where the reader is whom it concerns and may contest it. */
    decision: number | null;
  } | null;
};

const questions = {
  letter: (slug: string, accountId: number) => sql<Omit<Hidden, "kind">[]>`
    select l.hidden_at as "hiddenAt", l.hidden_for as reason,
      ${removalOf(sql`k.kind = 'letter' and k.letter_id = l.id`)} as law, case when exists (
        select 1 from co_authors c where c.letter_id = l.id and c.account_id = ${accountId}) then json_build_object(
      'title', v.title, 'language', v.language, 'words', v.summary, 'document', v.signed -> 'document',
      'decision', (${hiding(sql`k.kind = 'letter' and k.letter_id = l.id`, accountId)})) end as own
    from letters l join letter_versions v on v.letter_id = l.id and v.number = l.current_version
    where l.slug = ${slug} and l.hidden_at is not null`,
  organisation: (slug: string, accountId: number) => sql<Omit<Hidden, "kind">[]>`
    select o.hidden_at as "hiddenAt", o.hidden_for as reason,
      ${removalOf(sql`k.organisation_id = o.id`)} as law, case when exists (
        select 1 from organisation_members m where m.organisation_id = o.id and m.account_id = ${accountId})
      then json_build_object('title', h.name, 'language', 'en', 'words', h.about, 'document', null,
      'decision', (${hiding(sql`k.organisation_id = o.id`, accountId)})) end as own
    from organisations o join hidden_organisations h on h.organisation_id = o.id where o.slug = ${slug}`,
};

const hiding = (of: ReturnType<typeof sql>, accountId: number) => sql`
  select d.id from moderation_decisions d join moderation_cases k on k.id = d.case_id
  where ${of} and d.concerned_id = ${accountId} and d.decision in ('hide', 'remove') and d.undone_at is null
  order by d.id desc limit 1`;

/** What is told of something hidden; null when nothing hidden has this address. @param readerId 0 for a stranger */
export async function readHidden(kind: HiddenKind, slug: string, readerId: number): Promise<Hidden | null> {
  const [found] = await questions[kind](slug, readerId);
  return found ? { kind, ...found } : null;
}

const addresses = /^\/(letters|organisations)\/([a-z0-9][a-z0-9-]*?)(?:\.[a-z]+)?(?:\/|$)/;

/**
 * Where it is told that what is asked for was hidden: every address below a hidden letter or organisation answers with
 * that page. Null for everything else.
 * @param path as it was asked for, with its suffix
 */
export async function hiddenPageFor(path: string): Promise<string | null> {
  const [, folder, slug = ""] = addresses.exec(path) ?? [];
  if (!folder) return null;
  const kind = folder === "letters" ? "letter" : "organisation";
  const hidden =
    kind === "letter"
      ? await sql`select 1 from letters where slug = ${slug} and hidden_at is not null`
      : await sql`select 1 from organisations where slug = ${slug} and hidden_at is not null`;
  return hidden.count > 0 ? `/moderation/hidden?${kind}=${slug}` : null;
}
