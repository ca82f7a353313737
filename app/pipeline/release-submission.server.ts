import { authorsApprove, publishLocked } from "#app/letters/publish-letter.server.ts";
import { publishRevisionIn } from "#app/letters/publish-revision.server.ts";
import type { Transaction } from "#db/sql.ts";

type Submission = {
  state: "waiting" | "released" | "refused" | "withdrawn";
  letterId: number | null;
  slug: string | null;
  accountId: number;
  versionNumber: number;
  revision: number;
  sha256: string;
  origin: string;
};

/** Locks what a case is about, the letter before the submission, as its author does. */
export async function lockSubmission(tx: Transaction, id: number): Promise<void> {
  await tx`select 1 from letters where id = (select letter_id from submissions where id = ${id}) for update`;
  await tx`select 1 from submissions where id = ${id} for update`;
}

/**
 * Publishes a submitted text, as it was submitted, in its author's name. One that was refused before is published too,
 * if nothing in it changed since.
 * @returns `gone` when it cannot be: it was taken back, changed, or what publishing asks for is no longer given (all
 *   authors' approval, a last day to come, an account that may publish); `already` when it was released before
 */
export async function releaseSubmission(tx: Transaction, id: number): Promise<"done" | "already" | "gone"> {
  await lockSubmission(tx, id);
  const [submission] = await tx<Submission[]>`
    select s.state, s.letter_id as "letterId", l.slug, s.account_id as "accountId", s.version_number as "versionNumber",
      s.revision, s.sha256, s.origin
    from submissions s left join letters l on l.id = s.letter_id where s.id = ${id}`;
  if (!submission || submission.state === "withdrawn" || submission.letterId === null) return "gone";
  if (submission.state === "released") return "already";
  if (!(await publish(tx, submission))) return "gone";
  await tx`update submissions set state = 'released', ended_at = now() where id = ${id}`;
  return "done";
}

async function publish(tx: Transaction, submission: Submission): Promise<boolean> {
  const { letterId, slug, accountId, versionNumber, revision, sha256, origin } = submission;
  if (letterId === null || slug === null) return false;
  if (versionNumber > 1) {
    const read = { revision, basedOn: versionNumber - 1, sha256 };
    const { outcome } = await publishRevisionIn(tx, slug, accountId, read, origin, "read");
    return outcome === "published";
  }
  if (!(await authorsApprove(tx, letterId, accountId, revision))) return false;
  const { outcome } = await publishLocked(tx, letterId, accountId, revision, "read");
  return outcome === "published";
}

/** Refuses a submitted text: it stays its authors' draft. @returns `already` when it was, `gone` when it waits no more */
export async function refuseSubmission(tx: Transaction, id: number): Promise<"done" | "already" | "gone"> {
  const refused = await tx`
    update submissions set state = 'refused', ended_at = now() where id = ${id} and state = 'waiting'`;
  if (refused.count === 1) return "done";
  const before = await tx`select 1 from submissions where id = ${id} and state = 'refused'`;
  return before.count === 1 ? "already" : "gone";
}
