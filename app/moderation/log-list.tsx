import { typeset } from "#app/languages/french-spacing.ts";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { invalidationReasons } from "#app/signatures/invalidation.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { LogLine } from "./read-public-log.server.ts";

type Shown = Omit<LogLine, "at"> & { at: Date | string };

/** Lines of the public log, each with what it is about. */
export function LogList({ lines }: { lines: Shown[] }) {
  const { t, number, language } = useWords();
  return (
    <ol className="rows">
      {lines.map(({ id, at, event, reason, number: many, subject, letter, organisation, text, account }) => {
        const known = invalidationReasons.find((each) => each === reason);
        return (
          <li key={id}>
            <p>
              {t(`publicLog.${event}`, {
                count: many ?? 0,
                number: number(many ?? 0),
                reason: known ? t(`reason.${known}`) : reason,
                subject: event === "revision-imported" ? formatCalendarDay(language, subject) : subject,
                organisation: organisation?.name ?? "",
                who: organisation?.name ?? account?.name ?? t("comment.author.gone"),
              })}
            </p>
            <p className="quiet">
              {letter ? (
                <>
                  <a href={`/letters/${letter.slug}`} lang={letter.language}>
                    {typeset(letter.title, letter.language)}
                  </a>
                  {" · "}
                </>
              ) : null}
              {text ? (
                <>
                  <a href={`/doctrine/${text.slug}`} lang={text.language}>
                    {text.title}
                  </a>
                  {" · "}
                </>
              ) : null}
              {organisation ? (
                <>
                  <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
                  {" · "}
                </>
              ) : null}
              <Moment at={at} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}
