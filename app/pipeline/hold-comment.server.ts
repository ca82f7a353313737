import type { Stance } from "#app/discussion/comment.ts";
import { isArchived } from "#app/discussion/discussion.server.ts";
import { placeUnder, rewordComment, writeComment } from "#app/discussion/write-comment.server.ts";
import { type ChosenPassage, findPassage } from "#app/doctrine/place-annotations.server.ts";
import { forgetHeldNotices, tellOfModeration } from "#app/notices/tell-of-decision.server.ts";
import { tellOfComment } from "#app/notices/tell-of-comment.server.ts";
import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { Checked } from "./check-comment.server.ts";

/**
 * Keeps a comment, or a new wording of one, for a moderator to read, opens its case, and tells its author why. It is in no table of comments
 * until it is released, so that nothing that reads comments has to know of it.
 */
export async function holdComment(
  tx: Transaction,
  said: {
    accountId: number;
    discussionId: number;
    stance: Stance;
    body: string;
    key: string;
    parentId?: number | null;
    passage?: ChosenPassage | null;
    editsId?: number;
  },
  { reasons, matched }: Checked,
): Promise<{ outcome: "held"; id: number }> {
  const [{ id } = { id: 0 }] = await tx<{ id: number }[]>`
    insert into held_comments (discussion_id, account_id, submission_key, parent_id, edits_id, stance, body, passage,
      reasons, matched)
    values (${said.discussionId}, ${said.accountId}, ${said.key}, ${said.parentId ?? null}, ${said.editsId ?? null},
      ${said.stance}, ${said.body}, ${said.passage ? tx.json(said.passage) : null}, ${reasons}, ${matched})
    returning id`;
  await tx`insert into moderation_cases (kind, held_id) values ('held', ${id})`;
  await tellOfModeration(tx, [said.accountId], { kind: "comment-held", heldId: id });
  return { outcome: "held", id };
}

/** What a form was answered with that has held something before, or whose comment was released since. */
export async function heldBefore(
  tx: Transaction,
  form: { key: string; accountId: number; discussionId: number },
): Promise<{ outcome: "held"; id: number } | null> {
  const [held] = await tx<{ id: number }[]>`
    select id from held_comments where submission_key = ${form.key} and account_id = ${form.accountId}
      and discussion_id = ${form.discussionId}`;
  return held ? { outcome: "held", id: held.id } : null;
}

/**
 * Lets a held comment appear, as said when it was written: it is counted, anchored, and whom it mentions or answers is
 * told now. A comment that it answers may be gone meanwhile, as the replies to one that is deleted stay.
 * @returns `gone` when it was taken back, or cannot stand any more: the letter is archived, the passage is no more, the
 *   comment that it rewords is deleted or hidden, or a part of it is; `already` when it was released before
 */
export async function releaseHeld(tx: Transaction, heldId: number): Promise<"done" | "already" | "gone"> {
  const [held] = await tx<
    {
      state: string;
      discussionId: number;
      accountId: number;
      key: string;
      parentId: number | null;
      editsId: number | null;
      stance: Stance;
      body: string;
      passage: ChosenPassage | null;
      saidAt: Date;
    }[]
  >`
    select state, discussion_id as "discussionId", account_id as "accountId", submission_key as key,
      parent_id as "parentId", edits_id as "editsId", stance, body, passage, held_at as "saidAt"
    from held_comments where id = ${heldId} for update`;
  if (!held || held.state === "withdrawn") return "gone";
  if (held.state === "released") return "already";
  if (await isArchived(tx, held.discussionId)) return "gone";
  const id = held.editsId === null ? await publish() : await reword(held.editsId);
  if (id === null) return "gone";
  await tx`
    update held_comments set state = 'released', body = null, ended_at = now(), released_as = ${id}
    where id = ${heldId}`;
  if (held.editsId === null) await tellOfComment(tx, id);
  return "done";

  async function publish(): Promise<number | null> {
    if (!held) return null;
    const above = await placeUnder(tx, held.discussionId, held.parentId);
    if (!above) return null;
    const chosen = held.passage ? await findPassage(tx, held.discussionId, held.passage) : null;
    if (chosen && chosen.outcome !== "found") return null;
    return writeComment(tx, held, above, chosen?.passage ?? null);
  }

  async function reword(commentId: number): Promise<number | null> {
    const standing = await tx`
      select 1 from comments where id = ${commentId} and deleted_at is null and hidden_at is null and part_hidden_for is null
      for update`;
    if (!held || standing.count === 0) return null;
    await rewordComment(tx, commentId, held);
    return commentId;
  }
}

/** Refuses a held comment; its author reads it still. @returns `already` when it was, `gone` when it waits no more */
export async function refuseHeld(tx: Transaction, heldId: number): Promise<"done" | "already" | "gone"> {
  const refused = await tx`
    update held_comments set state = 'refused', ended_at = now() where id = ${heldId} and state = 'waiting'`;
  if (refused.count === 1) return "done";
  const before = await tx`select 1 from held_comments where id = ${heldId} and state = 'refused'`;
  return before.count === 1 ? "already" : "gone";
}

/** Takes back one's own held or refused comment: its words go, and its case closes. Twice is as once. */
export async function withdrawHeld(
  heldId: number,
  accountId: number,
): Promise<{ outcome: "withdrawn" | "released" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [held] = await tx<{ state: string }[]>`
      select state from held_comments where id = ${heldId} and account_id = ${accountId} for update`;
    if (!held) return { outcome: "not-found" as const };
    if (held.state === "released") return { outcome: "released" as const };
    await withdraw(tx, [heldId]);
    return { outcome: "withdrawn" as const };
  });
}

/** The new wording of a comment that waits with these very words, if one does. */
export async function heldEdit(
  tx: Transaction,
  commentId: number,
  { body, stance }: { body: string; stance: Stance },
): Promise<{ outcome: "held"; id: number } | null> {
  const [held] = await tx<{ id: number }[]>`
    select id from held_comments
    where edits_id = ${commentId} and state = 'waiting' and body = ${body} and stance = ${stance}`;
  return held ? { outcome: "held", id: held.id } : null;
}

/** Takes back new wordings of a comment: the one that waits, for another takes its place; all, when it is deleted. */
export async function dropHeldEdits(
  tx: Transaction,
  commentId: number,
  which: "waiting" | "all",
): Promise<void> {
  const states = which === "all" ? ["waiting", "refused"] : ["waiting"];
  const waiting = await tx<{ id: number }[]>`
    select id from held_comments where edits_id = ${commentId} and state = any(${states}) for update`;
  await withdraw(
    tx,
    waiting.map(({ id }) => id),
  );
}

/** Takes back everything that an account has waiting or refused, and what is known of its words: it is being deleted. */
export async function forgetHeldOf(tx: Transaction, accountId: number): Promise<void> {
  const own = await tx<{ id: number }[]>`
    select id from held_comments where account_id = ${accountId} and state in ('waiting', 'refused') for update`;
  await withdraw(
    tx,
    own.map(({ id }) => id),
  );
  await tx`delete from comment_prints where account_id = ${accountId}`;
}

/** Drops the words of comments that were refused `before` then, but for contests that wait. A job calls it. @returns how many */
export async function forgetRefused(tx: Transaction, before: Fragment, most: number): Promise<number> {
  const old = await tx<{ id: number }[]>`
    select h.id from held_comments h
    where h.state = 'refused' and h.ended_at < ${before}
      and not exists (
        select 1 from moderation_decisions d join moderation_cases k on k.id = d.case_id
        where k.held_id = h.id and d.contest is not null and d.answer is null and d.undone_at is null)
    order by h.id limit ${most} for update of h skip locked`;
  await withdraw(
    tx,
    old.map(({ id }) => id),
  );
  return old.length;
}

async function withdraw(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    update held_comments set state = 'withdrawn', body = null, passage = null, matched = '',
      ended_at = coalesce(ended_at, now())
    where id = any(${ids}) and state in ('waiting', 'refused')`;
  await tx`
    update moderation_cases set closed_at = now(), claimed_by = null, claimed_at = null
    where held_id = any(${ids}) and closed_at is null`;
  await forgetHeldNotices(tx, ids);
}
