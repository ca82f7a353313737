import { pino } from "pino";

/** The one log: JSON lines on standard output, without anything a person typed and without addresses. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});
