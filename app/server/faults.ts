/**
 * Whether a fault means that the database cannot be reached at this moment, so that the same request may well
 * succeed in a few seconds. Codes: postgres.js's own, Node's of sockets, PostgreSQL's classes 08 (connection),
 * 53 (out of resources) and 57P (shutting down, starting up), and 57014 (statement timeout).
 */
export function isDatabaseAway(fault: unknown): boolean {
  if (fault instanceof AggregateError) return fault.errors.some(isDatabaseAway);
  if (typeof fault !== "object" || fault === null || !("code" in fault)) return false;
  const code = String(fault.code);
  return (
    /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN)$/.test(
      code,
    ) || /^(08...|53...|57P0[1-5]|57014)$/.test(code)
  );
}
