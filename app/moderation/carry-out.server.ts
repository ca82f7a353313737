import { refuseHeld, releaseHeld } from "#app/pipeline/hold-comment.server.ts";
import { refuseSubmission, releaseSubmission } from "#app/pipeline/release-submission.server.ts";
import type { Transaction } from "#db/sql.ts";
import { hideSubject, showSubject } from "./hide.server.ts";
import type { Decision, SubjectKind } from "./reason.ts";
import type { Subject } from "./subject.server.ts";

/**
 * Does to its subject what a decision says.
 * @returns "already" when it was done before and nothing is left to do; "gone" when it can be done no more
 */
export async function carryOut(
  tx: Transaction,
  subject: Subject,
  decision: Decision,
  reason: string,
): Promise<"done" | "already" | "gone"> {
  const { kind, id } = subject;
  if (decision === "release") return kind === "held" ? releaseHeld(tx, id) : releaseSubmission(tx, id);
  if (decision === "refuse") return kind === "held" ? refuseHeld(tx, id) : refuseSubmission(tx, id);
  if (decision === "hide") {
    if (subject.hiddenFor) return "already";
    await hideSubject(tx, subject, reason);
  }
  if (decision === "lock") {
    if (subject.locked) return "already";
    await tx`
      update comments set locked_at = now()
      where id = (select coalesce(root_id, id) from comments where id = ${subject.id}) and locked_at is null`;
  }
  return "done";
}

/**
 * Takes back what a decision did. A pause or a bar ends by the decision being undone; a warning was said and stays said.
 * Another decision of the kind that stands keeps a thread locked.
 */
export async function takeBack(
  tx: Transaction,
  standing: { id: number; decision: Decision; kind: SubjectKind; subjectId: number },
): Promise<void> {
  const { id, decision, kind, subjectId } = standing;
  // What was taken back meanwhile, or has no place any more, stays away; the decision against it is ended all the same.
  if (decision === "refuse") {
    if (kind === "held") await releaseHeld(tx, subjectId);
    else await releaseSubmission(tx, subjectId);
  }
  if (decision === "hide") await showSubject(tx, { kind, id: subjectId });
  if (decision === "lock")
    await tx`
      update comments root set locked_at = null
      where root.id = (select coalesce(root_id, id) from comments where id = ${subjectId})
        and not exists (
          select 1 from moderation_decisions d join moderation_cases k on k.id = d.case_id
          join comments c on c.id = k.comment_id
          where coalesce(c.root_id, c.id) = root.id and d.decision = 'lock' and d.undone_at is null and d.id <> ${id})`;
}
