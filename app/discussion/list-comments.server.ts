import { sql } from "#db/sql.ts";
import type { Stance } from "./comment.ts";

/** How many comments a page of the list holds. */
const pageSize = 100;

/** A comment with all that is public about it. */
export type ListedComment = {
  id: number;
  parentId: number | null;
  /** Null when the account or the comment was deleted, or moderation hid the comment. */
  author: string | null;
  stance: Stance;
  /** As it was typed, in Markdown; empty when it was deleted or hidden. */
  body: string;
  agree: number;
  disagree: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  /** Why moderation hid its words; null for all others. */
  hiddenFor: string | null;
  /** In whose name it is an official answer: an organisation's, or "" for a person; null for everything else. */
  officialAnswer: string | null;
  /** The passage that it annotates, with the day of the revision it was read in. */
  quote: { exact: string; revision: string } | null;
};

/** The question behind `listComments`, not asked yet, so that a test can ask for its plan. */
export const askComments = (discussionId: number, after: number) => sql<ListedComment[]>`
  select c.id, c.parent_id as "parentId", c.stance, c.hidden_for as "hiddenFor", c.agree_count as agree,
    c.disagree_count as disagree, c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at as "deletedAt",
    case when c.deleted_at is null and c.hidden_at is null then a.name end as author,
    case when c.deleted_at is null and c.hidden_at is null then c.body else '' end as body,
    (select coalesce(org.name, '') from official_answers o left join organisations org on org.id = o.organisation_id
      where o.comment_id = c.id) as "officialAnswer",
    (select json_build_object('exact', n.exact, 'revision', r.dated) from annotations n
      join revisions r on r.id = n.revision_id where n.comment_id = c.id and c.deleted_at is null and c.hidden_at is null) as quote
  from comments c join accounts a on a.id = c.account_id
  where c.discussion_id = ${discussionId} and c.id > ${after}
  order by c.id limit ${pageSize + 1}`;

/**
 * A page of all that was said in a discussion, in the order of time.
 * @param after the last comment of the page before; 0 for the first page
 * @returns the comments and the key of the next page, null on the last one
 */
export async function listComments(
  discussionId: number,
  after: number,
): Promise<{ comments: ListedComment[]; next: number | null }> {
  const rows = await askComments(discussionId, after);
  const comments = rows.slice(0, pageSize);
  return { comments, next: rows.length > pageSize ? (comments.at(-1)?.id ?? null) : null };
}
