import { sql } from "#db/sql.ts";
import type { Vote } from "./comment.ts";
import { discussionAt } from "./discussion.server.ts";
import type { Place } from "./place.ts";

/**
 * Agrees or disagrees with a comment, changes one's mind, or takes the vote back: one vote an account and comment.
 * The same vote again changes nothing.
 * @returns the counts as they are now; `own` for the author's own comment; `letter-archived` where nothing changes any more
 */
export async function voteOnComment(
  place: Place,
  commentId: number,
  accountId: number,
  vote: Vote,
): Promise<
  | { outcome: "voted"; agree: number; disagree: number; vote: Vote }
  | { outcome: "not-found" | "own" | "letter-archived" }
> {
  return sql.begin(async (tx) => {
    // Votes on one comment wait for each other here, so each sees the one before it.
    const [comment] = await tx<{ author: number; agree: number; disagree: number; archived: boolean }[]>`
      select c.account_id as author, c.agree_count as agree, c.disagree_count as disagree,
        exists (select 1 from discussions d join letters l on l.id = d.letter_id
          where d.id = c.discussion_id and l.state = 'archived') as archived
      from comments c
      where c.id = ${commentId} and c.discussion_id = ${discussionAt(place)} and c.deleted_at is null and c.hidden_at is null
      for no key update of c`;
    if (!comment) return { outcome: "not-found" as const };
    if (comment.author === accountId) return { outcome: "own" as const };
    if (comment.archived) return { outcome: "letter-archived" as const };
    const [before] = await tx<{ agrees: boolean }[]>`
      select agrees from comment_votes where comment_id = ${commentId} and account_id = ${accountId}`;
    const now = vote === "none" ? undefined : vote === "agree";
    const change = (side: boolean) => Number(now === side) - Number(before?.agrees === side);
    const agree = comment.agree + change(true);
    const disagree = comment.disagree + change(false);
    const voted = { outcome: "voted" as const, agree, disagree, vote };
    if (before?.agrees === now) return voted;
    if (now === undefined)
      await tx`delete from comment_votes where comment_id = ${commentId} and account_id = ${accountId}`;
    else
      await tx`
        insert into comment_votes (comment_id, account_id, agrees) values (${commentId}, ${accountId}, ${now})
        on conflict (comment_id, account_id) do update set agrees = excluded.agrees, voted_at = now()`;
    await tx`update comments set agree_count = ${agree}, disagree_count = ${disagree} where id = ${commentId}`;
    return voted;
  });
}
