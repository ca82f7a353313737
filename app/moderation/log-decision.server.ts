import type { Transaction } from "#db/sql.ts";
import type { Decision, LawSource, SubjectKind } from "./reason.ts";

const otherEvents = {
  keep: "report-kept",
  warn: "author-warned",
  "hide-part": "comment-part-hidden",
  remove: "removed-for-law",
  lock: "thread-locked",
  slow: "discussion-slowed",
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
 * @param line.number days of a pause, or minutes of slow mode
 * @param line.law the provision that something was removed for, and where that came from
 * @param line.subject the kind of what was reported, or the decision that something else became of
 */
export async function logDecision(
  tx: Transaction,
  event: Event,
  line: {
    reason: string;
    subject: string;
    number?: number | null;
    law?: { provision: string; from: LawSource } | null;
    letterId: number | null;
    textId: number | null;
    organisationId: number | null;
  },
): Promise<void> {
  await tx`
    insert into public_log (event, reason, subject, number, letter_id, text_id, organisation_id, law, law_from)
    values (${event}, ${line.reason}, ${line.subject}, ${line.number ?? null}, ${line.letterId}, ${line.textId},
      ${line.organisationId}, ${line.law?.provision ?? null}, ${line.law?.from ?? null})`;
}
