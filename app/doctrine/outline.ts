import { type NumberedHeading, leaf, numberedHeading, plainNumber } from "./numbered-heading.ts";
import type { ProvisionKind } from "./provision.ts";
import {
  type ParsedProvision,
  type Problem,
  provisionLimits,
  type Reference,
  shortened,
} from "./parsed-provision.ts";

/** A line, a paragraph or a heading of a document, as `oneLine` makes it. */
export type Block = {
  line: number;
  text: string;
  /** From 1 to 6 when the document marks it as a heading, else null. */
  level: number | null;
  /** Whether something other than running text stands above it: an empty line, a heading, another paragraph. */
  alone: boolean;
  /** Whether the document says that it is the title of what stands above it. */
  caption?: boolean;
  references?: Reference[];
};

type Heading = Omit<NumberedHeading, "short" | "rank"> & { rank: number | null };
/** A provision that what follows may stand below. */
type Open = { provision: ParsedProvision; rank: number | null; level: number | null };

/** Unnumbered headings that stand before or behind the numbered ones of a plain text. */
const surroundings =
  /^(?:dispositions (?:préliminaires|liminaires|transitoires|finales|diverses)|préambule|preamble)$/i;
const sentenceEnd = /[.;:,!?…]$/;
const longestHeading = 200;

/**
 * Makes the tree of provisions that a document's lines say, by the words of its headings ("Chapitre II" stands in
 * "Titre Ier" whatever their marks) and, for headings without such words, by their level.
 *
 * A document that marks the headings of one kind marks all of that kind: a plain line that reads like one is text.
 * In a document without marks a wide heading without a title ("Titre III") is one when headings follow it and its
 * number follows the one before; else it is a cell of a table or a list, taken as text and reported.
 */
export function outlineOf(blocks: Block[]): { provisions: ParsedProvision[]; problems: Problem[] } {
  const read = blocks.map((block) => numberedHeading(block.text, block.level !== null));
  const marked = new Set<ProvisionKind>();
  blocks.forEach(({ level }, at) => level !== null && read[at] && marked.add(read[at].kind));
  const leafMarked = ["article", "rule", "requirement"].some((kind) => marked.has(kind as ProvisionKind));
  const hasArticles = read.some((heading) => heading?.kind === "article");
  const hasLeaves = read.some((heading) => heading?.rank === leaf && !heading.short) || !hasArticles;

  /** Whether a block may begin a provision by its own looks. */
  function mayBegin(at: number): boolean {
    const block = blocks[at];
    const heading = read[at];
    if (!block) return false;
    if (block.level !== null) return true;
    if (!heading || marked.has(heading.kind)) return false;
    if (heading.rank === leaf && (leafMarked || (heading.short && hasArticles))) return false;
    return block.alone || (heading.rank === leaf && heading.title === "");
  }
  const isShortLine = (text: string) => text.length <= longestHeading && !sentenceEnd.test(text);
  /** Whether headings follow: at once, or behind one line that can be this one's title. */
  function leadsOn(at: number): boolean {
    const next = blocks[at + 1];
    if (!next || mayBegin(at + 1)) return next !== undefined;
    return next.caption === true || (isShortLine(next.text) && mayBegin(at + 2));
  }

  const provisions: ParsedProvision[] = [];
  const problems: Problem[] = [];
  const open: Open[] = [];
  let outside: Block | null = null;

  function begin(block: Block, heading: Heading): void {
    const fitting = fit(heading, block, problems);
    const provision: ParsedProvision = { ...fitting, line: block.line, children: [] };
    const { rank } = heading;
    while (open.length > 0 && !holds(open.at(-1) as Open, { rank, level: block.level })) open.pop();
    (open.at(-1)?.provision.children ?? provisions).push(provision);
    open.push({ provision, rank, level: block.level });
    if (block.references) provision.references = block.references;
    outside = null;
  }

  /** The number of the last provision of this kind where a new one would stand, as far as it is one. */
  function lastNumber(heading: NumberedHeading): number {
    const holder = open.findLast((each) => each.rank !== null && each.rank < heading.rank);
    const siblings = holder?.provision.children ?? provisions;
    const last = siblings.findLast(({ kind }) => kind === heading.kind);
    return Number(plainNumber(last?.number ?? "0")) || 0;
  }

  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const heading = read[at];
    if (block.level !== null) {
      begin(block, heading ?? { kind: "heading", rank: null, number: "", title: block.text });
    } else if (heading && mayBegin(at) && isMeant(heading, at)) {
      begin(block, heading);
    } else if (
      !heading &&
      block.alone &&
      isShortLine(block.text) &&
      mayBegin(at + 1) &&
      isSurrounding(block.text)
    ) {
      begin(block, { kind: "heading", rank: null, number: "", title: block.text });
      continue;
    } else {
      if (heading && mayBegin(at))
        problems.push({ line: block.line, what: "taken-as-text", words: shortened(block.text) });
      addText(block);
      continue;
    }
    at += takeTitle(at);
  }

  function isMeant(heading: NumberedHeading, at: number): boolean {
    if (heading.rank === leaf || heading.kind === "annex" || heading.title !== "" || !hasLeaves) return true;
    const number = Number(plainNumber(heading.number));
    return leadsOn(at) && !(number < lastNumber(heading));
  }

  /** Of a plain text: what stands before its first provision, or is called what such headings are called. */
  function isSurrounding(text: string): boolean {
    return marked.size === 0 && (provisions.length === 0 || surroundings.test(text));
  }

  /** The title of a heading often stands on a line of its own below it. @returns how many lines were taken */
  function takeTitle(at: number): 0 | 1 {
    const here = open.at(-1);
    const next = blocks[at + 1];
    if (!here || !next || here.provision.title !== "" || next.level !== null) return 0;
    const wide = here.rank !== null && here.rank < leaf && isShortLine(next.text) && mayBegin(at + 2);
    if (!(next.caption || wide) || mayBegin(at + 1)) return 0;
    here.provision.title = next.text.slice(0, provisionLimits.title);
    return 1;
  }

  function addText(block: Block): void {
    const provision = open.at(-1)?.provision;
    if (provision) {
      provision.text += (provision.text === "" ? "" : "\n") + block.text;
      if (block.references) (provision.references ??= []).push(...block.references);
      return;
    }
    // One line in the report for all that stands together.
    if (outside === null) problems.push({ line: block.line, what: "outside", words: shortened(block.text) });
    outside = block;
  }
  return { provisions, problems };
}

/** Whether what begins now stands below `above`. */
function holds(above: Open, { rank, level }: { rank: number | null; level: number | null }): boolean {
  if (above.rank !== null && rank !== null) return above.rank < rank;
  if (above.level !== null && level !== null) return above.level < level;
  // An unnumbered line of a plain text is a heading of articles and stands at the top.
  return above.rank === null && rank === leaf;
}

/** The fields of a provision as the tables take them; a title that is a text becomes one. */
function fit(
  heading: Heading,
  { line }: Block,
  problems: Problem[],
): Omit<ParsedProvision, "line" | "children"> {
  const { kind, title } = heading;
  const number = heading.number.slice(0, provisionLimits.number);
  if (number !== heading.number)
    problems.push({ line, what: "number-too-long", words: shortened(heading.number) });
  // "Art. 5. – Le ministre est chargé de l’exécution du présent décret."
  const isText = heading.rank === leaf && title.length > 40 && /[.;:]$/.test(title);
  if (!isText && title.length <= provisionLimits.title) return { kind, number, title, text: "" };
  if (!isText) problems.push({ line, what: "title-too-long", words: shortened(title) });
  return { kind, number, title: "", text: title };
}
