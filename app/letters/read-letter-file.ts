import { isDay } from "#app/languages/calendar-day.ts";
import { guessLanguage } from "#app/languages/guess-language.ts";
import { isLanguage, type Language } from "#app/languages/language.ts";
import { type DocumentFault, type DocumentNode, parseDocument, plainText } from "./document.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { type AuthorKind, LetterFields } from "./letter.ts";
import { markdownToDocument } from "./markdown.ts";

/** What the command line says of a letter; it goes before what the file says. */
export type LetterOptions = { title?: string; author?: string; addressees?: string[]; language?: Language };

/** A letter as its file has it. `publishedOn` is null when the file does not say. */
export type ImportedLetter = {
  title: string;
  summary: string;
  authorKind: AuthorKind;
  authorName: string;
  addressees: string[];
  language: Language;
  closesOn: string | null;
  publishedOn: string | null;
  document: DocumentNode;
};

/** Where the file names nobody; an invented name would be worse. */
const noAuthor: Record<Language, string> = { en: "Author not stated", fr: "Auteur non indiqué" };

const keys = ["title", "summary", "author", "author_kind", "addressees", "language", "date", "closes_on"];

/** Thrown inside reading; its message is what is wrong with the file. */
class Unfit extends Error {}

/**
 * Reads a letter from Markdown with optional YAML front matter (title, summary, author, author_kind, addressees,
 * language, date, closes_on). The first heading of level one is the title and leaves the text, unless the title
 * is given elsewhere in other words.
 * @returns `notes` on what was not used; or `unfit` with the reason
 */
export function readLetterFile(
  markdown: string,
  given: LetterOptions = {},
): { outcome: "read"; letter: ImportedLetter; notes: string[] } | { outcome: "unfit"; reason: string } {
  try {
    return { outcome: "read", ...readLetter(markdown, given) };
  } catch (fault) {
    if (fault instanceof Unfit) return { outcome: "unfit", reason: fault.message };
    throw fault;
  }
}

function readLetter(markdown: string, given: LetterOptions): { letter: ImportedLetter; notes: string[] } {
  const split = splitFrontMatter(markdown.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  if (split.fault !== undefined) throw new Unfit(`has front matter that is not YAML: ${split.fault}`);
  const { matter, body } = split;
  const stated = given.title ?? textOf(matter, "title");
  const { title, text } = takeTitle(body, stated);
  if (!title) throw new Unfit('has no title: begin it with a line "# Title", or give --title');
  const parsed = parseDocument(markdownToDocument(text));
  if (!parsed.ok) throw new Unfit(faultWords[parsed.fault]);
  const prose = plainText(parsed.document);
  if (prose === "") throw new Unfit("has no text");
  const language = given.language ?? languageOf(textOf(matter, "language")) ?? guessLanguage(prose);
  const fields = LetterFields.safeParse({
    title,
    summary: textOf(matter, "summary"),
    addressees: (given.addressees ?? listOf(matter, "addressees"))
      .map((name) => name.replace(/\s+/gu, " "))
      .join("\n"),
    authorKind: textOf(matter, "author_kind")
      ?.replace(/organization/i, "organisation")
      .toLowerCase(),
    authorName: given.author ?? textOf(matter, "author"),
    closesOn: textOf(matter, "closes_on"),
  });
  if (!fields.success)
    throw new Unfit(fieldWords[String(fields.error.issues[0]?.path[0])] ?? "is not as it should be");
  const publishedOn = textOf(matter, "date") ?? null;
  if (publishedOn !== null && !isPastDay(publishedOn))
    throw new Unfit('has a "date" that is no past day such as 2023-05-14');
  const unused = Object.keys(matter).filter((key) => !keys.includes(key));
  return {
    letter: {
      ...fields.data,
      authorName: fields.data.authorName || noAuthor[language],
      language,
      publishedOn,
      document: parsed.document,
    },
    notes: unused.length > 0 ? [`Front matter Tribune has no use for: ${unused.join(", ")}.`] : [],
  };
}

function textOf(matter: Record<string, unknown>, key: string): string | undefined {
  const value = matter[key];
  if (value === undefined || value === "" || value === "~" || value === "null") return undefined;
  if (typeof value !== "string") throw new Unfit(`has front matter whose "${key}" is no text`);
  return value;
}

function listOf(matter: Record<string, unknown>, key: string): string[] {
  const value = matter[key];
  if (!Array.isArray(value)) return textOf(matter, key)?.split("\n") ?? [];
  return value.map((entry: unknown) => {
    if (typeof entry !== "string") throw new Unfit(`has front matter whose "${key}" is no list of texts`);
    return entry;
  });
}

/** The title, and the text without the heading that says it. */
export function takeTitle(
  body: string,
  stated: string | undefined,
): { title: string | undefined; text: string } {
  const lines = body.split("\n");
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence && mark.startsWith(fence) && line.trim() === mark) fence = undefined;
    if (fence !== undefined) continue;
    const underlined =
      line.trim() !== "" &&
      /^ {0,3}=+\s*$/.test(lines[index + 1] ?? "") &&
      (lines[index - 1] ?? "").trim() === "";
    if (!underlined && !/^ {0,3}#(\s|$)/.test(line)) continue;
    const heading = plainText(markdownToDocument(underlined ? `# ${line.trim()}` : line)).replace(
      /\s+/gu,
      " ",
    );
    if (stated !== undefined && !sameWords(stated, heading)) return { title: stated, text: body };
    const rest = lines.toSpliced(index, underlined ? 2 : 1).join("\n");
    return { title: stated ?? heading, text: rest };
  }
  return { title: stated, text: body };
}

const sameWords = (a: string, b: string) => a.replace(/\s+/gu, " ").trim().toLowerCase() === b.toLowerCase();

function languageOf(typed: string | undefined): Language | undefined {
  if (typed === undefined) return undefined;
  const tag = typed.trim().toLowerCase().split(/[-_]/)[0];
  if (isLanguage(tag)) return tag;
  throw new Unfit(`is in the language "${typed}"; Tribune publishes in en and fr`);
}

const isPastDay = (day: string) => isDay(day) && new Date(`${day}T00:00:00Z`) <= new Date();

const faultWords: Record<DocumentFault, string> = {
  "unknown-node": "holds something a letter cannot be made of",
  "too-long": "is too long for a letter (about 200 printed pages are possible)",
  "too-deep": "nests lists or quotes too deeply",
  "bad-link": "holds a link that leads neither to the web nor to a mailbox",
  "bad-image": "holds a picture that is not one of this Tribune's own",
  "image-without-description": "holds a picture without a description",
  "bad-citation":
    "holds a citation that is not of the form [words](doctrine:TEXT/PROVISION?revision=YYYY-MM-DD)",
  "too-many-citations": "holds more than 300 citations",
};

const fieldWords: Record<string, string> = {
  title: "has a title of more than 200 characters; give a shorter one with --title",
  summary: "has a summary of more than 500 characters",
  addressees: "has more than 20 addressees, or one of more than 200 characters",
  authorKind: 'has an "author_kind" that is neither person nor organisation',
  authorName: "has an author of more than 160 characters; give a shorter one with --author",
  closesOn: 'has a "closes_on" that is no day such as 2027-01-31',
};
