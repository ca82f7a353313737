import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { anchorOf, eachPassage, findStretch, longestPassage } from "#app/discussion/anchor.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { openMargin, type Unwritable } from "./letter-margin.server.ts";
import { type MarginPassage, type MarginPositions, type MarginSelection, marginLimits } from "./margin.ts";
import { standsAlone } from "./place-passage.ts";
import { decodePosition } from "./relative-position.ts";
import { tellCoAuthors } from "./tell-co-authors.server.ts";

/** The passage of a new thread: by its words (and where they begin, in code points), or as the live editor knows it. */
export type ChosenWords = { quote: string; start: number | null };

type Found =
  | { outcome: "found"; passage: MarginPassage; positions: MarginPositions | null }
  | { outcome: "passage-missing" | "passage-ambiguous" | "passage-too-long" | "bad-position" };

/**
 * Begins a thread on a passage of a draft. The same `key` begins one, however often it is sent.
 * @returns `passage-missing` when its words do not stand in the decided text, `passage-ambiguous` when they stand there more
 *   than once and nobody pointed at one, `full` when the letter has as many threads as it can have
 */
export async function beginThread(
  slug: string,
  account: Account,
  wish: { passage: ChosenWords | MarginSelection; body: string; key?: string },
  origin: string,
): Promise<
  { outcome: "begun"; thread: number } | { outcome: Unwritable | "full" | Exclude<Found["outcome"], "found"> }
> {
  return sql.begin(async (tx) => {
    const margin = await openMargin(tx, slug, account);
    if (margin.outcome !== "open") return margin;
    const { letter } = margin;
    const key = wish.key ?? randomUUID();
    // Two clicks at the same moment come one after the other, and the second finds what the first has begun.
    await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const before = await threadOfKey(tx, key, account.id);
    if (before !== null) return { outcome: "begun" as const, thread: before };
    const found =
      "begins" in wish.passage ? known(letter.text, wish.passage) : find(letter.text, wish.passage);
    if (found.outcome !== "found") return found;
    const { passage, positions } = found;
    const [begun] = await tx<{ id: number }[]>`
      insert into margin_threads (letter_id, quote, prefix, suffix, alone, begins, ends, created_by)
      select ${letter.id}, ${passage.quote}, ${passage.prefix}, ${passage.suffix}, ${passage.alone},
        decode(${positions?.begins ?? null}, 'base64'), decode(${positions?.ends ?? null}, 'base64'), ${account.id}
      where (select count(*) from margin_threads where letter_id = ${letter.id}) < ${marginLimits.threads}
      returning id`;
    if (!begun) return { outcome: "full" as const };
    const [comment] = await tx<{ id: number }[]>`
      insert into margin_comments (thread_id, account_id, body, submission_key)
      values (${begun.id}, ${account.id}, ${wish.body}, ${key}) returning id`;
    const { quote } = passage;
    const said = { id: comment?.id ?? 0, thread: begun.id, body: wish.body, quote };
    await tellCoAuthors(tx, letter, account, said, origin);
    return { outcome: "begun" as const, thread: begun.id };
  });
}

async function threadOfKey(tx: Transaction, key: string, accountId: number): Promise<number | null> {
  const [before] = await tx<{ thread: number }[]>`
    select thread_id as thread from margin_comments where submission_key = ${key} and account_id = ${accountId}`;
  return before?.thread ?? null;
}

function find(text: string, { quote, start }: ChosenWords): Found {
  const chosen = findStretch(text, quote, start);
  if (typeof chosen === "string") return { outcome: `passage-${chosen}` };
  if (chosen.end - chosen.start > longestPassage) return { outcome: "passage-too-long" };
  const { exact, prefix, suffix } = anchorOf(text, chosen);
  const [, second] = eachPassage(text, exact);
  return {
    outcome: "found",
    passage: { quote: exact, prefix, suffix, alone: second === undefined },
    positions: null,
  };
}

/** What was selected may have been typed a moment ago: it is not looked for in the decided text, only compared with it. */
function known(text: string, { quote, prefix, suffix, begins, ends }: MarginSelection): Found {
  if (!decodePosition(begins) || !decodePosition(ends)) return { outcome: "bad-position" };
  const passage = { quote, prefix, suffix, alone: standsAlone(text, { quote, prefix, suffix }) };
  return { outcome: "found", passage, positions: { begins, ends } };
}
