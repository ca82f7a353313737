import { type LogEvent, logEvents } from "#app/moderation/log-event.ts";
import { decisionReasons } from "#app/moderation/reason.ts";
import { invalidationReasons } from "#app/signatures/invalidation.ts";

/** Reasons that a line of the public log may have, of both published lists. */
export const logReasons = [...decisionReasons, ...invalidationReasons];

/** What an address narrows the public log to; words that name nothing narrow nothing. */
export function logFilter(parameters: URLSearchParams): { event: LogEvent | null; reason: string | null } {
  return {
    event: logEvents.find((each) => each === parameters.get("event")) ?? null,
    reason: logReasons.find((each) => each === parameters.get("reason")) ?? null,
  };
}
