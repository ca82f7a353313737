import { citationHref, type Citation, placeOf } from "#app/doctrine/citation.ts";
import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { formatCalendarDay, translator } from "#app/languages/translate.ts";
import { type DocumentNode, plainText } from "#app/letters/document.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import type { WrittenLetter } from "./letter-paper.ts";

/** A note at the end of a letter: the writer's own, or what a citation leads to. */
export type Note = {
  number: number;
  /** What it says, as inline nodes. */
  content: DocumentNode[];
  /** The language of the passage that is quoted in it, where it is not the letter's. */
  quoted?: { text: string; lang: string };
};

/**
 * The notes of a letter in the order of their marks. Footnotes and citations are counted together, and a provision that is
 * cited twice has one note.
 */
export class Notes {
  readonly list: Note[] = [];
  readonly #letter: Pick<WrittenLetter, "language" | "origin" | "passages">;
  readonly #byPlace = new Map<string, Note>();
  #cited = 0;

  constructor(letter: Pick<WrittenLetter, "language" | "origin" | "passages">) {
    this.#letter = letter;
  }

  /** The note of a footnote or a citation; each is asked for once, in the order of reading. */
  of(node: DocumentNode): Note {
    if (node.type !== "citation") return this.#add(noteContent(String(node.attrs?.text)));
    const citation = node.attrs as Citation;
    const passage = this.#letter.passages[this.#cited++] ?? null;
    const known = this.#byPlace.get(placeOf(citation));
    const note = known ?? this.#add(this.#saying(citation, passage), passage);
    this.#byPlace.set(placeOf(citation), note);
    return note;
  }

  #add(content: DocumentNode[], passage?: CitedPassage | null): Note {
    const note: Note = { number: this.list.length + 1, content };
    if (passage) {
      const text = passage.passage.replace(/\s+/g, " ");
      note.quoted = {
        text: typeset(quoted(text, passage.language), passage.language),
        lang: passage.language,
      };
    }
    this.list.push(note);
    return note;
  }

  #saying(citation: Citation, passage: CitedPassage | null): DocumentNode[] {
    const { language, origin } = this.#letter;
    const t = translator(language);
    const href = `${origin}${citationHref(citation)}`;
    const link = { ...text(href), marks: [{ type: "link", attrs: { href } }] };
    if (!passage) return [text(`${citation.label}, ${t("citation.unknown")}. `), link];
    const day = formatCalendarDay(language, citation.revision);
    const since = passage.state === "same" ? "" : ` (${t(`citation.${passage.state}`)})`;
    return [text(`${citation.label}, ${passage.title}, ${t("citation.asOf")} ${day}${since}. `), link];
  }
}

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const quoted = (words: string, language: string) => (language === "fr" ? `« ${words} »` : `“${words}”`);

/** The text of a footnote, which is a line of Markdown, as inline nodes. */
function noteContent(note: string): DocumentNode[] {
  const [block, ...more] = markdownToDocument(note).content ?? [];
  const isLine = block?.type === "paragraph" && more.length === 0;
  // Words that Markdown would make a list of are words.
  const content = isLine ? (block.content ?? []) : [];
  const plain = content.every(({ type }) => type === "text" || type === "hardBreak");
  return plain && plainText({ type: "doc", content: [{ type: "paragraph", content }] }) !== ""
    ? content
    : [text(note)];
}
