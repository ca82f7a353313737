import { isAuthor } from "#app/co-authors/authorship.server.ts";
import type { Transaction } from "#db/sql.ts";
import { restrictionOf } from "#app/moderation/restriction.server.ts";
import { mailedADay, type Recorded } from "./record.ts";

export type LockedLetter = {
  id: number;
  title: string;
  slug: string;
  archived: boolean;
  own: boolean;
  version: number;
  /** The first and the last day that something may have happened to it: its publication's and today, in Paris. */
  publishedOn: string;
  today: string;
};

/**
 * A published letter's row, so that of two clicks one waits for the other; undefined when there is none.
 * @param tx asks everything else once this has answered: a question that waited for a lock has an old view
 */
export async function lockLetter(
  tx: Transaction,
  slug: string,
  accountId: number,
): Promise<LockedLetter | undefined> {
  const [letter] = await tx<LockedLetter[]>`
    select l.id, l.title, l.slug, l.state = 'archived' as archived, ${isAuthor("l", accountId)} as own,
      l.current_version as version, (l.published_at at time zone 'Europe/Paris')::date as "publishedOn",
      (now() at time zone 'Europe/Paris')::date as today
    from letters l where l.slug = ${slug} and l.state not in ('draft', 'hidden') for no key update`;
  return letter;
}

type Table = "letter_updates" | "letter_deliveries" | "letter_replies";

/** What the same form has recorded before, as the answer to sending it again; else why nothing is taken. */
export async function recordedBefore(
  tx: Transaction,
  table: Table,
  letter: LockedLetter,
  accountId: number,
  key: string,
): Promise<Recorded | null> {
  const [before] = await tx<{ id: number }[]>`
    select id from ${tx(table)}
    where letter_id = ${letter.id} and account_id = ${accountId} and submission_key = ${key}`;
  if (before) return { outcome: "recorded", id: before.id };
  return letter.archived ? { outcome: "letter-archived" } : restrictionOf(tx, accountId);
}

/** Why something cannot have happened to a letter on that day, or null. */
export function refuseDay(
  { publishedOn, today }: LockedLetter,
  day: string,
): { outcome: "day-too-early" | "day-to-come" } | null {
  if (day < publishedOn) return { outcome: "day-too-early" };
  return day > today ? { outcome: "day-to-come" } : null;
}

/** Whether the letter's signatories have been mailed as often as they may be today, counted from the mails themselves. */
export async function mailedTooOften(
  tx: Transaction,
  letterId: number,
  kind: "update" | "reply",
): Promise<{ outcome: "too-often"; wait: number } | null> {
  const [full] = await tx<{ wait: number }[]>`
    select ceil(extract(epoch from min(begun_at) + interval '24 hours' - now()))::int as wait
    from (
      select begun_at from letter_mails
      where letter_id = ${letterId} and begun_at > now() - interval '24 hours'
        and ${kind === "update" ? tx`update_id is not null` : tx`reply_id is not null`}
      order by begun_at desc limit ${mailedADay}) m
    having count(*) >= ${mailedADay}`;
  return full ? { outcome: "too-often", wait: Math.max(1, full.wait) } : null;
}
