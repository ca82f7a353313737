import { type Element, ink, type Paper, type Slab } from "./paper.ts";
import type { Face } from "./typefaces.ts";

/** Where a stretch of text leads: to an address, or to a place in this document. */
export type Target = { href: string; place?: undefined } | { place: string; href?: undefined };

/** A stretch of text in one look. "\n" ends the line. */
export type Piece = {
  text: string;
  face: Face;
  size: number;
  color?: string;
  /** How far it is raised above the line, in points. */
  rise?: number;
  struck?: boolean;
  target?: Target;
  /** What a link is called where its words alone do not say it. */
  says?: string;
  /** The name of this place, for what leads here. */
  name?: string;
};

/** A part of a piece that is not broken, with the width it takes; `rest` is that of the space at its end. */
type Part = { piece: Piece; text: string; width: number; rest: number; breaks: boolean };
type Line = Part[];

/** A line may end behind a space, and behind a dash or a slash within a word. */
const between = /(?<=[ \t])(?=[^ \t])|(?<=\p{L}[-–—/])(?=\p{L})|(?<=[^/:][/?&=])(?=[\w%])/u;

function partsOf(pieces: Piece[], paper: Paper, width: number): (Part | "\n")[] {
  const parts: (Part | "\n")[] = [];
  for (const piece of pieces)
    for (const [index, line] of piece.text.split("\n").entries()) {
      if (index > 0) parts.push("\n");
      const texts = line === "" ? [] : line.split(between);
      for (const [place, text] of texts.entries()) {
        const measured = (words: string) => paper.faces.width(words, piece.face, piece.size);
        const bare = text.replace(/[ \t]+$/, "");
        const breaks = place < texts.length - 1 || bare !== text;
        const whole = measured(text);
        const part = { piece, text, width: whole, rest: whole - measured(bare), breaks };
        if (part.width - part.rest <= width) parts.push(part);
        else parts.push(...brokenUp(part, width, measured));
      }
    }
  return parts;
}

/** Cuts a word that is longer than a line: an address, a key. */
function brokenUp(part: Part, width: number, measured: (text: string) => number): Part[] {
  const cut: Part[] = [];
  let text = "";
  for (const sign of part.text) {
    if (text !== "" && measured(text + sign) > width) {
      cut.push({ ...part, text, width: measured(text), rest: 0, breaks: true });
      text = "";
    }
    text += sign;
  }
  const last = measured(text);
  return [...cut, { ...part, text, width: last, rest: Math.min(part.rest, last) }];
}

/** Breaks pieces into lines of at most `width`; the first one begins `indent` later. */
export function linesOf(pieces: Piece[], width: number, paper: Paper): Line[] {
  const lines: Line[] = [];
  let line: Line = [];
  let used = 0;
  let word: Part[] = [];
  const settle = () => {
    const wide = word.reduce((sum, part) => sum + part.width, 0) - (word.at(-1)?.rest ?? 0);
    if (line.length > 0 && used + wide > width + 0.01) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(...word);
    used += word.reduce((sum, part) => sum + part.width, 0);
    word = [];
  };
  for (const part of partsOf(pieces, paper, width)) {
    if (part === "\n") {
      settle();
      lines.push(line);
      line = [];
      used = 0;
      continue;
    }
    word.push(part);
    if (part.breaks) settle();
  }
  settle();
  if (line.length > 0 || lines.length === 0) lines.push(line);
  return lines;
}

/** Lines as even as their number allows: a title's last line is no single word. */
export function evenLinesOf(pieces: Piece[], width: number, paper: Paper): Line[] {
  let lines = linesOf(pieces, width, paper);
  for (let narrower = width * 0.96; narrower > width / 2; narrower *= 0.96) {
    const tried = linesOf(pieces, narrower, paper);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** Lines as slabs of `leading` points each; the first and last two stay together. */
export function slabsOf(lines: Line[], element: Element, leading: number, paper: Paper): Slab[] {
  return lines.map((line, index) => ({
    height: leading,
    draw: (x, y) => drawLine(line, x, y + leading * 0.74, element, paper),
    tied: lines.length > 1 && (index === 0 || index === lines.length - 2),
  }));
}

function drawLine(line: Line, x: number, baseline: number, element: Element, paper: Paper): void {
  let at = x;
  for (let index = 0; index < line.length;) {
    const { piece } = line[index] as Part;
    let end = index + 1;
    while (line[end]?.piece === piece) end++;
    const words = line.slice(index, end);
    const text = words.map((part) => part.text).join("");
    const shown = end === line.length ? text.trimEnd() : text;
    at += drawPiece(piece, shown, at, baseline - (piece.rise ?? 0), element, paper);
    index = end;
  }
}

function drawPiece(piece: Piece, text: string, x: number, y: number, element: Element, paper: Paper): number {
  const { target, name, size } = piece;
  const link = target ? paper.element("Link", element) : null;
  paper.mark(link ?? element);
  if (name) paper.pdf.addNamedDestination(name, "XYZ", x, Math.max(0, y - size * 2), null);
  const color = piece.color ?? (target ? ink.link : ink.text);
  const width = paper.write(text, x, y, { ...piece, color });
  if (piece.struck)
    paper.decorate(() => {
      paper.pdf.lineWidth(size / 16).strokeColor(color);
      paper.pdf
        .moveTo(x, y - size * 0.26)
        .lineTo(x + width, y - size * 0.26)
        .stroke();
    });
  if (link && target) {
    const options = { structParent: link, Contents: new String(piece.says ?? text) };
    const box = [x, y - size * 0.85, width, size * 1.15] as const;
    if (target.href !== undefined) paper.pdf.link(...box, target.href, options as never);
    else paper.pdf.goTo(...box, target.place, options as never);
    // Ended on its page: what it holds of the page is read then.
    paper.mark(null);
    link.end();
  }
  return width;
}
