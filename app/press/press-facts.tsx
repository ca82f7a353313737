import { typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "#app/letters/letter.ts";
import { CalendarDay, Day, useWords } from "#app/ui/words.tsx";

type Told = Pick<
  Letter,
  "language" | "authorName" | "addressees" | "open" | "state" | "summary" | "closesOn"
> & {
  publishedAt: Date | string;
};

/** Who wrote a letter to whom, and when. */
export function PressFacts({ letter }: { letter: Told }) {
  const { t } = useWords();
  const { language, addressees, open, state, closesOn } = letter;
  return (
    <dl className="press-facts">
      <dt>{t("press.from")}</dt>
      <dd lang={language}>{letter.authorName}</dd>
      {addressees.length > 0 ? <dt>{t("press.to")}</dt> : null}
      {addressees.map((addressee) => (
        <dd key={addressee} lang={language}>
          {typeset(addressee, language)}
        </dd>
      ))}
      <dt>{t("press.published")}</dt>
      <dd>
        <Day at={letter.publishedAt} />
      </dd>
      <dt>{t("press.state")}</dt>
      <dd>
        {open
          ? t("press.state.open")
          : t(state === "archived" ? "letter.state.archived" : "letter.state.closed")}
      </dd>
      {open && closesOn ? (
        <>
          <dt>{t("press.closes")}</dt>
          <dd>
            <CalendarDay day={closesOn} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}
