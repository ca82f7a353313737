import { sql } from "#db/sql.ts";
import type { Delivery, HistoryEvent, Reply, Update } from "./record.ts";

/** More of a kind than any page shows or any author writes. */
const most = 200;

/** A letter's updates, the newest first. @param only the id of the one that is asked for */
export async function readUpdates(letterId: number, only?: number): Promise<Update[]> {
  return sql<Update[]>`
    select id, title, body, published_at as "publishedAt" from letter_updates
    where letter_id = ${letterId} and ${only === undefined ? sql`true` : sql`id = ${only}`}
    order by id desc limit ${most}`;
}

/** To whom a letter was handed over, the latest day first. */
export async function readDeliveries(letterId: number): Promise<Delivery[]> {
  return sql<Delivery[]>`
    select id, addressee, handed_on as day, version_number as version, sha256, signature_count as signatures,
      version_signature_count as "onVersion", organisation_count as organisations, imported_count as imported,
      recorded_at as "recordedAt"
    from letter_deliveries where letter_id = ${letterId} order by handed_on desc, id desc limit ${most}`;
}

/** What addressees replied to a letter, the latest day first. @param only the id of the one that is asked for */
export async function readReplies(letterId: number, only?: number): Promise<Reply[]> {
  return sql<Reply[]>`
    select r.id, r.name, r.office, r.replied_on as day, r.body, r.address, r.recorded_at as "recordedAt",
      r.recorded_as as "recordedAs", r.official,
      case when r.recorded_as = 'official' and a.deleted_at is null then a.name end as recorder
    from letter_replies r join accounts a on a.id = r.account_id
    where r.letter_id = ${letterId} and ${only === undefined ? sql`true` : sql`r.id = ${only}`}
    order by r.replied_on desc, r.id desc limit ${most}`;
}

/** All that happened to a letter since its publication, the latest day first, as its rows tell it. */
export async function readHistory(letterId: number): Promise<HistoryEvent[]> {
  const paris = (column: string) => sql`(${sql(column)} at time zone 'Europe/Paris')::date`;
  return sql<HistoryEvent[]>`
    select event, id, day, at, case when ${paris("at")} > day then ${paris("at")} end as "recordedOn", words, name, count,
      "closesOn", by
    from (
      select case number when 1 then 'published' else 'version' end as event, number::bigint as id,
        ${paris("published_at")} as day, published_at as at, reason as words, '' as name, 0 as count,
        null::date as "closesOn", 'author' as by
      from letter_versions where letter_id = ${letterId}
      union all
      select 'update', id, ${paris("published_at")}, published_at, title, '', 0, null, 'author'
      from letter_updates where letter_id = ${letterId}
      union all
      select 'delivered', id, handed_on, recorded_at, '', addressee, signature_count, null, 'author'
      from letter_deliveries where letter_id = ${letterId}
      union all
      select 'reply', id, replied_on, recorded_at, office, name, 0, null, recorded_as
      from letter_replies where letter_id = ${letterId}
      union all
      select event, 0, ${paris("at")}, at, reason, '', 0, closes_on,
        case when account_id is null then 'clock' else 'author' end
      from letter_events where letter_id = ${letterId}
    ) happened
    order by day desc, at desc, id desc limit ${2 * most}`;
}

/** All that is recorded of a letter. */
export async function readRecords(letterId: number) {
  const [updates, deliveries, replies, history] = await Promise.all([
    readUpdates(letterId),
    readDeliveries(letterId),
    readReplies(letterId),
    readHistory(letterId),
  ]);
  return { updates, deliveries, replies, history };
}
