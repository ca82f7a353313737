import type postgres from "postgres";
import type { Told } from "./crowd.ts";

type Row = { email: string; state: string; mails: number; lost: number };

/**
 * What is not as it was told, in words: each acknowledged signature is there exactly once, with one mail, or one for
 * each time it was asked for, that was sent or is still queued; each acknowledged confirmation is one. A signature
 * that was taken without its client hearing of it may be there too.
 */
export async function compare(sql: postgres.Sql, letterId: number, told: Told): Promise<string[]> {
  // As it was told before the database is asked: it may hold more by then, never less.
  const signed = [...told.signed];
  const confirmed = [...told.confirmed];
  const rows = await sql<Row[]>`
    with queued as materialized (
      select json_array_elements_text(payload)::bigint as id
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'send-mails'
    ), written as (
      select m.to_address, count(*)::int as mails,
        count(*) filter (where m.sent_at is null and not m.to_queue and m.id not in (select id from queued))::int as lost
      from mails m
      where m.kind = 'confirm-signature' group by m.to_address
    )
    select s.email, s.state, coalesce(w.mails, 0) as mails, coalesce(w.lost, 0) as lost
    from signatures s left join written w on w.to_address = s.email
    where s.letter_id = ${letterId}`;
  const there = Map.groupBy(rows, ({ email }) => email);
  const wrong: string[] = [];
  for (const [email, asked] of signed) {
    const [row, ...more] = there.get(email) ?? [];
    if (!row) wrong.push(`${email}: acknowledged and not there`);
    else if (more.length > 0) wrong.push(`${email}: there ${more.length + 1} times`);
    else if (row.mails < 1 || row.mails > asked)
      wrong.push(`${email}: ${row.mails} mails after being asked for ${asked} times`);
    else if (row.lost > 0) wrong.push(`${email}: a mail is neither sent nor queued`);
  }
  for (const email of confirmed)
    if (there.get(email)?.[0]?.state !== "confirmed") wrong.push(`${email}: confirmed and not so`);
  return wrong;
}

/** What does not add up once nobody signs any more and the sequencer has caught up. */
export async function addUp(
  sql: postgres.Sql,
  letterId: number,
): Promise<{ wrong: string[]; counted: number; waiting: boolean }> {
  const [sum] = await sql<
    {
      count: number;
      last: number;
      confirmed: number;
      numbered: number;
      different: number;
      most: number;
      due: number;
    }[]
  >`
    select l.signature_count as count, l.last_number as last,
      count(s.id) filter (where s.state = 'confirmed')::int as confirmed, count(s.number)::int as numbered,
      count(distinct s.number)::int as different, coalesce(max(s.number), 0) as most,
      count(s.id) filter (where s.counted <> (s.state = 'confirmed'))::int as due
    from letters l left join signatures s on s.letter_id = l.id and s.origin = 'form'
    where l.id = ${letterId} group by l.id`;
  if (!sum) return { wrong: ["the letter is gone"], counted: 0, waiting: false };
  const wrong: string[] = [];
  const { count, last, confirmed, numbered, different, most } = sum;
  if (count !== confirmed) wrong.push(`the count says ${count}, the rows ${confirmed}`);
  if (numbered !== confirmed || different !== numbered || most !== numbered || last !== numbered)
    wrong.push(
      `numbers are not dense: ${confirmed} confirmed, ${numbered} numbers, ${different} different, the last ${most}, noted ${last}`,
    );
  return { wrong, counted: count, waiting: sum.due > 0 };
}
