import { citationHref, type Citation } from "#app/doctrine/citation.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import type { Piece, Target } from "./line.ts";
import type { Notes } from "./notes.ts";
import { ink } from "./paper.ts";
import type { Face } from "./typefaces.ts";

/** What words look like where no mark says otherwise. */
export type Look = { face: "text" | "bold" | "italic" | "sans"; size: number; color?: string };

export type Setting = { language: Language; origin: string; notes: Notes };

const control = /[\p{Cc}]/gu;

/** The pieces of what stands within a paragraph. */
export function piecesOf(nodes: DocumentNode[], look: Look, setting: Setting): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if (node.type === "hardBreak") return [{ ...look, text: "\n" }];
    if (node.type === "footnote" || node.type === "citation") return marked(node, look, setting);
    const words = (node.text ?? "").replace(control, " ");
    return [{ ...dressed(node, look), text: typeset(words, setting.language) }];
  });
}

function dressed(node: DocumentNode, look: Look): Omit<Piece, "text"> {
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
  const href = node.marks?.find(({ type }) => type === "link")?.attrs?.href;
  const target: Target | undefined = typeof href === "string" ? { href } : undefined;
  const code = has("code");
  return {
    size: code ? look.size * 0.95 : look.size,
    face: faceOf(look.face, code, has("bold"), has("italic")),
    struck: has("strike"),
    color: target ? undefined : look.color,
    target,
  };
}

function faceOf(face: Look["face"], code: boolean, bold: boolean, italic: boolean): Face {
  if (code || face === "sans") return bold ? "sans-bold" : "sans";
  const isBold = bold || face === "bold";
  // Emphasis within what is set in italics stands upright.
  const isItalic = italic !== (face === "italic");
  if (isBold) return isItalic ? "bold-italic" : "bold";
  return isItalic ? "italic" : "text";
}

/** The mark of a note; of a citation its words before, which lead to the provision. */
function marked(node: DocumentNode, look: Look, { language, origin, notes }: Setting): Piece[] {
  const note = notes.of(node);
  const first = note.number === notes.list.length;
  const mark: Piece = {
    text: String(note.number),
    face: "sans",
    size: look.size * 0.68,
    rise: look.size * 0.36,
    color: ink.link,
    target: { place: `note-${note.number}` },
    says: translator(language)("letter.footnote", { number: note.number }),
    name: first ? `mark-${note.number}` : undefined,
  };
  if (node.type === "footnote") return [mark];
  const citation = node.attrs as Citation;
  const label: Piece = {
    ...dressed(node, look),
    text: typeset(citation.label, language),
    target: { href: `${origin}${citationHref(citation)}` },
    color: ink.link,
  };
  return [label, mark];
}
