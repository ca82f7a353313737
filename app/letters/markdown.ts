import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import { MarkdownParser } from "prosemirror-markdown";
import { type Citation, isCitationSource, readCitationSource } from "#app/doctrine/citation.ts";
import { type DocumentNode, documentSchema, isOwnImage, isSafeLink } from "./document.ts";
import { boundBrackets, boundNoteNames } from "./bound-brackets.ts";
import { findAddresses } from "./find-addresses.ts";

const reader = MarkdownIt("default", { html: false, linkify: true, typographer: false });
boundBrackets(reader);
reader.use(footnotes);
boundNoteNames(reader);
findAddresses(reader);

type Token = ReturnType<typeof reader.parse>[number];
type Footnotes = { footnotes?: { list?: { content?: string; tokens?: Token[] }[] } };

/** Brings markdown-it's tokens to the shapes of a letter's schema, after its own rules have run. */
reader.core.ruler.push("letter_schema", (state) => {
  const notes = (state.env as Footnotes).footnotes?.list ?? [];
  const texts = footnoteTexts(state.tokens, notes);
  const shaped: Token[] = [];
  let inFootnotes = false;
  for (const token of state.tokens) {
    if (token.type === "footnote_block_open") inFootnotes = true;
    if (!inFootnotes) {
      const cell = token.type === "inline" && /^t[hd]_open$/.test(shaped.at(-1)?.type ?? "");
      if (cell) shaped.push(new state.Token("paragraph_open", "p", 1));
      const picturesFit = shaped.at(-1)?.type === "paragraph_open";
      if (token.children) token.children = shapeInline(token.children, texts, picturesFit, state.Token);
      shaped.push(...splitAtImages(token, shaped, state.Token));
      if (cell) shaped.push(new state.Token("paragraph_close", "p", -1));
    }
    if (token.type === "footnote_block_close") inFootnotes = false;
  }
  state.tokens = shaped;
});

/** The text of each footnote: of `[^1]: …` from the block at the end, of `^[…]` from its own tokens. */
function footnoteTexts(tokens: Token[], notes: { content?: string }[]): string[] {
  const texts = notes.map((note) => note.content ?? "");
  let current: number | undefined;
  for (const token of tokens) {
    if (token.type === "footnote_open") current = (token.meta as { id: number }).id;
    // An inline note's words stand in its own tokens and, again, in the block at the end.
    if (token.type === "inline" && current !== undefined && token.content && !notes[current]?.content) {
      texts[current] = [texts[current], token.content].filter(Boolean).join(" ");
    }
    if (token.type === "footnote_close") current = undefined;
  }
  return texts.map((text) => unescape(text.replace(/\s+/g, " ").trim()).slice(0, 2000));
}

/** A note is plain text: a sign that Markdown had to escape stands there without its backslash. */
const unescape = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");

/** A picture's description as plain text. */
function altOf(image: Token): string {
  const words = (image.children ?? []).map((child) =>
    child.type === "image" ? altOf(child) : /break$/.test(child.type) ? " " : child.content,
  );
  return words.join("").replace(/\s+/g, " ").trim();
}

function shapeInline(
  children: Token[],
  notes: string[],
  picturesFit: boolean,
  TokenClass: new (type: string, tag: string, nesting: 0) => Token,
): Token[] {
  return joinCitations(children, TokenClass).flatMap((child) => {
    if (child.type === "footnote_ref") {
      child.meta = { text: notes[(child.meta as { id: number }).id] ?? "" };
      return [child];
    }
    // A picture from elsewhere becomes its description: a signed text shows only our own copies.
    if (child.type === "image" && !(picturesFit && isOwnImage(child.attrGet("src")))) {
      const text = new TokenClass("text", "", 0);
      text.content = altOf(child) || String(child.attrGet("src"));
      return [text];
    }
    return [child];
  });
}

/** A link to `doctrine:…` with all that stands in it becomes one citation. */
function joinCitations(
  children: Token[],
  TokenClass: new (type: string, tag: string, nesting: 0) => Token,
): Token[] {
  const joined: Token[] = [];
  let open: { address: string; words: string[] } | null = null;
  for (const child of children) {
    const address = child.type === "link_open" ? String(child.attrGet("href")) : "";
    if (isCitationSource(address)) open = { address, words: [] };
    else if (!open) joined.push(child);
    else if (child.type === "link_close") {
      const citation = new TokenClass("citation", "", 0);
      citation.meta = readCitationSource(open.address, open.words.join(""));
      joined.push(citation);
      open = null;
    } else
      open.words.push(
        child.type === "image" ? altOf(child) : /break$/.test(child.type) ? " " : child.content,
      );
  }
  return joined;
}

/** Pictures are blocks in a letter: a paragraph with a picture in it is split around it. */
function splitAtImages(
  token: Token,
  before: Token[],
  TokenClass: new (type: string, tag: string, nesting: 1 | -1 | 0) => Token,
): Token[] {
  const children = token.children ?? [];
  if (
    token.type !== "inline" ||
    before.at(-1)?.type !== "paragraph_open" ||
    !children.some((child) => child.type === "image")
  )
    return [token];
  const parts: Token[] = [];
  const flush = (inline: Token[]) => {
    if (
      !inline.some(
        (child) => child.type !== "softbreak" && (child.type !== "text" || child.content.trim() !== ""),
      )
    )
      return;
    const piece = new TokenClass("inline", "", 0);
    piece.children = inline;
    parts.push(piece);
  };
  let inline: Token[] = [];
  for (const child of children) {
    if (child.type !== "image") {
      inline.push(child);
      continue;
    }
    flush(inline);
    inline = [];
    parts.push(new TokenClass("paragraph_close", "p", -1), child, new TokenClass("paragraph_open", "p", 1));
  }
  flush(inline);
  return parts;
}

const parser = new MarkdownParser(documentSchema, reader, {
  paragraph: { block: "paragraph" },
  blockquote: { block: "blockquote" },
  bullet_list: { block: "bulletList" },
  ordered_list: {
    block: "orderedList",
    getAttrs: (token) => ({ start: Number(token.attrGet("start") ?? 1), type: null }),
  },
  list_item: { block: "listItem" },
  heading: {
    block: "heading",
    getAttrs: (token) => ({ level: Math.min(4, Math.max(2, Number(token.tag.slice(1)))) }),
  },
  code_block: { block: "codeBlock", noCloseToken: true },
  fence: {
    block: "codeBlock",
    noCloseToken: true,
    getAttrs: (token) => ({ language: /^[\w+#.-]{1,40}/.exec(token.info.trim())?.[0] ?? null }),
  },
  hr: { node: "horizontalRule" },
  image: { node: "image", getAttrs: (token) => ({ src: token.attrGet("src"), alt: altOf(token) }) },
  hardbreak: { node: "hardBreak" },
  footnote_ref: { node: "footnote", getAttrs: (token) => ({ text: (token.meta as { text: string }).text }) },
  citation: { node: "citation", getAttrs: (token) => token.meta as Citation },
  table: { block: "table" },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: "tableRow" },
  th: { block: "tableHeader" },
  td: { block: "tableCell" },
  em: { mark: "italic" },
  strong: { mark: "bold" },
  s: { mark: "strike" },
  link: { mark: "link", getAttrs: (token) => ({ href: token.attrGet("href") }) },
  code_inline: { mark: "code", noCloseToken: true },
});

/**
 * Reads Markdown (CommonMark, tables, footnotes; HTML stays text) as a letter's document.
 * Links that lead neither to the web nor to a mailbox lose their target and keep their words; those to
 * `doctrine:TEXT/PROVISION?revision=DAY` are citations.
 */
export function markdownToDocument(markdown: string): DocumentNode {
  const root = parser.parse(markdown.replaceAll("\0", ""));
  const document = JSON.parse(JSON.stringify(root.toJSON())) as DocumentNode;
  return tidy(document) ?? { type: "doc", content: [{ type: "paragraph" }] };
}

/** Drops what Markdown's splitting leaves: empty paragraphs beside pictures, links without a usable target. */
function tidy(node: DocumentNode): DocumentNode | null {
  const marks = node.marks?.filter((mark) => mark.type !== "link" || isSafeLink(mark.attrs?.href));
  const content = node.content
    ?.map(tidy)
    .filter((inner) => inner !== null)
    .filter(
      (inner, index, all) =>
        inner.type !== "paragraph" ||
        inner.content ||
        ![all[index - 1], all[index + 1]].some((beside) => beside?.type === "image"),
    );
  if (node.type === "text" && node.text === "") return null;
  const { marks: _marks, content: _content, ...rest } = node;
  return {
    ...rest,
    ...(content && content.length > 0 ? { content } : {}),
    ...(marks && marks.length > 0 ? { marks } : {}),
  };
}
