import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { CalendarDay, useReader, useWords } from "#app/ui/words.tsx";
import { type Citation, placeOf } from "./citation.ts";
import { ChangedSince, citedHref } from "./citation-link.tsx";
import type { CitedPassage } from "./cited-passage.ts";

/** What one or several citations of a letter lead to. */
export type CitedPlace = { citation: Citation; passage: CitedPassage | null; mark: string };

/** The places that citations lead to, each once, in the order of the letter, with the letter that marks it on paper. */
export function citedPlaces(
  citations: Citation[],
  passages: (CitedPassage | null)[],
): Map<string, CitedPlace> {
  const places = new Map<string, CitedPlace>();
  citations.forEach((citation, index) => {
    const place = placeOf(citation);
    if (places.has(place)) return;
    places.set(place, { citation, passage: passages[index] ?? null, mark: letters(places.size) });
  });
  return places;
}

/** 0 is "a", 25 "z", 26 "aa", as lists count in letters. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}

/** How many provisions of which texts are cited, the texts in the order of the letter. */
function textsOf(places: CitedPlace[]): { text: string; title: string; language: Language; count: number }[] {
  const texts = new Map<string, { title: string; language: Language; provisions: Set<string> }>();
  for (const { citation, passage } of places) {
    if (!passage) continue;
    const { title, language, slug } = passage;
    const known = texts.get(citation.text) ?? { title, language, provisions: new Set<string>() };
    known.provisions.add(slug);
    texts.set(citation.text, known);
  }
  return [...texts].map(([text, { provisions, ...rest }]) => ({ text, ...rest, count: provisions.size }));
}

/** The foot of a letter that cites: of which texts, and each provision with its state; on paper with its address. */
export function CitedProvisions({ places, language }: { places: CitedPlace[]; language: Language }) {
  const { t, number, language: readers } = useWords();
  const origin = useReader()?.origin ?? "";
  if (places.length === 0) return null;
  return (
    <section className="cited" aria-label={t("citation.list")} lang={readers}>
      {textsOf(places).map(({ text, title, language: its, count }) => (
        <p key={text}>
          {t("citation.cites", { count, number: number(count) })}{" "}
          <a href={`/doctrine/${text}`} lang={its}>
            {title}
          </a>
        </p>
      ))}
      <ol>
        {places.map(({ citation, passage }) => (
          <li key={placeOf(citation)}>
            {passage ? (
              <>
                <a href={citedHref(citation, passage)} lang={language}>
                  {typeset(citation.label, language)}
                </a>
                {", "}
                <bdi lang={passage.language}>{passage.title}</bdi>
                {", "}
                {t("citation.asOf")} <CalendarDay day={citation.revision} />{" "}
                <ChangedSince state={passage.state} />
                <span className="print-only">
                  {origin}
                  {citedHref(citation, passage)}
                </span>
              </>
            ) : (
              <>
                <span lang={language}>{typeset(citation.label, language)}</span>{" "}
                <span className="citation-since">{t("citation.unknown")}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
