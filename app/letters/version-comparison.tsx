import type { ReactNode } from "react";
import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { useWords } from "#app/ui/words.tsx";
import { type Comparison, type Passage, type Piece, tellsChange } from "./compare-versions.ts";
import { namedKinds } from "./document-blocks.ts";
import { foldUnchanged } from "./fold-unchanged.ts";

type Props = {
  comparison: Comparison;
  /** Of the letter. */
  language: Language;
  /** What the two texts are called: "Version 1", "Next version". */
  before: string;
  after: string;
};

/**
 * What changed between two texts, for reading: on a wide screen old and new side by side, else one after the other
 * in the line. Additions and removals are told to screen readers in words.
 */
export function VersionComparison({ comparison, language, before, after }: Props) {
  const { t } = useWords();
  const { title, addressees, summary, passages, translations } = comparison;
  if (!tellsChange(comparison)) return <p>{t("comparison.none")}</p>;
  const textChanges = passages.some(({ change }) => change !== "same");
  return (
    <div className="comparison">
      <div className="comparison-heads" aria-hidden="true">
        <p>{before}</p>
        <p>{after}</p>
      </div>
      {title ? (
        <Part label={t("comparison.title")}>
          <Words pieces={title} kind="heading" language={language} />
        </Part>
      ) : null}
      {addressees ? (
        <Part label={t("comparison.addressees")}>
          <ul className="comparison-list">
            {addressees.map((piece) => (
              <li key={`${piece.change} ${piece.text}`} lang={language}>
                <Marked piece={piece} language={language} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {summary ? (
        <Part label={t("comparison.summary")}>
          <Words pieces={summary} kind="paragraph" language={language} />
        </Part>
      ) : null}
      <Part label={t("comparison.text")}>
        {textChanges ? (
          <ComparedPassages passages={passages} language={language} />
        ) : (
          <p className="quiet">{t("comparison.text.none")}</p>
        )}
      </Part>
      {translations.length > 0 ? (
        <Part label={t("comparison.translations")}>
          <ul>
            {translations.map((each) => (
              <li key={each.language}>
                {t(`translations.${each.change}`, { language: t(`language.${each.language}`) })}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </div>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="comparison-part">
      <h2>{label}</h2>
      {children}
    </section>
  );
}

/** Passages with what changed in them; long stretches without a change are folded. */
export function ComparedPassages({ passages, language }: { passages: Passage[]; language: Language }) {
  const { t, number } = useWords();
  return foldUnchanged(passages).map((stretch, place) =>
    "folded" in stretch ? (
      <details key={place} className="comparison-same">
        <summary>
          {t("comparison.same", { count: stretch.folded.length, number: number(stretch.folded.length) })}
        </summary>
        {stretch.folded.map((passage, inner) => (
          <Change key={inner} passage={passage} language={language} />
        ))}
      </details>
    ) : (
      <Change key={place} passage={stretch.shown} language={language} />
    ),
  );
}

function Change({ passage, language }: { passage: Passage; language: Language }) {
  const { t } = useWords();
  if (passage.change === "words")
    return (
      <div className="change change-words">
        <Words pieces={passage.pieces} kind={passage.kind} language={language} />
        {passage.formatting ? <p className="quiet">{t("comparison.formatting.too")}</p> : null}
      </div>
    );
  const { change, kind, text } = passage;
  return (
    <div className={`change change-${change}`}>
      {change === "formatting" || change === "picture" ? (
        <p className="quiet">{t(`comparison.${change}`)}</p>
      ) : null}
      <Line kind={kind} language={language}>
        {change === "added" || change === "removed" ? (
          <Marked piece={{ change, text }} language={language} />
        ) : (
          typeset(text, language)
        )}
      </Line>
    </div>
  );
}

function Line({
  kind,
  language,
  className = "",
  children,
}: {
  kind: Passage["kind"];
  language: Language;
  className?: string;
  children: ReactNode;
}) {
  const { t, language: reader } = useWords();
  const named = namedKinds.find((known) => known === kind);
  return (
    <p className={`passage passage-${kind} ${className}`.trim()} lang={language}>
      {named ? (
        <span className="passage-kind" lang={reader}>
          {t(`comparison.kind.${named}`)}{" "}
        </span>
      ) : null}
      {children}
    </p>
  );
}

/** Changed words twice: in one line for a phone, on two sides for a wide screen. Styles show one of them. */
function Words({ pieces, kind, language }: { pieces: Piece[]; kind: Passage["kind"]; language: Language }) {
  const line = (className: string, left?: Piece["change"]) => (
    <Line kind={kind} language={language} className={className}>
      {pieces.map((piece, place) =>
        piece.change === left ? null : <Marked key={place} piece={piece} language={language} />,
      )}
    </Line>
  );
  return (
    <>
      {line("in-line")}
      <div className="side-by-side">
        {line("", "added")}
        {line("", "removed")}
      </div>
    </>
  );
}

function Marked({ piece: { change, text }, language }: { piece: Piece; language: Language }) {
  const { t, language: reader } = useWords();
  if (change === "same") return <>{typeset(text, language)}</>;
  const Mark = change === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="visually-hidden" lang={reader}>
        {t(`comparison.${change}`)}{" "}
      </span>
      {typeset(text, language)}
    </Mark>
  );
}
