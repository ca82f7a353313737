import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { decide } from "#app/moderation/decide.server.ts";
import type { DecisionForm, ReportableKind, ReportForm } from "#app/moderation/reason.ts";
import { readCase } from "#app/moderation/read-case.server.ts";
import { report } from "#app/moderation/report.server.ts";
import { sql } from "#db/sql.ts";
import { origin } from "../made-up.ts";

/** A report's form as it is parsed, with what `wish` changes. */
export const reportForm = (wish: Partial<ReportForm> = {}): ReportForm => ({
  ...{ reason: "harassment", explanation: "", name: "", email: undefined, faith: "on", key: randomUUID() },
  ...wish,
});

/** Reports something, as a stranger unless an account is given. @returns the id of its open case */
export async function makeCase(
  kind: ReportableKind,
  id: number,
  wish: Partial<ReportForm> & { account?: Account } = {},
): Promise<number> {
  const { account = null, ...form } = wish;
  const { outcome } = await report({ kind, id }, { account, language: "en" }, reportForm(form), origin);
  if (outcome !== "reported") throw new Error(`not reported: ${outcome}`);
  const [open = { id: 0 }] = await sql<{ id: number }[]>`
    select id from moderation_cases where kind = ${kind} and subject_id = ${id} and closed_at is null`;
  return open.id;
}

/** A decision's form as the case's page shows it now, with what `wish` changes. */
export async function decisionForm(caseId: number, wish: Partial<DecisionForm> = {}): Promise<DecisionForm> {
  const found = await readCase(caseId);
  return {
    ...{
      decision: "hide",
      reason: "harassment",
      statement: "It insults.",
      days: undefined,
      passages: [],
      law: "",
      lawFrom: undefined,
      minutes: undefined,
      slowDays: undefined,
      key: randomUUID(),
    },
    made: found?.subject?.made ?? "",
    after: found?.decisionCount ?? 0,
    ...wish,
  };
}

/** Decides a case on what its page shows now. @returns the decision's id */
export async function makeDecision(
  caseId: number,
  moderator: Account,
  wish: Partial<DecisionForm> = {},
): Promise<number> {
  const { outcome } = await decide(caseId, moderator, await decisionForm(caseId, wish), origin);
  if (outcome !== "decided") throw new Error(`not decided: ${outcome}`);
  const found = await readCase(caseId);
  return found?.decisions.at(-1)?.id ?? 0;
}

/** The newest lines of the public log, the newest first. */
export async function logged(count = 1): Promise<{ event: string; reason: string; subject: string }[]> {
  return sql<{ event: string; reason: string; subject: string }[]>`
    select event, reason, subject from public_log order by id desc limit ${count}`;
}
