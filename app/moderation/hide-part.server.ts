import { hidePassages } from "#app/discussion/hidden-part.ts";
import { writeMentions } from "#app/discussion/write-mentions.server.ts";
import type { Transaction } from "#db/sql.ts";

/**
 * Hides passages of a comment, besides those that other decisions hide: its whole text is moved away, a mark stands in
 * their place (app/discussion/hidden-part.ts). The caller holds its row.
 * @returns the passages that do not occur in it; "already" when others hide them
 */
export async function hidePart(
  tx: Transaction,
  commentId: number,
  passages: string[],
  reason: string,
): Promise<{ outcome: "done" | "already" | "gone" } | { outcome: "not-there"; missing: string[] }> {
  const whole = await wholeOf(tx, commentId);
  const before = await hiddenPassages(tx, commentId, 0);
  const hiding = hidePassages(whole, passages);
  if ("missing" in hiding) return { outcome: "not-there", missing: hiding.missing };
  const all = hidePassages(whole, [...before, ...passages]);
  const now = hidePassages(whole, before);
  // A name that was taken out of it since, with its account, has changed the words: what is hidden cannot be added to.
  if ("missing" in all || "missing" in now) return { outcome: "gone" };
  if (all.hidden === now.hidden) return { outcome: "already" };
  await tx`
    insert into partly_hidden (comment_id, body) values (${commentId}, ${whole}) on conflict (comment_id) do nothing`;
  await tx`
    update comments set part_hidden_for = coalesce(part_hidden_for, ${reason}) where id = ${commentId}`;
  await setWords(tx, commentId, all.hidden);
  return { outcome: "done" };
}

/** Shows what one decision hid, but for what others hide still. A comment that is deleted has nothing to show. */
export async function showPart(tx: Transaction, commentId: number, decisionId: number): Promise<void> {
  const [kept] = await tx<{ body: string }[]>`
    select w.body from comments c join partly_hidden w on w.comment_id = c.id
    where c.id = ${commentId} and c.deleted_at is null for update of c`;
  if (!kept) return;
  const left = await hiddenPassages(tx, commentId, decisionId);
  const now = hidePassages(kept.body, left);
  // The same: what is left to be hidden is not found any more, so nothing is shown.
  if ("missing" in now) return;
  await setWords(tx, commentId, now.hidden);
  if (left.length > 0) return;
  await tx`update comments set part_hidden_for = null where id = ${commentId}`;
  await tx`delete from partly_hidden where comment_id = ${commentId}`;
}

/** Forgets for good what was hidden of comments: of one that is deleted, or of all of an account that is. */
export async function forgetParts(
  tx: Transaction,
  of: { commentId: number } | { accountId: number },
): Promise<void> {
  const which = "commentId" in of ? tx`c.id = ${of.commentId}` : tx`c.account_id = ${of.accountId}`;
  await tx`
    update moderation_decisions d set passages = null from moderation_cases k, comments c
    where k.id = d.case_id and c.id = k.comment_id and d.passages is not null and ${which}`;
  await tx`delete from partly_hidden w using comments c where c.id = w.comment_id and ${which}`;
  // The wordings before an edit may say what was hidden.
  await tx`delete from comment_edits e using comments c where c.id = e.comment_id and c.part_hidden_for is not null and ${which}`;
}

async function wholeOf(tx: Transaction, commentId: number): Promise<string> {
  const [{ body } = { body: "" }] = await tx<{ body: string }[]>`
    select coalesce(p.body, w.body, c.body) as body from comments c
    left join partly_hidden p on p.comment_id = c.id left join hidden_words w on w.comment_id = c.id
    where c.id = ${commentId}`;
  return body;
}

/** The passages that decisions hide which stand, but for one. */
async function hiddenPassages(tx: Transaction, commentId: number, but: number): Promise<string[]> {
  const rows = await tx<{ passages: string[] }[]>`
    select d.passages from moderation_decisions d join moderation_cases k on k.id = d.case_id
    where k.comment_id = ${commentId} and d.passages is not null and d.undone_at is null and d.id <> ${but}`;
  return rows.flatMap(({ passages }) => passages);
}

/** Sets the words that are read: those that wait behind a dash, when all of it is hidden too. */
async function setWords(tx: Transaction, commentId: number, body: string): Promise<void> {
  const away = await tx`update hidden_words set body = ${body} where comment_id = ${commentId}`;
  if (away.count > 0) return;
  const [comment] = await tx<{ discussionId: number }[]>`
    update comments set body = ${body} where id = ${commentId} returning discussion_id as "discussionId"`;
  if (comment) await writeMentions(tx, { id: commentId, discussionId: comment.discussionId, body });
}
