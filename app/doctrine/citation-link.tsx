import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import { type Citation, citationHref } from "./citation.ts";
import type { CitedPassage } from "./cited-passage.ts";

type Props = {
  citation: Citation;
  /** What it leads to; null when that does not exist. */
  passage: CitedPassage | null;
  /** Its place among the citations of the letter, from 1. */
  number: number;
  /** How the list of what is cited calls it, on paper. */
  mark: string;
  /** Of the letter. */
  language: Language;
};

/** The page of what is cited as it is addressed today, in the state that was read. */
export const citedHref = (citation: Citation, passage: CitedPassage | null): string =>
  citationHref({ ...citation, provision: passage?.slug ?? citation.provision });

/**
 * A citation in a letter: a link, beside which the passage shows under the pointer, on focus, and where nothing
 * points, by a button that opens it. All without a script.
 */
export function CitationLink({ citation, passage, number, mark, language }: Props) {
  const { t, language: readers } = useWords();
  const label = typeset(citation.label, language);
  const id = `citation-${number}`;
  if (!passage) return <span className="citation-unknown">{label}</span>;
  return (
    <span className="citation">
      <a className="citation-label" href={citedHref(citation, passage)} aria-describedby={id}>
        {label}
      </a>
      <button
        type="button"
        className="citation-more"
        aria-label={t("citation.show", { label: citation.label })}
        // React 18 knows neither this attribute nor the next: it writes them as they are.
        {...{ popovertarget: id }}
      >
        <span aria-hidden="true">¶</span>
      </button>
      <span className="citation-passage" id={id} {...{ popover: "auto" }}>
        <span className="citation-source">
          <bdi lang={passage.language}>{passage.title}</bdi>
          {", "}
          <span lang={readers}>
            {t("citation.asOf")} <CalendarDay day={citation.revision} />
          </span>
        </span>
        <span className="citation-words" lang={passage.language}>
          {passage.passage}
        </span>
        <ChangedSince state={passage.state} />
      </span>
      <sup className="citation-mark">{mark}</sup>
    </span>
  );
}

/** Says when the newest revision of the text no longer has what was cited. */
export function ChangedSince({ state }: { state: CitedPassage["state"] }) {
  const { t, language } = useWords();
  if (state === "same") return null;
  return (
    <span className="citation-since" lang={language}>
      {t(`citation.${state}`)}
    </span>
  );
}
