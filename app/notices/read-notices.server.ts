import { type Fragment, type Queryable, sql } from "#db/sql.ts";
import { toldPlace } from "#app/discussion/discussion.server.ts";
import type { Notice } from "./notice.ts";

const pageSize = 30;
/** The bell says "99+" beyond. */
const most = 100;

/** How many unread notices an account has, up to 100. Every page of theirs asks it: an index alone answers. */
export async function countUnread(accountId: number): Promise<number> {
  const [row] = await sql<{ unread: number }[]>`
    select count(*)::int as unread from (
      select 1 from notices where account_id = ${accountId} and read_at is null limit ${most}) few`;
  return row?.unread ?? 0;
}

/** Notices `n` in words' reach: what they are about that the public sees; those of deleted comments are left out. */
export function readNotices(db: Queryable, which: Fragment): Promise<(Notice & { accountId: number })[]> {
  return db<(Notice & { accountId: number })[]>`
    select n.id, n.account_id as "accountId", n.kind, n.created_at as "createdAt", n.read_at is not null as read,
      coalesce(told.title, l.title, t.title) as title, coalesce(who.name, o.name, y.name) as who,
      coalesce(n.number, n.times) as number, left(coalesce(c.body, ''), 600) as body, coalesce(u.title, k.title) as name,
      case when n.kind = 'closing' then (date '2000-01-01' + n.number)::text else r.dated::text end as day,
      case
        when c.id is not null then told.path || '/' || c.id || '#comment-' || c.id
        when n.kind = 'version' then '/letters/' || l.slug || '/versions/' || n.number
        when u.id is not null then '/letters/' || l.slug || '/updates/' || u.id
        when y.id is not null then '/letters/' || l.slug || '/replies/' || y.id
        when l.id is not null then '/letters/' || l.slug
        when k.id is not null then '/doctrine/' || t.slug || '/consultations/' || k.id
        else '/doctrine/' || t.slug || '?revision=' || r.dated
      end as path
    from notices n
    left join comments c on c.id = n.comment_id
    left join accounts who on who.id = c.account_id
    left join ${sql.unsafe(toldPlace("c.discussion_id"))} on true
    left join letters l on l.id = n.letter_id
    left join doctrine_texts t on t.id = n.text_id
    left join letter_updates u on u.id = n.update_id
    left join letter_replies y on y.id = n.reply_id
    left join revisions r on r.id = n.revision_id
    left join consultations k on k.id = n.consultation_id
    left join organisations o on o.id = n.organisation_id
    where ${which} and c.deleted_at is null and (l.id is null or l.state not in ('draft', 'hidden')) and (c.id is null or told.path is not null)
    order by n.id desc`;
}

/**
 * A page of what an account was told, the newest first.
 * @returns the notices, and the key of the next page
 */
export async function listNotices(
  accountId: number,
  after: number | null,
): Promise<{ notices: Notice[]; next: number | null }> {
  const rows = await readNotices(
    sql,
    sql`n.id in (
      select id from notices where account_id = ${accountId} and ${after === null ? sql`true` : sql`id < ${after}`}
      order by id desc limit ${pageSize + 1})`,
  );
  const notices = rows.slice(0, pageSize);
  return { notices, next: rows.length > pageSize ? (notices.at(-1)?.id ?? null) : null };
}
