import { refuseHeld, releaseHeld } from "#app/pipeline/hold-comment.server.ts";
import { refuseSubmission, releaseSubmission } from "#app/pipeline/release-submission.server.ts";
import type { Transaction } from "#db/sql.ts";
import { hideSubject, showSubject } from "./hide.server.ts";
import { hidePart, showPart } from "./hide-part.server.ts";
import { tellRemoved } from "./removal.server.ts";
import type { Decision, DecisionForm, SubjectKind } from "./reason.ts";
import { slowModeOf, tellSlowed } from "./slow-mode.server.ts";
import type { Subject } from "./subject.server.ts";

/**
 * Does to its subject what a decision says.
 * @param form.passages what a part is hidden by
 * @returns "not-there" with the passages that do not occur in the comment; "already" when it was done before and nothing is left to do; "gone" when it can be done no more
 */
export async function carryOut(
  tx: Transaction,
  subject: Subject,
  { decision, reason, passages }: Pick<DecisionForm, "decision" | "reason" | "passages">,
): Promise<{ outcome: "done" | "already" | "gone" } | { outcome: "not-there"; missing: string[] }> {
  const { kind, id } = subject;
  if (decision === "release")
    return { outcome: await (kind === "held" ? releaseHeld : releaseSubmission)(tx, id) };
  if (decision === "refuse")
    return { outcome: await (kind === "held" ? refuseHeld : refuseSubmission)(tx, id) };
  if (decision === "hide-part") return hidePart(tx, subject.id, passages, reason);
  if (decision === "hide") {
    if (subject.hiddenFor) return { outcome: "already" };
    await hideSubject(tx, subject, reason);
  }
  if (decision === "remove") {
    // What is hidden already may have to be removed for law as well: it stays hidden until neither stands.
    if (subject.removedFor) return { outcome: "already" };
    if (subject.hiddenFor) await tellRemoved(tx, subject);
    else await hideSubject(tx, subject, reason);
  }
  if (decision === "slow") {
    if (await slowModeOf(subject, tx)) return { outcome: "already" };
    await tellSlowed(tx, subject);
  }
  if (decision === "lock") {
    if (subject.locked) return { outcome: "already" };
    await tx`
      update comments set locked_at = now()
      where id = (select coalesce(root_id, id) from comments where id = ${subject.id}) and locked_at is null`;
  }
  return { outcome: "done" };
}

/**
 * Takes back what a decision did. A pause or a bar ends by the decision being undone; a warning was said and stays said.
 * Another decision of the kind that stands keeps a thread locked, and what it hides hidden.
 */
export async function takeBack(
  tx: Transaction,
  standing: { id: number; decision: Decision; kind: SubjectKind; subjectId: number },
): Promise<void> {
  const { id, decision, kind, subjectId } = standing;
  // What was taken back meanwhile, or has no place any more, stays away; the decision against it is ended all the same.
  if (decision === "refuse") await (kind === "held" ? releaseHeld : releaseSubmission)(tx, subjectId);
  if (decision === "hide-part") await showPart(tx, subjectId, id);
  if (decision === "hide" || decision === "remove") {
    const others = await tx`
      select 1 from moderation_decisions d join moderation_cases k on k.id = d.case_id
      where k.kind = ${kind} and k.subject_id = ${subjectId} and d.decision in ('hide', 'remove')
        and d.undone_at is null and d.id <> ${id}`;
    if (others.count === 0) await showSubject(tx, { kind, id: subjectId });
    else await tellRemoved(tx, { kind, id: subjectId });
  }
  if (decision === "slow") {
    const [slowed] = await tx<{ letterId: number | null; textId: number | null }[]>`
      select slow_letter_id as "letterId", slow_text_id as "textId" from moderation_decisions where id = ${id}`;
    if (slowed) await tellSlowed(tx, slowed);
  }
  if (decision === "lock")
    await tx`
      update comments root set locked_at = null
      where root.id = (select coalesce(root_id, id) from comments where id = ${subjectId})
        and not exists (
          select 1 from moderation_decisions d join moderation_cases k on k.id = d.case_id
          join comments c on c.id = k.comment_id
          where coalesce(c.root_id, c.id) = root.id and d.decision = 'lock' and d.undone_at is null and d.id <> ${id})`;
}
