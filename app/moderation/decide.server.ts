import type { Account } from "#app/accounts/account.ts";
import { lockSubmission } from "#app/pipeline/release-submission.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { withinReach } from "./areas.server.ts";
import { carryOut } from "./carry-out.server.ts";
import { claimStands } from "./claim-case.server.ts";
import { eventOf, logDecision } from "./log-decision.server.ts";
import { moderates } from "./moderator.server.ts";
import { type Decision, type DecisionForm, decisionsOn, everywhere, type SubjectKind } from "./reason.ts";
import { readSubject } from "./subject.server.ts";
import { tellConcerned, tellReleased, tellReporters } from "./tell-decision.server.ts";

/** A case as decisions lock it. */
type Locked = { kind: SubjectKind; subjectId: number; decisions: number; claimant: string | null };

async function lockCase(tx: Transaction, caseId: number, moderatorId: number): Promise<Locked | undefined> {
  // Of what waits for a moderator the author and the letter or the comment come first, as they do for whoever erases or takes back.
  await tx`
    select 1 from accounts where id = (
      select coalesce(s.account_id, h.account_id) from moderation_cases c
      left join submissions s on s.id = c.submission_id left join held_comments h on h.id = c.held_id
      where c.id = ${caseId}
    ) for key share`;
  await tx`
    select 1 from held_comments where id = (select held_id from moderation_cases where id = ${caseId}) for update`;
  await tx`
    select 1 from letters where id = (
      select s.letter_id from moderation_cases c join submissions s on s.id = c.submission_id where c.id = ${caseId}
    ) for update`;
  const [locked] = await tx<Locked[]>`
    select c.kind, c.subject_id as "subjectId", c.decision_count as decisions,
      case when ${claimStands()} and c.claimed_by <> ${moderatorId} then coalesce(a.name, '') end as claimant
    from moderation_cases c left join accounts a on a.id = c.claimed_by
    where c.id = ${caseId} and ${withinReach("c", moderatorId)} for update of c`;
  return locked;
}

const tables = {
  comment: "comments",
  letter: "letters",
  organisation: "organisations",
  signature: "signatures",
  held: "held_comments",
} as const;

/** What is said to or done to whoever wrote it, not to what was written. */
const onPersons: readonly Decision[] = ["warn", "pause", "bar", "release", "refuse"];

async function lockSubject(tx: Transaction, { kind, subjectId }: Locked): Promise<void> {
  if (kind === "submission") return lockSubmission(tx, subjectId);
  await tx`select 1 from ${tx(tables[kind])} where id = ${subjectId} for update`;
}

/**
 * Decides a case: does what was decided, writes it into the public log, and tells who is concerned and who reported, all
 * in one transaction. A case that was decided can be decided further, to pause whoever wrote what was hidden, say.
 * The same form decides once.
 * @param form.made names the text that it was made on (Subject.made); a text that was changed meanwhile answers `edited`
 * @param form.after how many decisions were shown with it; others meanwhile answer `decided`
 * @param origin where the links of the mails lead
 * @returns `not-there` with the passages to hide that the comment does not say; `claimed` while another moderator has the case; `own` on what the moderator wrote; `wrong` for what cannot be
 *   decided on such a thing; `beyond` for what reaches further than the letters and texts that the moderator was named for; `already` when it is hidden or locked; `gone` when nothing is left but to keep it
 */
export async function decide(
  caseId: number,
  moderator: Account,
  form: DecisionForm,
  origin: string,
): Promise<
  | {
      outcome:
        | "decided"
        | "not-found"
        | "edited"
        | "decided-meanwhile"
        | "own"
        | "wrong"
        | "beyond"
        | "already"
        | "gone";
    }
  | { outcome: "claimed"; by: string }
  | { outcome: "not-there"; missing: string[] }
> {
  return sql.begin(async (tx) => {
    const known = await lockCase(tx, caseId, moderator.id);
    if (!known) return { outcome: "not-found" as const };
    const before = await tx`
      select 1 from moderation_decisions where submission_key = ${form.key} and case_id = ${caseId}`;
    if (before.count > 0) return { outcome: "decided" as const };
    if (known.claimant !== null) return { outcome: "claimed" as const, by: known.claimant };
    if (known.decisions !== form.after) return { outcome: "decided-meanwhile" as const };
    if (!decisionsOn[known.kind].includes(form.decision)) return { outcome: "wrong" as const };
    if (everywhere.includes(form.decision) && !moderates(moderator)) return { outcome: "beyond" as const };
    // Who edits or deletes it in this moment waits, or was first and is seen.
    await lockSubject(tx, known);
    const subject = await readSubject(known.kind, known.subjectId, tx);
    if (subject?.author?.id === moderator.id) return { outcome: "own" as const };
    if (form.decision !== "keep") {
      if (!subject || subject.gone) return { outcome: "gone" as const };
      if (subject.made !== form.made) return { outcome: "edited" as const };
      if (onPersons.includes(form.decision) && !subject.author) return { outcome: "gone" as const };
      const carried = await carryOut(tx, subject, form);
      if (carried.outcome !== "done")
        return carried.outcome === "not-there" ? carried : { outcome: carried.outcome };
    }
    const { decision: made } = form;
    const days = made === "pause" ? (form.days ?? 0) : made === "slow" ? (form.slowDays ?? 0) : null;
    const law = made === "remove" && form.lawFrom ? { provision: form.law, from: form.lawFrom } : null;
    const slowed = made === "slow" ? { minutes: form.minutes ?? 0, ...subject } : null;
    const [decision = { id: 0 }] = await tx<{ id: number }[]>`
      insert into moderation_decisions (case_id, submission_key, decision, reason, statement, concerned_id, decided_by, until,
        passages, law, law_from, minutes, slow_letter_id, slow_text_id)
      values (${caseId}, ${form.key}, ${form.decision}, ${form.reason}, ${form.statement}, ${subject?.author?.id ?? null},
        ${moderator.id}, ${days === null ? null : sql`now() + interval '1 day' * ${days}`},
        ${made === "hide-part" ? form.passages : null}, ${law?.provision ?? null}, ${law?.from ?? null},
        ${slowed?.minutes ?? null}, ${slowed?.letterId ?? null}, ${slowed?.textId ?? null})
      returning id`;
    await tx`
      update moderation_cases k set decision_count = decision_count + 1,
        claimed_by = null, claimed_at = null,
        -- Who is barred has something waiting still: that is decided too.
        closed_at = case when exists (select 1 from held_comments h where h.id = k.held_id and h.state = 'waiting')
          or exists (select 1 from submissions s where s.id = k.submission_id and s.state = 'waiting')
          then closed_at else coalesce(closed_at, now()) end
      where id = ${caseId}`;
    const place = {
      letterId: subject?.letterId ?? null,
      textId: subject?.textId ?? null,
      organisationId: subject?.organisationId ?? null,
    };
    const event = eventOf(form.decision, known.kind);
    const number = slowed?.minutes ?? days;
    if (event)
      await logDecision(tx, event, { reason: form.reason, subject: known.kind, number, law, ...place });
    const told = {
      caseId,
      subjectId: known.subjectId,
      decisionId: decision.id,
      kind: known.kind,
      words: subject?.words ?? "",
      origin,
    };
    if (form.decision === "release") await tellReleased(tx, told);
    else if (form.decision !== "keep") await tellConcerned(tx, told);
    // Further decisions on a case tell the author; who reported was told that something was done.
    if (known.decisions === 0) await tellReporters(tx, told);
    return { outcome: "decided" as const };
  });
}
