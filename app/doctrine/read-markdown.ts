import { guessLanguage } from "#app/languages/guess-language.ts";
import { isLanguage } from "#app/languages/language.ts";
import { splitFrontMatter } from "#app/letters/front-matter.ts";
import { type Block, outlineOf } from "./outline.ts";
import { oneLine, type ParsedText, type Problem, shortened } from "./parsed-provision.ts";

/**
 * Reads an official text from Markdown or plain text with optional YAML front matter (title, language, source,
 * last_updated or date). Each line is a paragraph, as official texts are saved.
 */
export function readMarkdown(file: string): ParsedText {
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const split = splitFrontMatter(text);
  const matter = split.fault === undefined ? split.matter : {};
  const body = split.body;
  const first = text.length === body.length ? 1 : text.slice(0, text.length - body.length).split("\n").length;
  const problems: Problem[] =
    split.fault === undefined ? [] : [{ line: 1, what: "front-matter", words: shortened(split.fault) }];
  const blocks = blocksOf(body, first);
  const stated = stringOf(matter.title);
  const heading = titleAmong(blocks, stated);
  const rest = heading === undefined ? blocks : blocks.filter((block) => block !== heading);
  const outline = outlineOf(rest);
  const language = stringOf(matter.language)?.toLowerCase().split(/[-_]/)[0];
  return {
    title: stated ?? heading?.text,
    language: isLanguage(language) ? language : guessLanguage(body.slice(0, 20_000)),
    source: stringOf(matter.source),
    dated: [matter.last_updated, matter.dated, matter.date]
      .map(stringOf)
      .find((day) => /^\d{4}-\d\d-\d\d$/.test(day ?? "")),
    provisions: outline.provisions,
    problems: [...problems, ...outline.problems].sort((a, b) => a.line - b.line),
  };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? oneLine(value) : undefined;
}

/** The heading of the whole document: of level 1, before any other, and the only one unless the front matter says it. */
function titleAmong(blocks: Block[], stated: string | undefined): Block | undefined {
  const first = blocks.find(({ level }) => level !== null);
  if (first?.level !== 1) return undefined;
  if (stated !== undefined) return first.text.toLowerCase() === stated.toLowerCase() ? first : undefined;
  return blocks.filter(({ level }) => level === 1).length === 1 ? first : undefined;
}

function blocksOf(body: string, firstLine: number): Block[] {
  const blocks: Block[] = [];
  let fence: string | null = null;
  let alone = true;
  for (const [at, raw] of body.split("\n").entries()) {
    const line = firstLine + at;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null;
      continue;
    }
    const plain = raw.trim();
    const last = blocks.at(-1);
    if (plain === "" || (fence === null && /^(?:\*\s*){3,}$|^(?:_\s*){3,}$/.test(plain))) {
      alone = true;
      continue;
    }
    // "Title" with "=====" below it. A line of hyphens is as often a rule between two parts.
    if (fence === null && /^=+$/.test(plain) && last?.level === null && last.line === line - 1) {
      last.level = 1;
      continue;
    }
    if (fence === null && /^-{3,}$/.test(plain)) {
      alone = true;
      continue;
    }
    const heading = fence === null ? /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(raw) : null;
    const text = oneLine(fence === null ? withoutMarks(heading?.[2] ?? plain) : plain);
    if (text === "") continue;
    const level = heading ? (heading[1] ?? "").length : null;
    blocks.push({ line, text, level, alone });
    alone = level !== null;
  }
  return blocks;
}

/** A line without Markdown's marks of emphasis, links and quotes; a star in a number ("R*552-4") is none. */
function withoutMarks(line: string): string {
  return line
    .replace(/^>\s?/, "")
    .replace(/!?\[([^\]\n]{0,2000})\]\((?:[^()\s]{1,2000})(?: "[^"\n]{0,300}")?\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000})\1/g, "$2")
    .replace(/(^|[\s(«“"'’])([*_])(?=\S)([^*_]{1,2000})\2(?=$|[\s).,;:!?»”"'’])/gu, "$1$3")
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, "$1");
}
