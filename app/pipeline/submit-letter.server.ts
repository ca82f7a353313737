import { sql, type Transaction } from "#db/sql.ts";

/** A letter, or its next version, that its author wants published as it stands at a revision. */
export type SubmittedText = {
  letterId: number;
  accountId: number;
  /** 1 for a letter that is not published yet. */
  versionNumber: number;
  /** Of the draft, or of the text that is to be the next version. */
  revision: number;
  /** Of what signatories would sign. */
  sha256: string;
  /** Where the links of the mails lead that tell of a next version; none for a first one. */
  origin?: string;
};

/** Whether what an account publishes waits for a moderator first. Moderators' own letters do not: they would release them. */
export async function holdsLetters(tx: Transaction, accountId: number): Promise<boolean> {
  const held = await tx`
    select 1 from pipeline_settings
    where hold_letters
      and not exists (select 1 from accounts where id = ${accountId} and role in ('moderator', 'admin'))`;
  return held.count > 0;
}

/**
 * Has a text wait for a moderator, and opens its case. The caller has locked the letter's row. Submitting again what
 * waits changes nothing; another text takes the place of the earlier one in the same case.
 */
export async function submitText(tx: Transaction, text: SubmittedText): Promise<{ outcome: "submitted" }> {
  const { letterId, accountId, versionNumber, revision, sha256, origin = "" } = text;
  const [waiting] = await tx<{ id: number }[]>`
    select id from submissions where letter_id = ${letterId} and state = 'waiting' for update`;
  if (waiting) {
    await tx`
      update submissions set account_id = ${accountId}, version_number = ${versionNumber}, revision = ${revision},
        sha256 = ${sha256}, origin = ${origin}, submitted_at = now()
      where id = ${waiting.id} and (revision, sha256) is distinct from (${revision}, ${sha256})`;
    return { outcome: "submitted" };
  }
  await tx`
    with submitted as (
      insert into submissions (letter_id, account_id, version_number, revision, sha256, origin)
      values (${letterId}, ${accountId}, ${versionNumber}, ${revision}, ${sha256}, ${origin}) returning id
    )
    insert into moderation_cases (kind, submission_id) select 'submission', id from submitted`;
  return { outcome: "submitted" };
}

/** Takes back what an author submitted; its case closes. Twice is as once. The caller has checked who they are. */
export async function withdrawSubmission(letterId: number): Promise<void> {
  await sql.begin((tx) => withdrawSubmissions(tx, tx`s.letter_id = ${letterId}`));
}

/** Takes back everything that waits of an account, which is being deleted. */
export async function withdrawSubmissionsOf(tx: Transaction, accountId: number): Promise<void> {
  await withdrawSubmissions(tx, tx`s.account_id = ${accountId}`);
}

/**
 * Takes back those that wait among some.
 * @param which a condition on submissions `s`
 */
export async function withdrawSubmissions(tx: Transaction, which: ReturnType<Transaction>): Promise<void> {
  // The letter first, then the case: whoever decides takes them in that order too.
  await tx`
    select 1 from letters where id in (
      select s.letter_id from submissions s where s.state = 'waiting' and ${which}
    ) order by id for update`;
  const cases = await tx<{ id: number; submissionId: number }[]>`
    select k.id, k.submission_id as "submissionId" from moderation_cases k join submissions s on s.id = k.submission_id
    where s.state = 'waiting' and ${which} order by k.id for update of k`;
  if (cases.length === 0) return;
  await tx`
    update submissions set state = 'withdrawn', ended_at = now()
    where id = any(${cases.map(({ submissionId }) => submissionId)}) and state = 'waiting'`;
  await tx`
    update moderation_cases k set closed_at = now(), claimed_by = null, claimed_at = null
    where id = any(${cases.map(({ id }) => id)}) and closed_at is null
      and exists (select 1 from submissions s where s.id = k.submission_id and s.state = 'withdrawn')`;
}
