import { csvCell } from "#app/signatures/export-signatures.ts";
import type { AdministrationEvent } from "./list-events.server.ts";

/** The columns of audit.csv, in order. */
export const eventColumns = ["id", "at", "administrator", "act", "account", "subject", "changes"] as const;

/** One event as a line of audit.csv, without its end; who is deleted has no name, and an account its id. */
export function eventLine({ id, at, by, act, account, subject, changes }: AdministrationEvent): string {
  const changed = Object.entries(changes).map(([name, [before, after]]) => `${name}: ${before} → ${after}`);
  const cells = [id, at.toISOString(), by.name, act, account ? (account.name ?? account.id) : "", subject];
  return [...cells, changed.join("; ")].map(csvCell).join(",");
}
