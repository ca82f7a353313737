import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { LogEvent } from "./log-event.ts";
import type { LawSource } from "./reason.ts";

/** One line of what was done in the open. Names stand in it only where they are public. */
export type LogLine = {
  id: number;
  at: Date;
  event: LogEvent;
  /** Of the published list, where the event has one. */
  reason: string;
  /** How many it was, or the number of the signature. */
  number: number | null;
  subject: string;
  /** The provision that something was removed for, and where that came from. */
  law: { provision: string; from: LawSource } | null;
  letter: { id: number; slug: string; title: string; language: Language } | null;
  organisation: { id: number; slug: string; name: string } | null;
  text: { id: number; slug: string; title: string; language: Language } | null;
  /** The account that it is about: the name it shows, null once it was deleted. */
  account: { name: string | null } | null;
};

const pageSize = 50;

/**
 * A page of the public log, the newest first.
 * @param page.letter the slug of the one letter it is read of, or null
 * @param page.event only lines of this event
 * @param page.reason only lines with this reason of a published list
 * @param page.before the id of the last line of the page before
 */
export async function readPublicLog(page: {
  letter: string | null;
  event?: LogEvent | null;
  reason?: string | null;
  before: number | null;
}): Promise<{ lines: LogLine[]; next: number | null }> {
  const rows = await sql<LogLine[]>`
    select p.id, p.at, p.event, p.reason, p.number, p.subject,
      case when p.law is not null then json_build_object('provision', p.law, 'from', p.law_from) end as law,
      case when l.id is not null then json_build_object('id', l.id, 'slug', l.slug, 'title', l.title, 'language', l.language) end as letter,
      case when o.id is not null then json_build_object('id', o.id, 'slug', o.slug, 'name', o.name) end as organisation,
      case when t.id is not null then json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'language', t.language) end as text,
      case when a.id is not null then json_build_object('name', a.name) end as account
    from public_log p
    left join letters l on l.id = p.letter_id and l.state <> 'hidden'
    left join organisations o on o.id = p.organisation_id and o.hidden_at is null
    left join doctrine_texts t on t.id = p.text_id
    left join accounts a on a.id = p.account_id
    where ${page.letter === null ? sql`true` : sql`p.letter_id = (select id from letters where slug = ${page.letter} and state <> 'draft')`}
      ${page.event ? sql`and p.event = ${page.event}` : sql``}
      ${page.reason ? sql`and p.reason = ${page.reason}` : sql``}
      ${page.before === null ? sql`` : sql`and p.id < ${page.before}`}
    order by p.id desc limit ${pageSize + 1}`;
  const lines = rows.slice(0, pageSize);
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.id ?? null) : null };
}

/** What a page or a feed of these lines is made of, by the names that changes are told with: it shows titles. */
export function madeOfLines(lines: LogLine[]): string[] {
  return lines.flatMap(({ letter, organisation, text }) => [
    ...(letter ? [`letter:${letter.id}`] : []),
    ...(organisation ? [`organisation:${organisation.id}`] : []),
    ...(text ? [`text:${text.id}`] : []),
  ]);
}
