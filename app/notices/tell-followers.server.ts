import { signerKey } from "#app/signatures/signer-key.ts";
import { sql, type Transaction } from "#db/sql.ts";
import {
  type Candidate,
  followersOfLetter,
  followersOfOrganisation,
  followersOfDisposition,
  followersOfText,
  followersOfThread,
} from "./followers.server.ts";

type Round = {
  id: number;
  kind: string;
  letterId: number | null;
  textId: number | null;
  threadId: number | null;
  commentId: number | null;
  number: number | null;
  updateId: number | null;
  replyId: number | null;
  revisionId: number | null;
  consultationId: number | null;
  dispositionId: number | null;
  organisationId: number | null;
  doerId: number | null;
  last: number;
  gone: boolean;
};

/**
 * Tells the next of those who follow something what is new of it. Each is told once, however often this ends in the
 * middle: the notices and how far they have come are one transaction.
 * @returns "told" when there may be more of them, "done" when there is nobody to tell
 */
export async function tellFollowers(): Promise<"done" | "told"> {
  return sql.begin(async (tx) => {
    // By chance, so that a letter with a hundred thousand followers lets others through; but of one thread in turn,
    // for what was said first is told first.
    const [round] = await tx<Round[]>`
      select r.id, r.kind, r.letter_id as "letterId", r.text_id as "textId", r.thread_id as "threadId",
        r.comment_id as "commentId", r.number, r.update_id as "updateId", r.reply_id as "replyId",
        r.revision_id as "revisionId", r.consultation_id as "consultationId", r.doer_id as "doerId",
        r.disposition_id as "dispositionId", r.organisation_id as "organisationId", r.last_account_id as last,
        c.deleted_at is not null or c.hidden_at is not null or coalesce(l.state in ('draft', 'hidden'), false)
          or o.hidden_at is not null or o.merged_into is not null as gone
      from notice_rounds r left join comments c on c.id = r.comment_id left join letters l on l.id = r.letter_id
      left join organisations o on o.id = r.organisation_id
      where r.done_at is null and not exists (
        select 1 from notice_rounds before
        where before.thread_id = r.thread_id and before.done_at is null and before.id < r.id)
      order by random() limit 1 for update of r skip locked`;
    if (!round) return "done";
    const { candidates, last } = round.gone ? { candidates: [], last: null } : await nextFollowers(tx, round);
    const mailed = await mailedAnyway(tx, round, candidates);
    if (candidates.length > 0) await writeNotices(tx, round, candidates, mailed);
    await tx`
      update notice_rounds set last_account_id = ${last ?? round.last}, done_at = ${last === null ? sql`now()` : null}
      where id = ${round.id}`;
    return "told";
  });
}

function nextFollowers(tx: Transaction, round: Round) {
  const { organisationId, textId, dispositionId, last } = round;
  if (organisationId !== null) return followersOfOrganisation(tx, organisationId, last);
  if (textId !== null && dispositionId !== null)
    return followersOfDisposition(tx, textId, dispositionId, last);
  if (round.letterId !== null) return followersOfLetter(tx, round.letterId, round.last);
  if (round.textId !== null) return followersOfText(tx, round.textId, round.last);
  return followersOfThread(tx, round.threadId ?? 0, round.last);
}

/**
 * Those among signatories whom a mail of its own reaches (app/letters/tell-signatories.server.ts,
 * app/chronicle/tell-news.server.ts): they are told here and not mailed again.
 */
async function mailedAnyway(tx: Transaction, round: Round, candidates: Candidate[]): Promise<number[]> {
  const { kind, letterId, number } = round;
  if (kind !== "version" && kind !== "update" && kind !== "letter-reply") return [];
  const keys = candidates.map(({ email }) => signerKey(email));
  const rows = await tx<{ id: number }[]>`
    select who.id from unnest(${candidates.map(({ id }) => id)}::bigint[], ${keys}::text[]) as who (id, key)
    join signatures g on g.letter_id = ${letterId} and g.signer_key = who.key
    where g.origin = 'form' and g.email <> '' and g.state in ('confirmed', 'held')
      and case when ${kind} = 'version' then g.version_number <= ${number ?? 0} else g.keep_informed end`;
  return rows.map(({ id }) => id);
}

async function writeNotices(
  tx: Transaction,
  round: Round,
  candidates: Candidate[],
  mailed: number[],
): Promise<void> {
  const told = candidates.filter(({ id, rhythm }) => id !== round.doerId && rhythm !== "never");
  // Who deletes their account meanwhile is waited for, and is then told nothing.
  const people = await tx<{ id: number; rhythm: string }[]>`
    select a.id, coalesce(told.rhythm, a.notice_rhythm) as rhythm
    from unnest(${told.map(({ id }) => id)}::bigint[], ${told.map(({ rhythm }) => rhythm)}::text[]) as told (id, rhythm)
    join accounts a on a.id = told.id and a.deleted_at is null
    where ${round.commentId}::bigint is null
      or not exists (select 1 from notices n where n.account_id = a.id and n.comment_id = ${round.commentId})
    order by a.id for share of a`;
  const ids = people.map(({ id }) => id);
  const more =
    round.kind === "thread"
      ? await tx<{ id: number }[]>`
          update notices set times = times + 1
          where kind = 'thread' and thread_id = ${round.threadId} and account_id = any(${ids})
            and read_at is null and mailed_at is null
          returning account_id as id`
      : [];
  const counted = new Set(more.map(({ id }) => id));
  const fresh = people.filter(({ id }) => !counted.has(id));
  await tx`
    insert into notices (account_id, kind, letter_id, text_id, thread_id, comment_id, number, update_id, reply_id,
      revision_id, consultation_id, disposition_id, organisation_id, rhythm, mailed_at)
    select told.id, ${round.kind}, ${round.letterId}, ${round.textId}, ${round.threadId}, ${round.commentId}, ${round.number},
      ${round.updateId}, ${round.replyId}, ${round.revisionId}, ${round.consultationId}, ${round.dispositionId}, ${round.organisationId}, told.rhythm,
      case when told.id = any(${mailed}::bigint[]) then now() end
    from unnest(${fresh.map(({ id }) => id)}::bigint[], ${fresh.map(({ rhythm }) => rhythm)}::text[]) as told (id, rhythm)
    on conflict do nothing`;
}
