import { askNewestFirst, type Find, headline, newest, parted } from "#app/search/find.server.ts";
import type { Stance } from "./comment.ts";
import { toldPlace } from "./discussion.server.ts";
import type { Told } from "./place.ts";

/** A comment that was found; hits in `excerpt` are marked as app/search/find.server.ts says. */
export type FoundComment = Told & {
  id: number;
  author: string | null;
  stance: Stance;
  createdAt: Date;
  excerpt: string;
};

const text = (found: string) => `
  with found as (${found})
  select c.id, told.path, told.title, told.language, a.name as author, c.stance, c.created_at as "createdAt",
    ts_headline(case when $5::boolean then 'public.tribune_words'
      when told.language = 'fr' then 'public.tribune_french' else 'public.tribune_english' end::regconfig,
      ${parted("c.body")}, $1::tsquery, $4) as excerpt
  from found
  join comments c on c.id = found.id
  cross join ${toldPlace("c.discussion_id")}
  join accounts a on a.id = c.account_id
  order by c.id desc`;

const said = "said_at >= $6::text::timestamptz and said_at < $7::text::timestamptz";

/** The two ways of `searchComments`, so that a test can ask for their plans. */
export const searchCommentsTexts = {
  amongNewest: text(`
    select id from (
      select comment_id as id, search from comment_words where comment_id < $2::bigint and ${said}
      order by comment_id desc limit ${newest}
    ) w
    where search @@ $1::tsquery order by id desc limit $3`),
  byWords: text(`
    select comment_id as id from comment_words where search @@ $1::tsquery and comment_id < $2::bigint and ${said}
    order by comment_id + 0 desc limit $3`),
};

/**
 * Comments that answer a question, the newest first.
 * @param after the id of the last one of the page before
 * @returns `limit` comments and one more when there is a next page
 */
export function searchComments(find: Find, after: number | null, limit: number): Promise<FoundComment[]> {
  const before = after ?? Number.MAX_SAFE_INTEGER;
  const values = [find.query, before, limit + 1, headline, String(find.exact), find.from, find.to];
  return askNewestFirst<FoundComment>(searchCommentsTexts, values, limit + 1);
}
