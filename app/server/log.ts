import { pino } from "pino";

/** The one log: JSON lines on standard output, without anything a person typed and without addresses. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  // PostgreSQL says there which row it refused, with all that stands in it: addresses, names, hashes.
  redact: { paths: ["err.detail", "err.where"], remove: true },
  timestamp: pino.stdTimeFunctions.isoTime,
});
