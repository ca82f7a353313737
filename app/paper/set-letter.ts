import { typeset } from "#app/languages/french-spacing.ts";
import { formatDay, formatMoment, translator } from "#app/languages/translate.ts";
import { type Blocks, leadingOf, paragraphSlabs, shifted, slabsOfBlocks } from "./blocks.ts";
import { type Look, piecesOf } from "./inline.ts";
import type { LetterPaper } from "./letter-paper.ts";
import { evenLinesOf, linesOf, type Piece, slabsOf } from "./line.ts";
import { Notes } from "./notes.ts";
import { type Element, ink, measure, Paper, sheet, type Slab, space } from "./paper.ts";
import { setSignatories } from "./signatories.ts";

const bodyLook: Look = { face: "text", size: 11 };
const smallLook: Look = { face: "sans", size: 9, color: ink.quiet };

/**
 * Sets a letter on A4 sheets as a tagged PDF (PDF/UA-1): its text, its notes, and who signed it.
 * @param compress false leaves the sheets readable for programs that look for words in them
 */
export async function setLetter(letter: LetterPaper, compress = true): Promise<Uint8Array> {
  const { language, origin, title } = letter;
  const paper = new Paper({
    ...{ title: typeset(title, language), author: letter.authorName, language, compress },
    createdAt: letter.madeAt,
  });
  const notes = new Notes(letter);
  const blocks: Blocks = { paper, notes, language, origin, pictures: letter.pictures };
  const address = `${origin}/letters/${letter.slug}`;
  setHead(letter, blocks);
  const body = paper.element("Sect", paper.root);
  const place = { width: measure, look: bodyLook, parent: body };
  paper.set(slabsOfBlocks(letter.document.content ?? [], place, blocks));
  setFoot(letter, blocks);
  setNotes(notes, blocks);
  if (letter.kind === "published")
    setSignatories(
      {
        ...{ signatories: letter.signatories, version: letter.version.number, language, address },
        madeAt: letter.madeAt,
      },
      blocks,
    );
  paper.onEachPage((page, pages) => drawFoot(letter, address, page, pages, paper));
  return paper.bytes();
}

const line = (text: string, look: Look, parent: Element, blocks: Blocks, tag = "P"): Slab[] =>
  paragraphSlabs([{ ...look, text }], { width: measure, look, parent }, blocks, tag);

/** The kind and the day, the title, who writes to whom. */
function setHead(letter: LetterPaper, blocks: Blocks): void {
  const { paper } = blocks;
  const { language } = letter;
  const t = translator(language);
  const root = paper.element("Sect", paper.root);
  const day = letter.kind === "published" ? formatDay(language, letter.publishedAt) : t("paper.draft");
  paper.set([...line(`${t("letter.kind")} · ${day}`, smallLook, root, blocks), space(10)]);
  const look: Look = { face: "bold", size: 23 };
  const heading = paper.element("H1", root);
  const pieces: Piece[] = [{ ...look, text: typeset(letter.title, language) }];
  paper.set([...slabsOf(evenLinesOf(pieces, measure, paper), heading, 28, paper), space(14)]);
  setParties(letter, root, blocks);
  if (letter.summary) {
    const summary: Look = { face: "italic", size: 12 };
    paper.set([space(12), ...line(typeset(letter.summary, language), summary, root, blocks)]);
  }
  paper.set([space(14), headRule(paper), space(14)]);
}

function setParties(letter: LetterPaper, root: Element, blocks: Blocks): void {
  const { paper, language } = blocks;
  const t = translator(language);
  const rows: [label: string, names: string[]][] = [
    [t("letter.from"), [letter.authorName]],
    [t("letter.to"), letter.addressees],
  ];
  const indent = 62;
  for (const [label, names] of rows) {
    const shown = names.filter(Boolean);
    if (shown.length === 0) continue;
    const element = paper.element("P", root);
    const look: Look = { face: "sans", size: 10, color: ink.text };
    const text = shown.map((name) => typeset(name, language)).join("\n");
    const slabs = slabsOf(linesOf([{ ...look, text }], measure - indent, paper), element, 14.5, paper);
    paper.set(
      shifted(slabs, indent).map((slab, index) => ({
        ...slab,
        draw: (x, y) => {
          paper.mark(element);
          if (index === 0)
            paper.write(`${label} `, x, y + 14.5 * 0.74, { face: "sans", size: 10, color: ink.quiet });
          slab.draw(x, y);
        },
      })),
    );
  }
}

const headRule = (paper: Paper): Slab => ({
  height: 1,
  draw: (x, y) => paper.decorate(() => paper.pdf.rect(x, y, measure, 0.8).fill(ink.rule)),
});

/** Whose letter it is, and which text this is. */
function setFoot(letter: LetterPaper, blocks: Blocks): void {
  const { language } = letter;
  const { paper } = blocks;
  const t = translator(language);
  const root = paper.element("Sect", paper.root);
  const author: Look = { face: "italic", size: 12 };
  paper.set([space(18), ...line(typeset(letter.authorName, language), author, root, blocks)]);
  if (letter.kind !== "published") return;
  const { number, sha256, publishedAt } = letter.version;
  const frozen = `${t("version.name", { number })}, ${t("version.frozen")} ${formatMoment(language, publishedAt)}`;
  const seal: Look = { ...smallLook, size: 8 };
  paper.set([space(8), ...line(`${frozen}\nSHA-256 ${sha256}`, seal, root, blocks)]);
}

/** The notes, each with the way back to its mark. */
function setNotes({ list }: Notes, blocks: Blocks): void {
  if (list.length === 0) return;
  const { paper, language } = blocks;
  const t = translator(language);
  const root = paper.element("Sect", paper.root);
  const title: Look = { face: "bold", size: 13 };
  const heading = line(t("paper.notes"), title, root, blocks, "H2");
  paper.set([space(26), ...heading.map((slab) => ({ ...slab, tied: true })), space(4)]);
  const look: Look = { face: "text", size: 9.2 };
  const indent = 22;
  for (const note of list) {
    const element = paper.element("Note", root);
    const { data } = (element as unknown as { dictionary: { data: { ID?: string } } }).dictionary;
    data.ID = new String(`note-${note.number}`) as string;
    const label: Piece = {
      ...{ text: `${note.number}.`, face: "sans" as const, size: 8.4, color: ink.link },
      ...{ target: { place: `mark-${note.number}` }, name: `note-${note.number}` },
      says: t("letter.footnote.back", { number: note.number }),
    };
    const mark = slabsOf(
      [linesOf([label], indent, paper)[0] ?? []],
      paper.element("Lbl", element),
      leadingOf(look),
      paper,
    );
    const parent = element;
    const pieces = piecesOf(note.content, look, blocks);
    const slabs = paragraphSlabs(pieces, { width: measure - indent, look, parent }, blocks, "P");
    if (note.quoted) {
      const quote = paper.element("P", paper.element("BlockQuote", parent, { lang: note.quoted.lang }));
      const words: Piece[] = [{ ...look, face: "italic", text: note.quoted.text }];
      slabs.push(...slabsOf(linesOf(words, measure - indent, paper), quote, leadingOf(look), paper));
    }
    const set = shifted(slabs, indent).map((slab, index) => ({
      ...slab,
      draw: (x: number, y: number) => {
        if (index === 0) mark[0]?.draw(x, y);
        slab.draw(x, y);
      },
    }));
    paper.set([...set, space(4)]);
  }
}

/** The foot of every sheet: which text this is, where it stands, and the number of the page. */
function drawFoot(letter: LetterPaper, address: string, page: number, pages: number, paper: Paper): void {
  const { language } = letter;
  const t = translator(language);
  const style = { face: "sans", size: 7.4, color: ink.quiet } as const;
  const y = sheet.height - 56;
  paper.pdf.rect(sheet.left, y - 14, measure, 0.5).fill(ink.rule);
  const count = t("paper.page", { page, pages });
  const wide = paper.faces.width(count, "sans", style.size);
  paper.write(count, sheet.width - sheet.right - wide, y, style);
  if (letter.kind === "draft") {
    paper.write(
      t("paper.draft.made", { moment: formatMoment(language, letter.madeAt) }),
      sheet.left,
      y,
      style,
    );
    return;
  }
  const { number, sha256 } = letter.version;
  const room = measure - wide - 16;
  const [first] = linesOf([{ ...style, text: address }], room, paper);
  paper.write((first ?? []).map(({ text }) => text).join(""), sheet.left, y, style);
  paper.write(`${t("version.name", { number })}, SHA-256 ${sha256}`, sheet.left, y + 11, style);
}
