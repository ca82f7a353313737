import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { type Draft, readDraft } from "#app/letters/draft-letter.server.ts";
import type { WrittenLetter } from "./letter-paper.ts";
import { makePdf } from "./make-pdf.server.ts";
import { readPictures } from "./read-pictures.server.ts";
import { writeDocx } from "./write-docx.ts";
import { writeHtml } from "./write-html.ts";
import { writeMarkdownFile } from "./write-markdown-file.ts";

/** What a draft can be written as, and what such a file is called on the web. */
export const draftFormats = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;
export type DraftFormat = keyof typeof draftFormats;

/**
 * Writes the draft of an account as a file.
 * @param origin the address of this Tribune, for the links in it
 * @returns `busy` when too many papers are being made; somebody else's draft is `not-found`
 */
export async function writeDraft(
  slug: string,
  accountId: number,
  format: DraftFormat,
  origin: string,
): Promise<{ outcome: "made"; bytes: Uint8Array } | { outcome: "not-found" } | { outcome: "busy" }> {
  const draft = await readDraft(slug, accountId);
  if (!draft) return { outcome: "not-found" };
  const letter = await writtenDraft(draft, origin);
  if (format === "pdf")
    return makePdf(() => Promise.resolve({ ...letter, kind: "draft", madeAt: new Date() }));
  if (format === "docx") return { outcome: "made", bytes: await writeDocx(letter) };
  const text = format === "html" ? writeHtml(letter) : writeMarkdownFile(letter, draft);
  return { outcome: "made", bytes: new TextEncoder().encode(text) };
}

async function writtenDraft(draft: Draft, origin: string): Promise<WrittenLetter> {
  const { slug, title, summary, language, authorName, addressees, document } = draft;
  const { passages } = await readCitedPassages(document);
  const pictures = await readPictures(document);
  return { slug, title, summary, language, authorName, addressees, document, passages, pictures, origin };
}
