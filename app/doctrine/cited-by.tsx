import { SignatureCount } from "#app/letters/signature-count.tsx";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { useWords } from "#app/ui/words.tsx";
import type { CitedBy as Cited } from "./read-answers.server.ts";

/** What answers a provision in one honest line: "12 letters, 48 organisations with proved mandate, 3 official answers". */
function AnswerSummary({
  letterCount,
  organisationCount,
  answerCount,
}: Pick<Cited, "letterCount" | "organisationCount"> & { answerCount: number }) {
  const { t, number } = useWords();
  return (
    <p className="answer-summary">
      {t("doctrine.provision.summary", {
        letters: t("doctrine.letters", { count: letterCount, number: number(letterCount) }),
        organisations: t("doctrine.organisations", {
          count: organisationCount,
          number: number(organisationCount),
        }),
        answers: t("doctrine.answers", { count: answerCount, number: number(answerCount) }),
      })}
    </p>
  );
}

/** The letters that cite a provision, those with the most organisations behind them first. */
export function CitedBy({ citedBy, answerCount }: { citedBy: Cited; answerCount: number }) {
  const { t, number, language } = useWords();
  const { letters, letterCount, organisationCount } = citedBy;
  const more = letterCount - letters.length;
  return (
    <section aria-labelledby="letters" className="stack">
      <h2 id="letters">{t("doctrine.provision.citedBy")}</h2>
      {letterCount + organisationCount + answerCount > 0 ? (
        <AnswerSummary {...{ letterCount, organisationCount, answerCount }} />
      ) : null}
      {letters.length === 0 ? (
        <p className="quiet">{t("doctrine.provision.citedBy.none")}</p>
      ) : (
        <ul className="rows">
          {letters.map((letter) => (
            <li key={letter.id}>
              <a href={`/letters/${letter.slug}`} lang={letter.language}>
                {typeset(letter.title, letter.language)}
              </a>
              <p className="quiet">
                <span lang={letter.language}>{letter.authorName}</span> · <SignatureCount letter={letter} /> ·{" "}
                {t("doctrine.provision.cited", { day: formatCalendarDay(language, letter.cited) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p className="quiet">{t("doctrine.provision.moreLetters", { count: more, number: number(more) })}</p>
      ) : null}
    </section>
  );
}
