import { renderJSONContentToReactElement } from "@tiptap/static-renderer/json/react";
import type { ReactNode } from "react";
import type { Language } from "#app/languages/language.ts";
import { useWords } from "#app/ui/words.tsx";
import { type Citation, citationsIn, placeOf } from "#app/doctrine/citation.ts";
import { CitationLink } from "#app/doctrine/citation-link.tsx";
import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import { citedPlaces, CitedProvisions } from "#app/doctrine/cited-provisions.tsx";
import type { DocumentNode } from "./document.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { footnoteHtml } from "./footnote-html.ts";

type Rendered = {
  node: { text?: string; attrs?: Record<string, unknown> };
  children?: ReactNode | ReactNode[];
};
const childrenOf = ({ children }: Rendered) => children;

/** The footnotes of a document in the order of their marks. */
function footnotesIn(node: DocumentNode): DocumentNode[] {
  return [...(node.type === "footnote" ? [node] : []), ...(node.content ?? []).flatMap(footnotesIn)];
}

function renderer(
  language: Language,
  notes: DocumentNode[],
  footnoteLabel: (number: number) => string,
  citationLink: (citation: Citation, number: number) => ReactNode,
) {
  let block = 0;
  let note = 0;
  let cited = 0;
  const heading = (rendered: Rendered) => {
    const Heading = `h${rendered.node.attrs?.level as 2 | 3 | 4}` as const;
    return <Heading>{rendered.children}</Heading>;
  };
  const cell = (Cell: "td" | "th") => (rendered: Rendered) => (
    <Cell
      colSpan={
        (rendered.node.attrs?.colspan as number) === 1 ? undefined : (rendered.node.attrs?.colspan as number)
      }
      rowSpan={
        (rendered.node.attrs?.rowspan as number) === 1 ? undefined : (rendered.node.attrs?.rowspan as number)
      }
    >
      {rendered.children}
    </Cell>
  );
  return renderJSONContentToReactElement({
    nodeMapping: {
      doc: (rendered: Rendered) => <>{rendered.children}</>,
      text: ({ node }: Rendered) => typeset(node.text ?? "", language),
      paragraph: (rendered: Rendered) => <p>{rendered.children ?? <br />}</p>,
      heading,
      blockquote: (rendered: Rendered) => <blockquote>{childrenOf(rendered)}</blockquote>,
      bulletList: (rendered: Rendered) => <ul>{childrenOf(rendered)}</ul>,
      orderedList: (rendered: Rendered) => (
        <ol
          start={
            (rendered.node.attrs?.start as number) === 1 ? undefined : (rendered.node.attrs?.start as number)
          }
        >
          {childrenOf(rendered)}
        </ol>
      ),
      listItem: (rendered: Rendered) => <li>{childrenOf(rendered)}</li>,
      codeBlock: (rendered: Rendered) => (
        <pre tabIndex={0} key={`code-${block++}`}>
          <code>{childrenOf(rendered)}</code>
        </pre>
      ),
      horizontalRule: () => <hr />,
      hardBreak: () => <br />,
      image: ({ node }: Rendered) => (
        <figure>
          <img src={String(node.attrs?.src)} alt={String(node.attrs?.alt)} loading="lazy" decoding="async" />
        </figure>
      ),
      // Scrolls within itself on a phone, and can be reached by keyboard for that.
      table: (rendered: Rendered) => (
        <div className="table-frame" tabIndex={0}>
          <table>
            <tbody>{childrenOf(rendered)}</tbody>
          </table>
        </div>
      ),
      tableRow: (rendered: Rendered) => <tr>{childrenOf(rendered)}</tr>,
      tableHeader: cell("th"),
      tableCell: cell("td"),
      citation: ({ node }: Rendered) => citationLink(node.attrs as Citation, ++cited),
      footnote: () => {
        note += 1;
        const number = Math.min(note, notes.length);
        return (
          <sup className="footnote-mark">
            <a href={`#note-${number}`} id={`note-mark-${number}`} aria-label={footnoteLabel(number)}>
              {number}
            </a>
          </sup>
        );
      },
    },
    markMapping: {
      bold: ({ children }) => <strong>{children}</strong>,
      italic: ({ children }) => <em>{children}</em>,
      strike: ({ children }) => <s>{children}</s>,
      code: ({ children }) => <code>{children}</code>,
      link: ({ mark, children }) => (
        <a href={String(mark.attrs?.href)} rel="noopener">
          {children}
        </a>
      ),
    },
  });
}

type Props = {
  document: DocumentNode;
  language: Language;
  /** What its citations lead to, in its order. */
  passages: (CitedPassage | null)[];
};

/** The text of a letter, set in its own language, its footnotes numbered and at the foot, and what it cites. */
export function LetterText({ document, language, passages }: Props) {
  const { t } = useWords();
  const notes = footnotesIn(document);
  const places = citedPlaces(citationsIn(document), passages);
  const render = renderer(
    language,
    notes,
    (number) => t("letter.footnote", { number }),
    (citation, number) => (
      <CitationLink
        citation={citation}
        passage={passages[number - 1] ?? null}
        number={number}
        mark={places.get(placeOf(citation))?.mark ?? ""}
        language={language}
      />
    ),
  );
  return (
    <div className="letter-text" lang={language}>
      {render({ content: document })}
      {notes.length > 0 ? (
        <section className="footnotes" aria-label={t("letter.footnotes")}>
          <ol>
            {notes.map((note, index) => (
              <li key={index} id={`note-${index + 1}`}>
                <span
                  dangerouslySetInnerHTML={{ __html: footnoteHtml(String(note.attrs?.text), language) }}
                />{" "}
                <a
                  href={`#note-mark-${index + 1}`}
                  aria-label={t("letter.footnote.back", { number: index + 1 })}
                >
                  ↩
                </a>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <CitedProvisions places={[...places.values()]} language={language} />
    </div>
  );
}
