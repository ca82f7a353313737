import type { Phrase } from "#app/languages/translate.ts";

/**
 * How long what tells who somebody is is kept: the list by which a job erases every night (keep-to-retention.server.ts) and
 * from which /privacy is written. `after` counts from the moment that the rule's SQL names; null is "when it runs out".
 */
export const retention = [
  { rule: "pending", after: { days: 7 } },
  { rule: "withdrawn", after: { months: 1 } },
  { rule: "invalidated", after: { months: 12 } },
  { rule: "addresses", after: { months: 6 } },
  { rule: "networks", after: { months: 3 } },
  { rule: "unsentMails", after: { months: 1 } },
  { rule: "mails", after: { months: 12 } },
  { rule: "organisationLog", after: { months: 12 } },
  { rule: "letterLog", after: { months: 12 } },
  { rule: "signatureLog", after: { months: 12 } },
  { rule: "reports", after: { months: 12 } },
  { rule: "refused", after: { months: 6 } },
  { rule: "prints", after: { days: 7 } },
  { rule: "sessions", after: null },
  { rule: "signIns", after: { months: 6 } },
  { rule: "limits", after: null },
  { rule: "links", after: null },
  { rule: "deliveries", after: { days: 30 } },
  { rule: "runs", after: { months: 12 } },
] as const satisfies readonly { rule: string; after: Period | null }[];

/** A time by the calendar, at most one of both. */
export type Period = { days?: number; months?: number };
export type RuleName = (typeof retention)[number]["rule"];

/** What a rule erases, how long after, and why, as phrases. */
export function ruleInWords(rule: RuleName): {
  what: Phrase;
  why: Phrase;
  after: { phrase: Phrase; count: number };
} {
  const after: Period | null = retention.find((each) => each.rule === rule)?.after ?? null;
  const phrase = after === null ? "retention.atOnce" : after.days ? "retention.days" : "retention.months";
  return {
    what: `retention.${rule}`,
    why: `retention.${rule}.why`,
    after: { phrase, count: after?.days ?? after?.months ?? 0 },
  };
}
