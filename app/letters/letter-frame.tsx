import type { ReactNode } from "react";
import { CalendarDay, Day, Moment, useWords } from "#app/ui/words.tsx";
import { typeset } from "#app/languages/french-spacing.ts";
import type { Letter } from "./letter.ts";

type Shown = Pick<
  Letter,
  "slug" | "title" | "summary" | "language" | "authorName" | "addressees" | "open" | "closesOn"
> & { publishedAt: Date | string; state?: Letter["state"] };

/** The head of a letter: its kind and day, its title, who writes to whom, and what it says in short. */
export function LetterHead({
  letter,
  text = letter,
}: {
  letter: Shown;
  /** The translation that is read, where it is not the original: its title is another one. */
  text?: Pick<Letter, "title" | "language">;
}) {
  const { t } = useWords();
  return (
    <header className="letter-head">
      <p className="kicker">
        {t("letter.kind")} · <Day at={letter.publishedAt} />
        {letter.open ? null : (
          <> · {t(letter.state === "archived" ? "letter.state.archived" : "letter.state.closed")}</>
        )}
      </p>
      <h1 lang={text.language}>{typeset(text.title, text.language)}</h1>
      <dl className="letter-parties">
        <dt>{t("letter.from")}</dt>
        <dd lang={letter.language}>{letter.authorName}</dd>
        {letter.addressees.length > 0 ? (
          <>
            <dt>{t("letter.to")}</dt>
            {letter.addressees.map((addressee) => (
              <dd key={addressee} lang={letter.language}>
                {typeset(addressee, letter.language)}
              </dd>
            ))}
          </>
        ) : null}
      </dl>
      {letter.summary ? (
        <p className="lead" lang={letter.language}>
          {typeset(letter.summary, letter.language)}
        </p>
      ) : null}
      {letter.open && letter.closesOn ? (
        <p className="print-only">
          {t("letter.until.long")} <CalendarDay day={letter.closesOn} />
        </p>
      ) : null}
    </header>
  );
}

/** The head of a page that belongs to a letter: its title leads back to the text. */
export function LetterPartHead({
  letter,
  title,
  href = `/letters/${letter.slug}`,
}: {
  letter: Pick<Letter, "slug" | "title" | "language">;
  title: ReactNode;
  /** Where its title leads, if not to the letter. */
  href?: string;
}) {
  return (
    <header className="letter-part-head">
      <p className="kicker" lang={letter.language}>
        <a href={href}>{typeset(letter.title, letter.language)}</a>
      </p>
      <h1>{title}</h1>
    </header>
  );
}

/** Which text this is: version, time, and the hash that names it. */
export function VersionSeal({
  slug,
  number,
  sha256,
  publishedAt,
}: {
  slug: string;
  number: number;
  sha256: string;
  publishedAt: Date | string;
}) {
  const { t } = useWords();
  return (
    <p className="version-seal">
      <a href={`/letters/${slug}/versions/${number}`}>{t("version.name", { number })}</a>,{" "}
      {t("version.frozen")} <Moment at={publishedAt} />
      <br />
      <span className="version-hash">SHA-256 {sha256}</span>
    </p>
  );
}
