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

/** The discussion that a notice is about: of a comment, of one that was decided on, or of one that was held. */
const discussion = "coalesce(c.discussion_id, spoken.discussion_id, h.discussion_id)";

/**
 * Notices `n` in words' reach: what they are about that the public sees; those of deleted comments are left out. What
 * was decided about somebody's own words is told to them whether the public sees it or not.
 */
export function readNotices(db: Queryable, which: Fragment): Promise<(Notice & { accountId: number })[]> {
  return db<(Notice & { accountId: number })[]>`
    select n.id, n.account_id as "accountId", n.kind, n.created_at as "createdAt", n.read_at is not null as read,
      coalesce(told.title, l.title, case when t.id is not null then concat_ws(' – ', rule.called, t.title) end, concerned.title) as title,
      coalesce(who.name, o.name, y.name, body.name, official.name) as who,
      coalesce(n.number, n.times) as number, left(coalesce(c.body, ''), 600) as body, coalesce(u.title, k.title) as name,
      case when n.kind = 'closing' then (date '2000-01-01' + n.number)::text else r.dated::text end as day,
      case when d.id is not null
        then json_build_object('decision', d.decision, 'subject', k0.kind, 'answer', d.answer) end as decided,
      dp.decision as disposition, case when n.kind = 'comment-held' then h.reasons end as reasons,
      case
        when c.id is not null then told.path || '/' || c.id || '#comment-' || c.id
        when n.kind = 'report-decided' then '/moderation/reasons'
        when d.id is not null then '/moderation/contest/' || d.id
        when h.released_as is not null then told.path || '/' || h.released_as || '#comment-' || h.released_as
        when h.id is not null then told.path || '#held-' || h.id
        when dp.id is not null then '/doctrine/' || t.slug || '/' || p.slug || '#disposition'
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
    left join moderation_decisions d on d.id = n.decision_id
    left join moderation_cases k0 on k0.id = d.case_id
    left join comments spoken on spoken.id = k0.comment_id
    left join held_comments h on h.id = coalesce(n.held_id, k0.held_id)
    left join lateral (
      select title from letters where id = coalesce(k0.letter_id, (select s.letter_id from submissions s where s.id = k0.submission_id))
        and (state <> 'hidden' or k0.kind = 'letter')
      union all
      select coalesce(x.name, g.name) from organisations g left join hidden_organisations x on x.organisation_id = g.id
      where g.id = k0.organisation_id) concerned on true
    left join ${sql.unsafe(toldPlace(discussion))} on true
    left join dispositions dp on dp.id = n.disposition_id
    left join provisions p on p.id = dp.provision_id
    left join lateral (
      select concat_ws(' ', nullif(number, ''), nullif(title, '')) as called from provision_states
      where provision_id = p.id order by revision_id desc limit 1) rule on true
    left join organisations body on body.id = dp.organisation_id and body.hidden_at is null
    left join accounts official on official.id = dp.account_id
    left join letters l on l.id = n.letter_id
    left join doctrine_texts t on t.id = n.text_id
    left join letter_updates u on u.id = n.update_id
    left join letter_replies y on y.id = n.reply_id
    left join revisions r on r.id = n.revision_id
    left join consultations k on k.id = n.consultation_id
    left join organisations o on o.id = n.organisation_id
    where ${which} and c.deleted_at is null and (l.id is null or l.state not in ('draft', 'hidden')) and (c.id is null and n.held_id is null or told.path is not null)
      and (o.id is null or o.hidden_at is null)
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
