import { CalendarDay, Day, useWords } from "#app/ui/words.tsx";
import { typeset } from "#app/languages/french-spacing.ts";
import type { LetterSummary } from "./letter.ts";
import { SignatureCount } from "./signature-count.tsx";

type Listed = Omit<LetterSummary, "publishedAt"> & { publishedAt: Date | string };

/** Letters as a list: title first, then who to whom, and how many stand behind it. */
export function LetterList({
  letters,
  short,
  headingLevel = 3,
}: {
  letters: Listed[];
  short?: boolean;
  headingLevel?: 2 | 3;
}) {
  const { t, number } = useWords();
  const Heading = headingLevel === 2 ? "h2" : "h3";
  if (letters.length === 0) return <p className="quiet">{t("letters.empty")}</p>;
  return (
    <ul className={short ? "letter-list letter-list-short" : "letter-list"}>
      {letters.map((letter) => (
        <li key={letter.slug}>
          <Heading lang={letter.language}>
            <a href={`/letters/${letter.slug}`}>{typeset(letter.title, letter.language)}</a>
          </Heading>
          {short ? null : (
            <>
              <p className="letter-list-parties">
                <Parties letter={letter} />
              </p>
              {letter.summary ? (
                <p lang={letter.language}>{typeset(letter.summary, letter.language)}</p>
              ) : null}
            </>
          )}
          <p className="quiet">
            <Day at={letter.publishedAt} /> · <SignatureCount letter={letter} />
            {letter.commentCount > 0
              ? ` · ${t("letter.comments", { count: letter.commentCount, number: number(letter.commentCount) })}`
              : null}
            {letter.open ? null : <> · {t("letter.state.closed")}</>}
            {letter.open && letter.closesOn ? (
              <>
                {" "}
                · {t("letter.until")} <CalendarDay day={letter.closesOn} />
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Who writes to whom, in one line. The arrow needs no article, which French could not put before a typed name. */
function Parties({ letter }: { letter: Pick<Listed, "authorName" | "addressees" | "language"> }) {
  const { t } = useWords();
  return (
    <span lang={letter.language}>
      {letter.authorName}
      {letter.addressees.length > 0 ? (
        <>
          {" "}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t("letter.to")}</span> {letter.addressees.join(" · ")}
        </>
      ) : null}
    </span>
  );
}
