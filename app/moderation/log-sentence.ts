import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay, formatNumber, type Translate } from "#app/languages/translate.ts";
import { invalidationReasons } from "#app/signatures/invalidation.ts";
import { decisionReasons, decisions, subjectKinds } from "./reason.ts";
import type { LogLine } from "./read-public-log.server.ts";

/** A line of the log as a loader hands it on: moments are text then. */
export type ShownLine = Omit<LogLine, "at"> & { at: Date | string };

/** A reason of one of the published lists in words; what is in none of them as it stands. */
export function reasonWords(reason: string, t: Translate): string {
  const invalidation = invalidationReasons.find((each) => each === reason);
  if (invalidation) return t(`reason.${invalidation}`);
  const known = decisionReasons.find((each) => each === reason);
  return known ? t(`moderation.reason.${known}`) : reason;
}

/** What a line of the public log tells, as a sentence: the page and its feed say the same. */
export function logSentence(line: ShownLine, t: Translate, language: Language): string {
  const { event, reason, number, subject, organisation, account, law } = line;
  const decision = decisions.find((each) => each === subject);
  const kind = subjectKinds.find((each) => each === subject);
  return t(`publicLog.${event}`, {
    count: number ?? 0,
    number: formatNumber(language, number ?? 0),
    reason: reasonWords(reason, t),
    law: law?.provision ?? "",
    from: law ? t(`moderation.lawFrom.${law.from}`) : "",
    subject:
      event === "revision-imported"
        ? formatCalendarDay(language, subject)
        : decision
          ? t(`moderation.decision.${decision}`)
          : kind
            ? t(`moderation.kind.${kind}`)
            : subject,
    organisation: organisation?.name ?? "",
    who: organisation?.name ?? account?.name ?? t("comment.author.gone"),
  });
}
