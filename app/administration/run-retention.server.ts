import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { recordAct } from "./record-act.server.ts";

/**
 * Has the rules of retention run at once instead of in the night: a job takes them up within seconds. Asked for again while
 * one waits, it stays one.
 */
export async function runRetention(by: Account): Promise<{ outcome: "queued" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await tx`select graphile_worker.add_job('keep-to-retention', job_key => 'keep-to-retention-now')`;
    await recordAct(tx, by, "retention-run");
    return { outcome: "queued" as const };
  });
}
