import { isLanguage } from "#app/languages/language.ts";
import { guessLanguage } from "#app/languages/guess-language.ts";
import { type DocumentNode, plainText } from "#app/letters/document.ts";
import { HtmlBlocks } from "./html-blocks.ts";
import { HtmlReading } from "./html-reading.ts";
import { readPage, textIn } from "./html-tree.ts";
import { type Losses } from "./loss.ts";
import { notesOf } from "./page-notes.ts";
import type { FoundLetter } from "./written-file.ts";

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

/**
 * Reads a letter from a page: its main part where it says which that is. The first heading of level one is the title.
 * @param origin this Tribune's address: links to its provisions are citations
 */
export function readHtmlLetter(html: string, origin: string, losses: Losses): Omit<FoundLetter, "losses"> {
  const page = readPage(html);
  const reading = new HtmlReading(page, notesOf(page), origin, losses);
  const content = new HtmlBlocks(reading).read();
  let title = oneLine(page.heading ? textIn(page.heading) : page.title);
  const [first] = content;
  if (title === "" && first?.type === "heading") {
    title = oneLine(plainText(first));
    content.shift();
  }
  const document: DocumentNode = {
    type: "doc",
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  };
  const language = page.language?.toLowerCase().split("-")[0];
  return {
    ...{ title, summary: "", addressees: [], authorKind: "person", closesOn: null },
    authorName: oneLine(page.author).slice(0, 160),
    language: isLanguage(language) ? language : guessLanguage(plainText(document)),
    document,
    pictures: reading.pictures,
  };
}
