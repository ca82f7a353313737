import { Busy, Late } from "./admission.ts";

const hasCode = (fault: unknown, pattern: RegExp): boolean => {
  if (fault instanceof AggregateError) return fault.errors.some((one) => hasCode(one, pattern));
  return typeof fault === "object" && fault !== null && "code" in fault && pattern.test(String(fault.code));
};

/**
 * Whether a fault means that too much is asked at this moment, so that the same request may well succeed in a
 * moment. PostgreSQL's codes: 57014 (statement timeout), 55P03 (lock timeout), 40001 and 40P01 (two transactions in
 * each other's way; this one was undone), 53300 (too many connections).
 */
export function isBusy(fault: unknown): boolean {
  if (fault instanceof Busy || fault instanceof Late) return true;
  return hasCode(fault, /^(57014|55P03|40001|40P01|53300)$/);
}

/**
 * Whether a fault means that the database cannot be reached or written at this moment, so that the same request may
 * well succeed in a few seconds. Codes: postgres.js's own, Node's of sockets, PostgreSQL's classes 08 (connection),
 * 53 (out of resources: a full disk) and 57P (shutting down, starting up), and 25006 (only a standby answers).
 */
export function isDatabaseAway(fault: unknown): boolean {
  return hasCode(
    fault,
    /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOTFOUND|EAI_AGAIN|08...|53...|57P0[1-5]|25006)$/,
  );
}

/** Which plain page tells of a fault. */
export function plainStatusOf(fault: unknown): "busy" | 503 | 500 {
  if (isBusy(fault)) return "busy";
  return isDatabaseAway(fault) ? 503 : 500;
}
