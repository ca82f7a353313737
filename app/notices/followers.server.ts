import { signerKey } from "#app/signatures/signer-key.ts";
import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { Rhythm } from "./notice.ts";

/** An account that follows a thing; `rhythm` is what it has chosen for this thing, if anything. */
export type Candidate = { id: number; email: string; rhythm: Rhythm | null };
/** @property last where to go on; null when that were all */
type Followers = { candidates: Candidate[]; last: number | null };

/** Accounts looked at in one go. */
const batch = 1000;

const ofBatch = (rows: Candidate[]): Followers => ({
  candidates: rows,
  last: rows.length < batch ? null : (rows.at(-1)?.id ?? null),
});

/** That an account `a` follows a letter because it writes it, or has signed it for an organisation. */
export const writesOrSignedFor = (letterId: number): Fragment => sql`(
  exists (select 1 from co_authors c where c.letter_id = ${letterId} and c.account_id = a.id)
  or exists (
    select 1 from signatures g
    where g.account_id = a.id and g.letter_id = ${letterId} and g.state in ('confirmed', 'held')))`;

/**
 * The next accounts that follow a letter: by choice, because they write it, or because they have signed it. Who is held
 * must not see a difference (app/signatures/suspicion.ts). A signature knows its signatory by a key that SQL cannot make.
 */
export async function followersOfLetter(
  tx: Transaction,
  letterId: number,
  after: number,
): Promise<Followers> {
  const rows = await tx<(Candidate & { follows: boolean })[]>`
    select a.id, a.email, s.rhythm, s.id is not null or ${writesOrSignedFor(letterId)} as follows
    from (select id, email from accounts where id > ${after} and deleted_at is null order by id limit ${batch}) a
    left join subscriptions s on s.account_id = a.id and s.letter_id = ${letterId}
    order by a.id`;
  const others = rows.filter(({ follows }) => !follows);
  const signed = await tx<{ id: number }[]>`
    select who.id from unnest(${others.map(({ id }) => id)}::bigint[], ${others.map(({ email }) => signerKey(email))}::text[])
      as who (id, key)
    join signatures g on g.letter_id = ${letterId} and g.signer_key = who.key and g.state in ('confirmed', 'held')`;
  const signatories = new Set(signed.map(({ id }) => id));
  const { last } = ofBatch(rows);
  return { candidates: rows.filter(({ id, follows }) => follows || signatories.has(id)), last };
}

/** The next accounts that have chosen to follow a doctrine text. */
export async function followersOfText(tx: Transaction, textId: number, after: number): Promise<Followers> {
  return ofBatch(
    await tx<Candidate[]>`
      select a.id, a.email, s.rhythm from subscriptions s join accounts a on a.id = s.account_id and a.deleted_at is null
      where s.text_id = ${textId} and a.id > ${after} order by a.id limit ${batch}`,
  );
}

/**
 * The next accounts that a disposition is told: those that have chosen to follow its text, and those whose comments it
 * answers, for they stand in the rule's discussion. What moderation hides or holds is answered by nobody.
 */
export async function followersOfDisposition(
  tx: Transaction,
  textId: number,
  dispositionId: number,
  after: number,
): Promise<Followers> {
  return ofBatch(
    await tx<Candidate[]>`
      with theirs as (
        select c.account_id from dispositions p join discussions d on d.provision_id = p.provision_id
        join comments c on c.discussion_id = d.id and c.deleted_at is null and c.hidden_at is null
        where p.id = ${dispositionId}
        union
        select account_id from subscriptions where text_id = ${textId}
      )
      select a.id, a.email, s.rhythm from theirs join accounts a on a.id = theirs.account_id and a.deleted_at is null
      left join subscriptions s on s.account_id = a.id and s.text_id = ${textId}
      where a.id > ${after} order by a.id limit ${batch}`,
  );
}

/** The next accounts that have chosen to follow an organisation. */
export async function followersOfOrganisation(
  tx: Transaction,
  organisationId: number,
  after: number,
): Promise<Followers> {
  return ofBatch(
    await tx<Candidate[]>`
      select a.id, a.email, s.rhythm from subscriptions s join accounts a on a.id = s.account_id and a.deleted_at is null
      where s.organisation_id = ${organisationId} and a.id > ${after} order by a.id limit ${batch}`,
  );
}

/** The next accounts that follow a thread: by choice, or because a comment of theirs stands in it. */
export async function followersOfThread(
  tx: Transaction,
  threadId: number,
  after: number,
): Promise<Followers> {
  return ofBatch(
    await tx<Candidate[]>`
      with theirs as (
        select c.account_id from comments root
        join comments c on c.path >= root.path and c.path < root.path || '~' and c.deleted_at is null
        where root.id = ${threadId}
        union
        select account_id from subscriptions where thread_id = ${threadId}
      )
      select a.id, a.email, s.rhythm from theirs join accounts a on a.id = theirs.account_id and a.deleted_at is null
      left join subscriptions s on s.account_id = a.id and s.thread_id = ${threadId}
      where a.id > ${after} order by a.id limit ${batch}`,
  );
}
