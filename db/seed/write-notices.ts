import { tellByClock } from "#app/notices/tell-by-clock.server.ts";
import { tellFollowers } from "#app/notices/tell-followers.server.ts";
import { sql, type Transaction } from "#db/sql.ts";

/** Of whom, of the newest replies to each, how many are told, and how many of them are unread. */
const told = 6;
const unread = 2;

/**
 * What the people of the sample content were told: the replies to their comments, the newest unread. All of it counts as
 * mailed, so that nobody is mailed about the past.
 */
export async function writeNotices(tx: Transaction, people: number[]): Promise<void> {
  await tx`
    insert into notices (account_id, kind, thread_id, comment_id, rhythm, created_at, mailed_at, read_at)
    select account_id, 'reply', thread_id, id, 'daily', created_at, created_at,
      case when place > ${unread} then created_at + interval '3 hours' end
    from (
      select up.account_id, c.root_id as thread_id, c.id, c.created_at,
        row_number() over (partition by up.account_id order by c.created_at desc, c.id desc) as place
      from comments c join comments up on up.id = c.parent_id
      where up.account_id = any(${people}) and c.account_id <> up.account_id
    ) replies
    where place <= ${told} order by created_at`;
  await tx`
    insert into subscriptions (account_id, text_id, rhythm)
    select a, t.id, 'weekly' from unnest(${people}::bigint[]) as a cross join (
      select id from doctrine_texts order by id limit 1) t`;
  await tx`
    insert into subscriptions (account_id, organisation_id, rhythm)
    select a, o.id, 'daily' from unnest(${people}::bigint[]) as a cross join (
      select id from organisations order by id limit 1) o`;
}

/** Tells what the clock would tell a minute later, so that the sample content is at rest; nobody is mailed of it. */
export async function tellOfSample(now: Date): Promise<void> {
  await tellByClock(now);
  while ((await tellFollowers()) === "told");
  await sql`update notices set mailed_at = now() where mailed_at is null`;
}
