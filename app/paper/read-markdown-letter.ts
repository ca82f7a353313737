import MarkdownIt from "markdown-it";
import { isCitationSource } from "#app/doctrine/citation.ts";
import { isLanguage } from "#app/languages/language.ts";
import { guessLanguage } from "#app/languages/guess-language.ts";
import { type DocumentNode, isOwnImage, isSafeLink, plainText } from "#app/letters/document.ts";
import { splitFrontMatter } from "#app/letters/front-matter.ts";
import { LetterFields } from "#app/letters/letter.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { takeTitle } from "#app/letters/read-letter-file.ts";
import type { Losses } from "./loss.ts";
import { type FoundLetter, type FoundPicture, pictureKey } from "./written-file.ts";

/** Reads what the reader of letters leaves as text, only to tell of it. */
const looker = MarkdownIt("default", { html: true, linkify: false });
// Addresses that it would refuse are told of as well.
looker.validateLink = () => true;

/** Keys of front matter by the field that takes them. */
const fieldOf: Record<string, keyof LetterFields> = {
  ...{ title: "title", summary: "summary", author: "authorName", author_kind: "authorKind" },
  ...{ addressees: "addressees", language: "language", closes_on: "closesOn" },
};

/** Reads a letter from Markdown with optional YAML front matter, as `letter:import` does. */
export function readMarkdownLetter(markdown: string, losses: Losses): Omit<FoundLetter, "losses"> {
  const split = splitFrontMatter(markdown.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  if (split.fault !== undefined) losses.add("matter", split.fault);
  const fields = fieldsOf(split.fault === undefined ? split.matter : {}, losses);
  const { title = "", text } = takeTitle(split.body, fields.title);
  tellOfMarkdown(text, losses);
  const pictures: FoundPicture[] = [];
  const document = withPictureKeys(markdownToDocument(text), pictures, losses);
  const language = isLanguage(fields.language) ? fields.language : guessLanguage(plainText(document));
  return {
    ...{ title, document, pictures, language },
    summary: fields.summary ?? "",
    authorName: fields.authorName ?? "",
    authorKind: fields.authorKind ?? "person",
    addressees: fields.addressees ?? [],
    closesOn: fields.closesOn ?? null,
  };
}

/** What front matter says of the fields of a letter; what does not fit one is told of. */
function fieldsOf(matter: Record<string, unknown>, losses: Losses): Partial<LetterFields> {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(matter)) {
    const field = fieldOf[key];
    const typed = Array.isArray(value) ? value.map(String).join("\n") : value;
    const parsed =
      field && typeof typed === "string" ? LetterFields.shape[field].safeParse(typed) : undefined;
    if (parsed?.success) fields[field as string] = parsed.data;
    else losses.add("matter", key);
  }
  return fields;
}

/** Own pictures are asked for when the draft is made: here is no database. */
function withPictureKeys(node: DocumentNode, pictures: FoundPicture[], losses: Losses): DocumentNode {
  if (node.type === "image") {
    const key = pictureKey(pictures.length);
    pictures.push({ key, own: String(node.attrs?.src), bytes: null });
    return { ...node, attrs: { ...node.attrs, src: key } };
  }
  const content = node.content
    ?.filter((inner) => {
      const undescribed = inner.type === "image" && String(inner.attrs?.alt).trim() === "";
      if (undescribed) losses.add("undescribed");
      return !undescribed;
    })
    .map((inner) => withPictureKeys(inner, pictures, losses));
  return content ? { ...node, content } : node;
}

type Token = ReturnType<typeof looker.parse>[number];

function tellOfMarkdown(text: string, losses: Losses): void {
  const open: Token[] = looker.parse(text, {});
  for (let place = 0; place < open.length; place++) {
    const token = open[place] as Token;
    if (token.type === "inline") tellOfLine(token.children ?? [], losses);
    if (token.type === "html_block" && !/^<!--/.test(token.content)) losses.add("html", token.content);
    if (token.type === "heading_open" && Number(token.tag.slice(1)) > 4) losses.add("headings");
  }
}

function tellOfLine(children: Token[], losses: Losses): void {
  for (const [place, child] of children.entries()) {
    if (child.type === "html_inline" && !/^<\//.test(child.content)) losses.add("html", child.content);
    if (child.type === "image" && !isOwnImage(child.attrGet("src"))) losses.add("pictures", child.content);
    const href = child.type === "link_open" ? child.attrGet("href") : null;
    if (href !== null && !isSafeLink(href) && !isCitationSource(href))
      losses.add("links", children[place + 1]?.content ?? href);
  }
}
