import type { Transaction } from "#db/sql.ts";
import type { Decision, SubjectKind } from "./reason.ts";

const otherEvents = {
  keep: "report-kept",
  warn: "author-warned",
  lock: "thread-locked",
  pause: "account-paused",
  bar: "account-barred",
  // Nothing was taken from anybody: the comment stands for itself.
  release: null,
  refuse: "comment-refused",
} as const satisfies Record<Exclude<Decision, "hide">, string | null>;

/** The line of the public log that a decision is written with, if it is. */
export function eventOf(decision: Decision, kind: SubjectKind) {
  if (decision === "refuse" && kind === "submission") return "letter-refused" as const;
  if (decision !== "hide") return otherEvents[decision];
  // What waits is in no place that it could be hidden from.
  if (kind === "held" || kind === "submission") throw new Error(`what waits cannot be hidden: ${kind}`);
  return `${kind}-hidden` as const;
}

type Event =
  NonNullable<ReturnType<typeof eventOf>> | "decision-undone" | "decision-upheld" | "decision-overturned";

/**
 * Writes a line into the public log, in the transaction of what it tells. It names the place and the reason, and no
 * person.
 * @param line.subject the kind of what was reported, or the decision that something else became of
 */
export async function logDecision(
  tx: Transaction,
  event: Event,
  line: {
    reason: string;
    subject: string;
    days?: number | null;
    letterId: number | null;
    textId: number | null;
    organisationId: number | null;
  },
): Promise<void> {
  await tx`
    insert into public_log (event, reason, subject, number, letter_id, text_id, organisation_id)
    values (${event}, ${line.reason}, ${line.subject}, ${line.days ?? null}, ${line.letterId}, ${line.textId},
      ${line.organisationId})`;
}
