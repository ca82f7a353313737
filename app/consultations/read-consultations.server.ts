import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { CommentWindow, Consultation } from "./consultation.ts";

/** When a consultation `c` ends or ended. */
export const endOf = (): Fragment => sql`least(c.closes_at, c.closed_at)`;

/**
 * Where a consultation `c` stands. It ends by the clock, for a transaction may have waited while it was closed; what
 * began before it opened is not in it.
 */
const stateOf = (): Fragment => sql`
  case when c.closed_at <= c.opens_at then 'called-off' when c.opens_at > now() then 'scheduled'
    when ${endOf()} > clock_timestamp() then 'open' else 'over' end`;

const columns = (): Fragment => sql`
  c.id, c.title, c.opens_at as "opensAt", ${endOf()} as "endsAt", ${stateOf()} as state`;

/** The consultations on a text, the newest first; two hundred at most. */
export async function listConsultations(textId: number): Promise<Consultation[]> {
  return sql<Consultation[]>`
    select ${columns()} from consultations c where c.text_id = ${textId} order by c.opens_at desc, c.id desc limit 200`;
}

/** One consultation on a text, or null. */
export async function readConsultation(textId: number, id: number): Promise<Consultation | null> {
  const [consultation] = await sql<Consultation[]>`
    select ${columns()} from consultations c where c.text_id = ${textId} and c.id = ${id}`;
  return consultation ?? null;
}

/**
 * Whether comments on a text are taken. A window is announced before it opens: from then on comments wait for it. One
 * that was called off counts for nothing.
 */
export async function commentWindow(
  textId: number,
  tx: Transaction | typeof sql = sql,
): Promise<CommentWindow> {
  const [nearest] = await tx<Exclude<CommentWindow, { state: "always" }>[]>`
    select * from (select ${columns()} from consultations c where c.text_id = ${textId}) each
    where state <> 'called-off'
    order by array_position(array['open', 'scheduled', 'over'], state),
      case when state = 'scheduled' then "opensAt" end, "endsAt" desc
    limit 1`;
  return nearest ?? { state: "always" };
}
