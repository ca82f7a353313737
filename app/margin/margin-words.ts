import type { Node } from "@tiptap/pm/model";

/**
 * The plain text of a letter in the editor as `plainText` (app/letters/document.ts) gives it, and where each of its code
 * points stands: before `from[i]` and behind `to[i]`, in positions of ProseMirror.
 */
type MarginWords = { text: string; from: number[]; to: number[] };

/**
 * Reads a letter's text with the place of each sign.
 * @param leaveOut marks whose content is not in the decided text: proposed insertions
 */
export function readWords(doc: Node, leaveOut: readonly string[] = []): MarginWords {
  const signs: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const write = (sign: string, begins: number, ends: number) => {
    signs.push(sign);
    from.push(begins);
    to.push(ends);
  };
  const read = (node: Node, at: number) => {
    if (node.marks.some(({ type }) => leaveOut.includes(type.name))) return;
    let place = at;
    for (const sign of node.text ?? "") write(sign, place, (place += sign.length));
    if (node.type.name === "hardBreak") write("\n", at, at + 1);
    if (node.type.name === "citation")
      for (const sign of String(node.attrs.label)) write(sign, at, at + node.nodeSize);
    node.forEach((inner, offset) => read(inner, at + 1 + offset));
    if (/^(paragraph|heading|codeBlock|tableRow)$/.test(node.type.name))
      write("\n", at + node.nodeSize - 1, at + node.nodeSize - 1);
  };
  // Positions count from the beginning of what the document holds.
  read(doc, -1);
  const blank = (sign: string | undefined) => sign !== undefined && sign.trim() === "";
  let [start, end] = [0, signs.length];
  while (start < end && blank(signs[start])) start++;
  while (end > start && blank(signs[end - 1])) end--;
  return {
    text: signs.slice(start, end).join(""),
    from: from.slice(start, end),
    to: to.slice(start, end),
  };
}
