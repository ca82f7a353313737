import { commentHtml } from "#app/discussion/comment-html.ts";
import { sql } from "#db/sql.ts";
import type { HoldReason } from "./pipeline.ts";

/** A comment that its author alone sees: it waits, or it was refused. */
export type OwnHeld = {
  id: number;
  html: string;
  heldAt: Date;
  reasons: HoldReason[];
  /** The comment whose new wording it is, and the one that it answers. */
  editsId: number | null;
  parentId: number | null;
  /** The decision that refused it, to be read and contested; null while it waits. */
  refusedBy: number | null;
  refused: boolean;
};

/** What an account has waiting or refused in a discussion, the newest first, at most a hundred. */
export async function readOwnHeld(discussionId: number, accountId: number): Promise<OwnHeld[]> {
  const rows = await sql<(Omit<OwnHeld, "html"> & { body: string })[]>`
    select h.id, h.body, h.held_at as "heldAt", h.reasons, h.edits_id as "editsId", h.parent_id as "parentId",
      h.state = 'refused' as refused, (
        select d.id from moderation_cases k join moderation_decisions d on d.case_id = k.id
        where k.held_id = h.id and d.decision = 'refuse' and d.undone_at is null order by d.id desc limit 1) as "refusedBy"
    from held_comments h
    where h.account_id = ${accountId} and h.discussion_id = ${discussionId} and h.state in ('waiting', 'refused')
    order by h.id desc limit 100`;
  return rows.map(({ body, ...row }) => ({ ...row, html: commentHtml(body) }));
}
