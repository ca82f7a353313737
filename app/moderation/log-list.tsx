import { typeset } from "#app/languages/french-spacing.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import { logSentence, type ShownLine } from "./log-sentence.ts";

/** Lines of the public log, each with what it is about. */
export function LogList({ lines }: { lines: ShownLine[] }) {
  const { t, language } = useWords();
  return (
    <ol className="rows">
      {lines.map((line) => {
        const { id, at, letter, organisation, text } = line;
        return (
          <li key={id}>
            <p>{logSentence(line, t, language)}</p>
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
