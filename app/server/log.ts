import { pino } from "pino";

/** From the most to the least that is written. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const asked = process.env.LOG_LEVEL?.trim();

/** The one log: JSON lines on standard output, without anything a person typed and without addresses. */
export const log = pino({
  // What is no level is named by the settings; until then the log must be able to speak.
  level: logLevels.find((level) => level === asked) ?? "info",
  base: undefined,
  // PostgreSQL says there which row it refused, with all that stands in it: addresses, names, hashes.
  redact: { paths: ["err.detail", "err.where"], remove: true },
  timestamp: pino.stdTimeFunctions.isoTime,
});
