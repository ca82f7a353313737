import { createHash } from "node:crypto";
import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import { foldedWords } from "./fold.ts";
import { hasLink, type HoldReason, holdReasons } from "./pipeline.ts";
import { compiledWords, readPipeline, type ReadPipeline } from "./read-pipeline.server.ts";
import { findListed } from "./word-list.ts";

/** Shorter words than this, folded, are everybody's: "I agree." is no campaign. */
const leastRepeated = 20;

/** Why a comment is held, and what of a word list stands in it; no reasons when it is not. */
export type Checked = { reasons: HoldReason[]; matched: string };
const nothing: Checked = { reasons: [], matched: "" };

/**
 * Posts of one account come one after the other in here, so that two at the same moment see each other: the same text
 * twice, or one more than may be. Held until the transaction ends.
 */
export async function queueUp(tx: Transaction, accountId: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('comments by account', ${accountId}))`;
}

/**
 * Looks at a comment before it is published, by what administrators set, and notes that it was said. Moderators and
 * administrators are not held: they would release themselves. Nothing leaves this machine.
 */
export async function checkComment(
  tx: Transaction,
  comment: { accountId: number; discussionId: number; body: string },
): Promise<Checked> {
  const settings = await readPipeline(tx);
  const words = foldedWords(comment.body);
  const said = await lookBack(tx, comment, settings, printOf(words));
  if (await isTrusted(tx, comment.accountId)) return nothing;
  const { reasons, matched } = await checkWords(tx, comment, settings, words);
  return {
    reasons: holdReasons.filter((reason) => reasons.includes(reason) || said.includes(reason)),
    matched,
  };
}

/** Looks at a new wording of a comment that stands: a clean one must not be the way in for what would be held. */
export async function checkEdit(
  tx: Transaction,
  comment: { accountId: number; body: string },
): Promise<Checked> {
  if (await isTrusted(tx, comment.accountId)) return nothing;
  const { reasons, matched } = await checkWords(
    tx,
    comment,
    await readPipeline(tx),
    foldedWords(comment.body),
  );
  return { reasons: reasons.filter((reason) => reason !== "first-comments"), matched };
}

async function isTrusted(tx: Transaction, accountId: number): Promise<boolean> {
  const trusted = await tx`select 1 from accounts where id = ${accountId} and role in ('moderator', 'admin')`;
  return trusted.count > 0;
}

/** What the account and the words say by themselves. */
async function checkWords(
  tx: Transaction,
  { accountId, body }: { accountId: number; body: string },
  { firstComments, linksUntil, wordsVersion }: ReadPipeline,
  words: string[],
): Promise<Checked> {
  const reasons: HoldReason[] = [];
  const linked = linksUntil > 0 && hasLink(body);
  if (firstComments > 0 || linked) {
    const [{ seen } = { seen: 0 }] = await tx<{ seen: number }[]>`
      select count(*)::int as seen from (
        select 1 from comments where account_id = ${accountId} and deleted_at is null and hidden_at is null
        limit ${Math.max(firstComments, linksUntil)}) as seen`;
    if (seen < firstComments) reasons.push("first-comments");
    if (linked && seen < linksUntil) reasons.push("links");
  }
  const matched = wordsVersion > 0 ? findListed(await compiledWords(tx, wordsVersion), words) : null;
  if (matched !== null) reasons.push("listed-words");
  return { reasons, matched: matched ?? "" };
}

/** A text by the words in it; null for one so short that it is nobody's. */
function printOf(words: string[]): string | null {
  const folded = words.join(" ");
  return folded.length < leastRepeated ? null : createHash("sha256").update(folded).digest("hex");
}

/** What was said before tells: the same words, or too many of them. Notes the comment for those that come after. */
async function lookBack(
  tx: Transaction,
  { accountId, discussionId }: { accountId: number; discussionId: number },
  settings: ReadPipeline,
  print: string | null,
): Promise<HoldReason[]> {
  const { repeatHours, repeatOwn, severalLetters, repeatAccounts, floodShort, floodDay } = settings;
  const repeats = repeatOwn || severalLetters || repeatAccounts > 0;
  if (!repeats && floodShort === 0 && floodDay === 0) return [];
  // A campaign's accounts come at the same moment: who says the same waits for who said it first.
  if (repeats && print !== null) await tx`select pg_advisory_xact_lock(hashtextextended(${print}, 0))`;
  const [lately = { here: false, elsewhere: false, others: 0, short: 0, day: 0 }] = await tx<
    { here: boolean; elsewhere: boolean; others: number; short: number; day: number }[]
  >`
    with same as (
      select account_id, discussion_id from comment_prints
      where print = ${print} and said_at > now() - interval '1 hour' * ${repeatHours} limit 1000
    ), own as (
      select said_at from comment_prints where account_id = ${accountId} and said_at > now() - interval '1 day'
    )
    select coalesce(bool_or(account_id = ${accountId} and discussion_id = ${discussionId}), false) as here,
      coalesce(bool_or(account_id = ${accountId} and discussion_id <> ${discussionId}), false) as elsewhere,
      (count(distinct account_id) filter (where account_id <> ${accountId}))::int as others,
      (select count(*)::int from own where said_at > now() - interval '10 minutes') as short,
      (select count(*)::int from own) as day
    from same`;
  await tx`insert into comment_prints (account_id, discussion_id, print) values (${accountId}, ${discussionId}, ${print})`;
  const reasons: HoldReason[] = [];
  if (repeatOwn && lately.here) reasons.push("repeated");
  if (severalLetters && lately.elsewhere) reasons.push("several-letters");
  if (repeatAccounts > 0 && lately.others + 1 >= repeatAccounts) reasons.push("several-accounts");
  if ((floodShort > 0 && lately.short >= floodShort) || (floodDay > 0 && lately.day >= floodDay))
    reasons.push("flood");
  return reasons;
}

/**
 * Forgets what was said before a moment: a job calls it with one so long ago that no repetition is looked for there
 * (pipelineLimits.repeatHours). @returns how many, at most `most`
 */
export async function forgetPrints(before: Fragment, most: number): Promise<number> {
  const gone = await sql`
    delete from comment_prints where id in (
      select id from comment_prints where said_at < ${before} order by said_at limit ${most})`;
  return gone.count;
}
