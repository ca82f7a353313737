import { frenchSpacing, typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "#app/letters/letter.ts";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import type { HistoryEvent } from "./record.ts";

type Shown = Omit<HistoryEvent, "at"> & { at: Date | string };
type Told = Pick<Letter, "slug" | "language" | "authorName">;

/** What happened to a letter, the latest first, each with its day. */
export function HistoryList({ letter, events }: { letter: Told; events: Shown[] }) {
  const { t } = useWords();
  return (
    <ol className="history" role="list">
      {events.map((event) => (
        <li key={`${event.event}-${event.id}-${String(event.at)}`} className={`history-${event.event}`}>
          <CalendarDay day={event.day} />
          <div>
            <p>
              <What letter={letter} event={event} />
              {event.recordedOn ? (
                <span className="quiet">
                  {" "}
                  ({t("history.recordedOn")} <CalendarDay day={event.recordedOn} />)
                </span>
              ) : null}
            </p>
            <Why letter={letter} event={event} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What was done, leading to where all of it is read. */
function What({ letter, event }: { letter: Told; event: Shown }) {
  const { t, number } = useWords();
  const { id, name, count } = event;
  const page = `/letters/${letter.slug}`;
  const author = letter.authorName;
  switch (event.event) {
    case "published":
      return <a href={`${page}/versions/1`}>{t("history.published", { author })}</a>;
    case "version":
      return <a href={`${page}/versions/${id}`}>{t("history.version", { number: id, author })}</a>;
    case "update":
      return (
        <>
          {t("history.update", { author })}{" "}
          <a href={`${page}/updates/${id}`} lang={letter.language}>
            {typeset(event.words, letter.language)}
          </a>
        </>
      );
    case "delivered":
      return (
        <a href={`${page}/delivery#delivery-${id}`}>
          {t("history.delivered", { name, count, number: number(count) })}
        </a>
      );
    case "reply":
      return (
        <a href={`${page}/replies/${id}`}>
          {t("history.reply", { name: [name, frenchSpacing(event.words)].filter(Boolean).join(", ") })}
        </a>
      );
    case "closed":
      return event.by === "clock" ? t("history.closed.clock") : t("history.closed", { author });
    default:
      return t(`history.${event.event}`, { author });
  }
}

/** The reason that was given, and the last day that came with it. */
function Why({ letter, event }: { letter: Told; event: Shown }) {
  const { t } = useWords();
  const reason = event.event === "version" || event.event === "reopened" ? event.words : "";
  return (
    <>
      {reason ? (
        <p className="history-reason">
          {t("history.reason")} <span lang={letter.language}>{typeset(reason, letter.language)}</span>
        </p>
      ) : null}
      {event.closesOn ? (
        <p className="history-reason">
          {t("history.reopened.until")} <CalendarDay day={event.closesOn} />
        </p>
      ) : null}
    </>
  );
}
