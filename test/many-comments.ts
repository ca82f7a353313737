import type postgres from "postgres";
import { deepest } from "#app/discussion/comment.ts";

/**
 * Fills a letter's discussion with `total` comments, all by one account and as their verbs would have left them:
 * each hundredth is a root with nine replies, each of which has nine; or only roots; or one root with all others as
 * replies; or each answers the one before, as deep as that goes. Their ids begin at `first`, their paths are decimal: eight digits that sort as the ids do.
 */
export async function fillComments(
  sql: postgres.Sql,
  letterId: number,
  accountId: number,
  total: number,
  shape: "tree" | "roots" | "replies" | "chain" = "tree",
): Promise<void> {
  const parent = {
    tree: sql`case when n % 100 = 0 then null when n % 10 = 0 then n - n % 100 else n - n % 10 end`,
    roots: sql`null::int`,
    replies: sql`case when n = 100 then null else 100 end`,
    chain: sql`case when n = 100 then null else least(n - 1, ${100 + deepest - 1}) end`,
  }[shape];
  await sql.begin(async (tx) => {
    // Nothing but rows: triggers and foreign keys would be asked a hundred thousand times what is known to hold.
    await tx`set local session_replication_role = replica`;
    await tx`set local statement_timeout = 0`;
    const [{ discussionId } = { discussionId: 0 }] = await tx<{ discussionId: number }[]>`
      select id as "discussionId" from discussions where letter_id = ${letterId}`;
    const [{ base } = { base: 0 }] = await tx<{ base: number }[]>`
      select (coalesce(max(id), 0) / 1000000 + 1)::int * 1000000 as base from comments where id < 90000000`;
    await tx`
      insert into comments (id, discussion_id, parent_id, root_id, depth, path, account_id, stance, body, submission_key,
        reply_count, agree_count, disagree_count)
      overriding system value
      with recursive numbered as (
        select n, ${parent} as parent from generate_series(100, ${total + 99}::int) n
      ), placed as (
        select n, parent, n as root, 0 as depth, lpad((${base}::int + n)::text, 8, '0') as path from numbered where parent is null
        union all
        select c.n, c.parent, p.root, p.depth + 1, p.path || lpad((${base}::int + c.n)::text, 8, '0')
        from placed p join numbered c on c.parent = p.n
      )
      select ${base}::bigint + n, ${discussionId}, ${base}::bigint + parent,
        case when parent is null then null else ${base}::bigint + root end, depth, path, ${accountId},
        (array['support', 'oppose', 'neutral'])[1 + n % 11 % 3],
        'Remark ' || n || ' on the **third** demand of the letter.', gen_random_uuid(),
        0, n::bigint * 7919 % 23, n::bigint * 104729 % 17
      from placed`;
    await tx`
      update comments c set reply_count = counted.replies, descendant_count = counted.below
      from (
        select left(path, 8 * level) as path, count(*) as below, count(*) filter (where level = depth) as replies
        from comments cross join lateral generate_series(1, depth) as level
        where discussion_id = ${discussionId} group by 1
      ) counted
      where counted.path = c.path`;
    await tx`
      insert into comment_words (comment_id, search, said_at)
      select id, search_vector(body), created_at from comments where discussion_id = ${discussionId}`;
    await tx`
      update discussions set comment_count = ${total}, last_comment_id = ${base + total + 99} where id = ${discussionId}`;
  });
  await sql`select setval(pg_get_serial_sequence('comments', 'id'), 900000000)`;
}
