import { randomUUID } from "node:crypto";
import { admitComment } from "#app/consultations/admit-comment.server.ts";
import type { CommentWindow } from "#app/consultations/consultation.ts";
import {
  type ChosenPassage,
  findPassage,
  type FoundPassage,
} from "#app/doctrine/place-annotations.server.ts";
import { lockOfficial } from "#app/doctrine/official-for.server.ts";
import { forgetParts } from "#app/moderation/hide-part.server.ts";
import { slowedUntil } from "#app/moderation/slow-mode.server.ts";
import { restrictionOf } from "#app/moderation/restriction.server.ts";
import { sql } from "#db/sql.ts";
import { checkComment, checkEdit, queueUp } from "#app/pipeline/check-comment.server.ts";
import { dropHeldEdits, heldBefore, heldEdit, holdComment } from "#app/pipeline/hold-comment.server.ts";
import { forgetComment, tellOfComment } from "#app/notices/tell-of-comment.server.ts";
import { type CommentForm, type Stance } from "./comment.ts";
import { discussionAt, isArchived, provisionPlaceOf } from "./discussion.server.ts";
import type { Place } from "./place.ts";
import { placeUnder, rewordComment, writeComment } from "./write-comment.server.ts";

/**
 * Posts a comment, or a reply when `parent` is given. The same `key` posts once, however often it is sent.
 * @param form.discussion the id of the discussion that the form was shown for; nothing is asked when it is left out
 * @param form.passage anchors the comment in a provision's own text
 * @param form.officially whether a reply is the answer of an official of the text
 * @returns `held` when it waits for a moderator: `id` is that of what is held (app/pipeline), nobody else sees it;
 *   `moved` when the address is another discussion's by now, with where the one that was meant is; `parent-gone` when the comment replied to does not exist in this discussion or was deleted; `window-closed`
 *   when the text takes comments at other times, `letter-archived` when the letter takes none any more; `not-official` when the account may not answer officially, or to nobody;
 *   `restricted` when moderation paused or barred the account (`until` null), `thread-locked` when it locked the thread,
 *   `too-soon` when slow mode takes nothing of the account before a moment
 */
export async function postComment(
  place: Place,
  accountId: number,
  form: CommentForm & {
    parent: number | null;
    key?: string;
    discussion?: number;
    officially?: boolean;
    passage?: ChosenPassage;
  },
): Promise<
  | { outcome: "posted" | "held"; id: number }
  | { outcome: "window-closed"; window: CommentWindow }
  | { outcome: "moved"; to: Place }
  | { outcome: "restricted"; until: Date | null }
  | { outcome: "too-soon"; from: Date }
  | { outcome: "not-found" | "parent-gone" | "not-official" | "letter-archived" | "thread-locked" }
  | Exclude<Awaited<ReturnType<typeof findPassage>>, { outcome: "found" }>
> {
  return sql.begin(async (tx) => {
    const [discussion] = await tx<
      { id: number; textId: number | null; letterId: number | null; archived: boolean | null }[]
    >`
      select d.id, p.text_id as "textId", d.letter_id as "letterId", l.state = 'archived' as archived from discussions d
      left join provisions p on p.id = d.provision_id left join letters l on l.id = d.letter_id
      where d.id = ${discussionAt(place)}`;
    if (form.discussion !== undefined && form.discussion !== discussion?.id) {
      const to = await provisionPlaceOf(tx, form.discussion);
      return to ? { outcome: "moved" as const, to } : { outcome: "not-found" as const };
    }
    if (!discussion) return { outcome: "not-found" as const };
    const key = form.key ?? randomUUID();
    await queueUp(tx, accountId);
    const [before] = await tx<{ id: number }[]>`
      select id from comments where submission_key = ${key} and account_id = ${accountId} and discussion_id = ${discussion.id}`;
    if (before) return { outcome: "posted" as const, id: before.id };
    const held = await heldBefore(tx, { key, accountId, discussionId: discussion.id });
    if (held) return held;
    if (discussion.archived) return { outcome: "letter-archived" as const };
    const restriction = await restrictionOf(tx, accountId);
    if (restriction) return { outcome: "restricted" as const, until: restriction.until };
    const { textId } = discussion;
    const officially = form.officially === true;
    if (officially && (textId === null || form.parent === null)) return { outcome: "not-official" as const };
    const admission = textId === null ? null : await admitComment(tx, textId, accountId, officially);
    if (admission && admission.outcome !== "admitted") return admission;
    const above = await placeUnder(tx, discussion.id, form.parent);
    if (!above || above.gone) return { outcome: "parent-gone" as const };
    // Locking the root waits for nobody here: a reply that is written at the same moment may still come in.
    if (above.locked) return { outcome: "thread-locked" as const };
    // What officials say as such is an answer that is waited for.
    const from = admission?.officially ? null : await slowedUntil(tx, discussion, accountId);
    if (from) return { outcome: "too-soon" as const, from };
    let passage: FoundPassage | null = null;
    if (form.passage) {
      const chosen = await findPassage(tx, discussion.id, form.passage);
      if (chosen.outcome !== "found") return chosen;
      passage = chosen.passage;
    }
    const written = { accountId, discussionId: discussion.id, stance: form.stance, body: form.body, key };
    // What officials of the text say as such is theirs to answer for: their mark was given by a person.
    if (!admission?.officially) {
      const checked = await checkComment(tx, written);
      if (checked.reasons.length > 0)
        return holdComment(tx, { ...written, parentId: form.parent, passage: form.passage ?? null }, checked);
    }
    const id = await writeComment(tx, written, above, passage);
    if (id === null) {
      // Two clicks at the same moment: the other one's insert has won and is committed now.
      const [other] = await tx<{ id: number }[]>`
        select id from comments where submission_key = ${key} and account_id = ${accountId} and discussion_id = ${discussion.id}`;
      return other ? { outcome: "posted" as const, id: other.id } : { outcome: "parent-gone" as const };
    }
    if (admission?.officially)
      await tx`
        insert into official_answers (comment_id, text_id, organisation_id)
        values (${id}, ${textId}, ${admission.officially.organisation?.id ?? null})`;
    await tellOfComment(tx, id);
    return { outcome: "posted" as const, id };
  });
}

/**
 * Changes a comment's words; the earlier ones stay readable. Saving the same words again changes nothing.
 * @returns `held` when the new words wait for a moderator, and the earlier ones stand meanwhile; `not-official` when it is an official answer and the account may no longer give it; `letter-archived` when
 *   nothing of the discussion changes any more; `part-hidden` while moderation hides a part of it: deleting one's own words stays possible
 */
export async function editComment(
  commentId: number,
  accountId: number,
  form: { body: string; stance: Stance },
): Promise<
  | { outcome: "edited" | "not-found" | "not-official" | "letter-archived" | "part-hidden" }
  | { outcome: "restricted"; until: Date | null }
  | { outcome: "held"; id: number }
> {
  return sql.begin(async (tx) => {
    // The badge says that an official said this: new words under it are an official's, in the same name.
    const [answer] = await tx<{ textId: number; organisationId: number | null }[]>`
      select o.text_id as "textId", o.organisation_id as "organisationId" from official_answers o
      join comments c on c.id = o.comment_id
      where c.id = ${commentId} and c.account_id = ${accountId} and c.deleted_at is null`;
    if (answer) {
      const official = await lockOfficial(tx, answer.textId, accountId);
      if (!official || (official.organisation?.id ?? null) !== answer.organisationId)
        return { outcome: "not-official" as const };
    }
    const [before] = await tx<{ body: string; stance: Stance; partHidden: boolean; discussionId: number }[]>`
      select body, stance, part_hidden_for is not null as "partHidden", discussion_id as "discussionId" from comments
      where id = ${commentId} and account_id = ${accountId} and deleted_at is null and hidden_at is null
      for update`;
    if (!before) return { outcome: "not-found" as const };
    // The words of the form are those that are shown: saved, they would be all that is left, or bring back what is hidden.
    if (before.partHidden) return { outcome: "part-hidden" as const };
    const waiting = await heldEdit(tx, commentId, form);
    if (waiting) return waiting;
    await dropHeldEdits(tx, commentId, "waiting");
    if (before.body === form.body && before.stance === form.stance) return { outcome: "edited" as const };
    if (await isArchived(tx, before.discussionId)) return { outcome: "letter-archived" as const };
    const restriction = await restrictionOf(tx, accountId);
    if (restriction) return { outcome: "restricted" as const, until: restriction.until };
    if (!answer) {
      const checked = await checkEdit(tx, { accountId, body: form.body });
      if (checked.reasons.length > 0)
        return holdComment(
          tx,
          { ...form, accountId, discussionId: before.discussionId, key: randomUUID(), editsId: commentId },
          checked,
        );
    }
    await rewordComment(tx, commentId, form);
    return { outcome: "edited" as const };
  });
}

/** Deletes a comment's words and earlier words; its place and its replies stay. Deleting twice is as once. */
export async function deleteComment(
  commentId: number,
  accountId: number,
): Promise<{ outcome: "deleted" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [comment] = await tx<{ discussionId: number; deleted_at: Date | null }[]>`
      select discussion_id as "discussionId", deleted_at from comments where id = ${commentId} and account_id = ${accountId} for update`;
    if (!comment) return { outcome: "not-found" as const };
    if (comment.deleted_at) return { outcome: "deleted" as const };
    await forgetParts(tx, { commentId });
    await tx`
      update comments set deleted_at = now(), body = '-', stance = 'neutral', hidden_at = null, hidden_for = null,
        part_hidden_for = null
      where id = ${commentId} and account_id = ${accountId} and deleted_at is null`;
    await tx`delete from hidden_words where comment_id = ${commentId}`;
    await tx`delete from comment_edits where comment_id = ${commentId}`;
    await tx`delete from comment_mentions where comment_id = ${commentId}`;
    await forgetComment(tx, commentId);
    await dropHeldEdits(tx, commentId, "all");
    await tx`update discussions set comment_count = comment_count - 1 where id = ${comment.discussionId}`;
    return { outcome: "deleted" as const };
  });
}
