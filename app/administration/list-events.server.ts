import { sql } from "#db/sql.ts";
import type { Act, Changes } from "./act.ts";

/** One thing that an administrator did. Names are those of today; null when the account is deleted. */
export type AdministrationEvent = {
  id: number;
  at: Date;
  by: { id: number; name: string | null };
  act: Act;
  account: { id: number; name: string | null } | null;
  subject: string;
  changes: Changes;
};

const perPage = 50;

/**
 * What administrators did, the newest first.
 * @param wish.acts which acts, null for all of them; `by` the id of an administrator, null for all
 * @param wish.before the id below which the page begins, null for the first one
 * @returns the events, and the key of the next page; null on the last one
 */
export async function listEvents(wish: {
  acts: Act[] | null;
  by: number | null;
  before: number | null;
  count?: number;
}): Promise<{ events: AdministrationEvent[]; next: number | null }> {
  const { acts, by, before, count = perPage } = wish;
  const rows = await sql<AdministrationEvent[]>`
    select e.id, e.happened_at as at, json_build_object('id', a.id, 'name', a.name) as by, e.act,
      case when e.account_id is not null then json_build_object('id', o.id, 'name', o.name) end as account,
      e.subject, e.changes
    from administration_events e
    join accounts a on a.id = e.administrator_id
    left join accounts o on o.id = e.account_id
    where (${acts}::text[] is null or e.act = any(${acts}))
      and (${by}::bigint is null or e.administrator_id = ${by})
      and (${before}::bigint is null or e.id < ${before})
    order by e.id desc limit ${count + 1}`;
  const events = rows.slice(0, count);
  return { events, next: rows.length > count ? (events.at(-1)?.id ?? null) : null };
}

/** Everybody who did something as an administrator, by name. */
export async function listActors(): Promise<{ id: number; name: string | null }[]> {
  return sql<{ id: number; name: string | null }[]>`
    select id, name from accounts where id in (select administrator_id from administration_events)
    order by name nulls last, id limit 200`;
}
