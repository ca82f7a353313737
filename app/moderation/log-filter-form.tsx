import { decisionReasons } from "./reason.ts";
import { invalidationReasons } from "#app/signatures/invalidation.ts";
import { Choice } from "./choice.tsx";
import { useWords } from "#app/ui/words.tsx";
import { logEvents } from "./log-event.ts";

/** Narrows the public log by event and by reason, and leads to the feed of what is shown. */
export function LogFilter({
  event,
  reason,
  letter,
}: {
  event: string | null;
  reason: string | null;
  /** The letter that the log is read of. */
  letter: string | null;
}) {
  const { t } = useWords();
  const query = new URLSearchParams({
    ...(letter ? { letter } : {}),
    ...(event ? { event } : {}),
    ...(reason ? { reason } : {}),
  });
  return (
    <form method="get" action="/moderation/log" className="moderation-filter">
      {letter ? <input type="hidden" name="letter" value={letter} /> : null}
      <Choice
        name="event"
        label={t("publicLog.event")}
        value={event}
        any={t("publicLog.any")}
        choices={logEvents.map((value) => ({ value, label: t(`publicLog.name.${value}`) }))}
      />
      <Choice
        name="reason"
        label={t("publicLog.reason")}
        value={reason}
        any={t("publicLog.any")}
        choices={[
          ...decisionReasons.map((value) => ({ value, label: t(`moderation.reason.${value}`) })),
          ...invalidationReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
        ]}
      />
      <button className="button button-quiet">{t("publicLog.show")}</button>
      <a href={`/moderation/log.atom${query.size > 0 ? `?${query}` : ""}`} type="application/atom+xml">
        {t("publicLog.feed")}
      </a>
    </form>
  );
}
