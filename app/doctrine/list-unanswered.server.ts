import type { Stance } from "#app/discussion/comment.ts";
import type { ThreadKey } from "#app/discussion/thread-order.ts";
import { sql } from "#db/sql.ts";
import type { ProvisionKind } from "./provision.ts";

const pageSize = 20;

type Named = { address: string; kind: ProvisionKind; number: string; title: string };

/** A provision that was commented and has no disposition. */
export type UnansweredProvision = Named & {
  id: number;
  comments: number;
  /** Letters whose current version cites it. */
  letters: number;
};

/** A comment on a provision in whose thread nobody answered officially. */
export type UnansweredComment = {
  id: number;
  /** Null when the account was deleted. */
  author: string | null;
  stance: Stance;
  /** The beginning of what it says, as it was typed. */
  beginning: string;
  agree: number;
  disagree: number;
  createdAt: Date;
  provision: Named;
};

/** A provision `p` as the newest revision that has it calls it, to be joined as `s`. */
const named = () => sql`
  lateral (
    select s.kind, s.number, s.title from provision_states s join revisions r on r.id = s.revision_id
    where s.provision_id = p.id order by r.dated desc limit 1) s`;

/** Provisions with comments and without a disposition, those with the most comments and citing letters first. */
export async function unansweredProvisions(
  textId: number,
  after: ThreadKey | null,
): Promise<{ provisions: UnansweredProvision[]; next: ThreadKey | null }> {
  const rows = await sql<UnansweredProvision[]>`
    with waiting as (
      select p.id, p.slug as address, d.comment_count as comments, (
        select count(distinct c.letter_id)::int from citations c join letters l on l.id = c.letter_id
        where c.provision_id = p.id and l.current_version = c.version_number and l.state not in ('draft', 'hidden')) as letters
      from provisions p join discussions d on d.provision_id = p.id and d.comment_count > 0
      where p.text_id = ${textId} and not exists (select 1 from dispositions x where x.provision_id = p.id)
    )
    select p.*, s.kind, s.number, s.title from waiting p join ${named()} on true
    where ${after === null ? sql`true` : sql`(p.comments + p.letters, p.id) < (${after.value}, ${after.id})`}
    order by p.comments + p.letters desc, p.id desc limit ${pageSize + 1}`;
  const provisions = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? provisions.at(-1) : undefined;
  return { provisions, next: last ? { value: last.comments + last.letters, id: last.id } : null };
}

/**
 * Comments that answer a provision itself and in whose thread nobody answered officially, by the lower bound of the
 * share that agrees (decision 0018), the newest first where nobody voted. The index of each discussion's order gives its
 * first ones, so what is read does not grow with the comments.
 */
export async function unansweredComments(
  textId: number,
  after: ThreadKey | null,
): Promise<{ comments: UnansweredComment[]; next: ThreadKey | null }> {
  const beyond = after === null ? sql`` : sql`and (c.agreement, c.id) < (${after.value}, ${after.id})`;
  const rows = await sql<(UnansweredComment & { agreement: number })[]>`
    with first as (
      select c.* from provisions p join discussions d on d.provision_id = p.id and d.comment_count > 0
      cross join lateral (
        select c.id, c.agreement, d.provision_id from comments c
        where c.discussion_id = d.id and c.above_id = 0 and c.deleted_at is null and c.hidden_at is null ${beyond}
          and not exists (
            select 1 from comments reply join official_answers o on o.comment_id = reply.id
            where reply.path > c.path and reply.path < c.path || '~' and reply.deleted_at is null
              and reply.hidden_at is null)
        order by c.agreement desc, c.id desc limit ${pageSize + 1}
      ) c
      where p.text_id = ${textId} order by c.agreement desc, c.id desc limit ${pageSize + 1}
    )
    select c.id, a.name as author, c.stance, left(c.body, 300) as beginning, c.agree_count as agree,
      c.disagree_count as disagree, c.agreement, c.created_at as "createdAt",
      json_build_object('address', p.slug, 'kind', s.kind, 'number', s.number, 'title', s.title) as provision
    from first join comments c on c.id = first.id join accounts a on a.id = c.account_id
    join provisions p on p.id = first.provision_id join ${named()} on true
    order by c.agreement desc, c.id desc`;
  const comments = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? comments.at(-1) : undefined;
  return { comments, next: last ? { value: last.agreement, id: last.id } : null };
}
