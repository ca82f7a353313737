import { tellOfModeration } from "#app/notices/tell-of-decision.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { withinReach } from "./areas.server.ts";
import { takeBack } from "./carry-out.server.ts";
import { logDecision } from "./log-decision.server.ts";
import type { Decision, SubjectKind } from "./reason.ts";
import { readSubject } from "./subject.server.ts";

/** A decision as contests and undoing lock it. */
export type Standing = {
  id: number;
  caseId: number;
  decision: Decision;
  reason: string;
  kind: SubjectKind;
  subjectId: number;
  /** Whose words it is about, when they have an account. */
  concernedId: number | null;
};

/**
 * Undoes a decision as a moderator: what was hidden is seen again, what was locked is open, a pause or a bar ends. The
 * public log tells it, and a notice tells it to whom it was about. Twice is as once.
 * @returns `contested` while it waits for another moderator's answer
 */
export async function undoDecision(
  decisionId: number,
  moderatorId: number,
): Promise<{ outcome: "undone" | "not-found" | "contested" }> {
  return sql.begin(async (tx) => {
    const [standing] = await tx<(Standing & { undone: boolean; contested: boolean })[]>`
      select d.id, d.case_id as "caseId", d.decision, d.reason, k.kind, k.subject_id as "subjectId",
        d.concerned_id as "concernedId", d.undone_at is not null as undone,
        d.contest is not null and d.answer is null as contested
      from moderation_decisions d join moderation_cases k on k.id = d.case_id
      where d.id = ${decisionId} and d.decision not in ('keep', 'release') and ${withinReach("k", moderatorId)}
      for update of d`;
    if (!standing) return { outcome: "not-found" as const };
    if (standing.undone) return { outcome: "undone" as const };
    if (standing.contested) return { outcome: "contested" as const };
    await endDecision(tx, standing, moderatorId, "decision-undone");
    await tellOfModeration(tx, [standing.concernedId], { kind: "decision-undone", decisionId });
    return { outcome: "undone" as const };
  });
}

/** Ends a decision that the caller has locked: takes back what it did, and writes that into the public log. */
export async function endDecision(
  tx: Transaction,
  standing: Standing,
  moderatorId: number,
  event: "decision-undone" | "decision-overturned",
): Promise<void> {
  await tx`
    update moderation_decisions set undone_at = now(), undone_by = ${moderatorId}
    where id = ${standing.id} and undone_at is null`;
  await takeBack(tx, standing);
  const subject = await readSubject(standing.kind, standing.subjectId, tx);
  await logDecision(tx, event, {
    reason: standing.reason,
    subject: standing.decision,
    letterId: subject?.letterId ?? null,
    textId: subject?.textId ?? null,
    organisationId: subject?.organisationId ?? null,
  });
}
