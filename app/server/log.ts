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

/** What the log tells of attempts on an account and on limits (docs/security.md); what succeeds is a sign-in as well. */
export type SecurityEvent =
  "logged-in" | "password-refused" | "passkey-refused" | "recovery-code-refused" | "asked-too-often";

/**
 * Writes down something that whoever looks for attacks counts.
 * @param about.account its number; null where the address that was typed is nobody's
 * @param about.limits the names of the limits that were asked, never of whom
 */
export function logSecurity(
  security: SecurityEvent,
  about: { account?: number | null; way?: string; limits?: string[] },
): void {
  log.info({ security, ...about }, "security");
}
