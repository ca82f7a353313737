import { parentPort, workerData } from "node:worker_threads";
import { AddressForm } from "#app/accounts/account.ts";
import { JoinForm } from "#app/accounts/new-password.server.ts";
import { mayPostWhileReadOnly } from "#app/administration/running-settings.ts";
import { CommentForm, commentLimits } from "#app/discussion/comment.ts";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { eachPassage } from "#app/discussion/anchor.ts";
import { hidePassages } from "#app/discussion/hidden-part.ts";
import { possibleNames, splitAtMentions } from "#app/discussion/mention.ts";
import { readNumber } from "#app/doctrine/provision-number.ts";
import { letterAt } from "#app/embeds/oembed.ts";
import { readInstance } from "#app/embeds/share-links.ts";
import { preferredLanguage } from "#app/languages/language.ts";
import { type DocumentNode, parseDocument } from "#app/letters/document.ts";
import { footnoteHtml } from "#app/letters/footnote-html.ts";
import { splitFrontMatter } from "#app/letters/front-matter.ts";
import { LetterFields, letterLimits } from "#app/letters/letter.ts";
import { markdownToDocument } from "#app/letters/markdown.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { registrableDomain } from "#app/organisations/domain.ts";
import { nameKey } from "#app/organisations/name-key.ts";
import { registrationNumber } from "#app/organisations/registration-number.ts";
import { foldedWords } from "#app/pipeline/fold.ts";
import { hasLink } from "#app/pipeline/pipeline.ts";
import { compileWordList, findListed, readWordList } from "#app/pipeline/word-list.ts";
import { safeNext } from "#app/requests/visitor.server.ts";
import { readQuestion } from "#app/search/question.ts";
import { isReadablePath } from "#app/server/request-guard.ts";
import { searchQuery, searchText } from "#app/signatures/search-text.ts";
import { SignForm, signatureLimits } from "#app/signatures/signature.ts";
import { namesakeKey, suspicionOf } from "#app/signatures/suspicion.ts";

/** A long letter; a header. */
const form = 100_000;
const header = 15_000;

const inline = (text: string, code = false): DocumentNode => ({
  type: "paragraph",
  content: [{ type: "text", text, ...(code ? { marks: [{ type: "code" }] } : {}) }],
});
const documentOf = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const inCell = (text: string): DocumentNode => ({
  type: "table",
  content: [
    {
      type: "tableRow",
      content: [
        { type: "tableHeader", attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [inline(text)] },
      ],
    },
  ],
});

/** Whatever reads what people type, with how much of it there can be. */
export const readers: Record<string, [longest: number, read: (text: string) => unknown]> = {
  "a letter's Markdown": [form, markdownToDocument],
  "a letter's document": [form, (text) => parseDocument(documentOf(inline(text)))],
  "a letter as Markdown: text": [form, (text) => documentToMarkdown(documentOf(inline(text)))],
  "a letter as Markdown: code": [form, (text) => documentToMarkdown(documentOf(inline(text, true)))],
  "a letter as Markdown: a table": [form, (text) => documentToMarkdown(documentOf(inCell(text)))],
  "a letter's fields": [
    form,
    (text) => LetterFields.safeParse({ title: text, summary: text, addressees: text, authorName: text }),
  ],
  "a file's front matter": [form, (text) => splitFrontMatter(`---\n${text}`)],
  "a footnote": [2000, (text) => footnoteHtml(text, "fr")],
  "a comment's form": [form, (text) => CommentForm.safeParse({ body: text })],
  "a comment": [commentLimits.body, (text) => commentHtml(text)],
  "a comment that mentions": [commentLimits.body, (text) => commentHtml(text, ["Ada Lovelace", "a a"])],
  mentions: [commentLimits.body, possibleNames],
  "mentions that are shown": [commentLimits.body, (text) => splitAtMentions(text, ["Ada Lovelace", "a a"])],
  "a passage": [commentLimits.body, (text) => [...eachPassage(text, text.slice(0, 2000))].length],
  "hidden passages": [commentLimits.body, (text) => hidePassages(text, [text.slice(0, 200)])],
  lookalikes: [form, foldedWords],
  links: [form, hasLink],
  "a list of words": [form, readWordList],
  "words of a list": [
    form,
    (text) => findListed(compileWordList(["a a a a", "bad word"]), foldedWords(text)),
  ],
  "a question": [form, readQuestion],
  "a search for signatories": [form, searchQuery],
  "what is searched": [form, (text) => searchText(text, text)],
  "the form to join": [form, (text) => JoinForm.safeParse({ name: text, email: text, password: text })],
  "an address": [form, (text) => AddressForm.safeParse({ email: `a@${text}` })],
  "the form to sign": [form, (text) => SignForm.safeParse({ name: text, email: text, statement: text })],
  "a name that signs": [
    signatureLimits.name,
    (text) => [namesakeKey(text), suspicionOf({ name: text, email: `${text}@a.org` })],
  ],
  "an organisation's name": [letterLimits.title, nameKey],
  "a domain": [form, (text) => registrableDomain(text)],
  "a registration": [form, (text) => registrationNumber("FR", text)],
  "a provision's number": [form, readNumber],
  "an instance": [300, readInstance],
  "a letter's address": [header, (text) => letterAt(`https://a.example/${text}`, "https://a.example")],
  "where to go on": [form, (text) => safeNext(`/${text}`)],
  "a path": [header, isReadablePath],
  "a path in read-only mode": [header, (text) => mayPostWhileReadOnly(`/${text}`)],
  "languages and cookies": [header, (text) => preferredLanguage(`a=${text}`, text)],
};

/** What careless patterns go back and forth over when it is said again and again, and something else comes last. */
const pieces = [
  ..."a 1é.-_*`~#>|<&\\![](){}@/\"'“«,;:=+$%\t\n\u0301\u200b\u00a0а",
  ...[
    "- ",
    "> ",
    "| a ",
    "|-",
    "&a",
    "![",
    "[a](",
    "[a](b",
    "[](",
    "**a",
    "*a",
    "_a",
    "a*",
    "a_",
    "***a",
    "`a",
    "``` ",
    "~~a",
  ],
  ...[
    "^[",
    "[^",
    "[^a]",
    "[^1]: a\n",
    "[a]: b\n",
    "http://",
    "http://a.",
    "https://a/(",
    'https://a.b/a"',
    "mailto:a@",
    "a@",
    "@a",
  ],
  ...[
    "doctrine:a/",
    "a.",
    "//",
    " a",
    "a ",
    "\n ",
    "\n\n",
    "\n> ",
    "1) ",
    "1. ",
    "===\n",
    "a\n=\n",
    "<a",
    "</",
    "<!--",
    "<?",
    "&#x",
  ],
  ...[
    "   \n",
    "\\\n",
    " \\",
    "---\n",
    "\n    ",
    "\n\t- ",
    "@Ada ",
    "a-b.",
    "xn--",
    ":ffff:",
    ";q=0.",
    "%2f",
    "İ",
    "ß",
    "😀",
    "\ud83d",
  ],
];
function* texts(longest: number): Generator<string> {
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest - 2);
    yield text;
    yield `x${text}\nx`;
  }
}

// Started as a thread, it reads every text by one reader and says how many there were.
const asked = workerData as { reader?: string } | null;
if (parentPort && asked?.reader !== undefined) {
  const [longest, read] = readers[asked.reader] ?? [0, () => undefined];
  let count = 0;
  for (const text of texts(longest)) {
    parentPort.postMessage({ reading: `${JSON.stringify(text.slice(0, 20))} × ${text.length}` });
    read(text);
    count++;
  }
  parentPort.postMessage({ count });
}
