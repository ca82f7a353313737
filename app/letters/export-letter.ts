import type { LetterSummary } from "./letter.ts";

/** A letter of a list as public data; docs/api.md describes every field. @param origin that Tribune is known by */
export function exportedSummary(letter: LetterSummary, origin: string) {
  const url = `${origin}/letters/${letter.slug}`;
  return {
    slug: letter.slug,
    url,
    data: `${url}.json`,
    open: letter.open,
    language: letter.language,
    title: letter.title,
    summary: letter.summary,
    author: letter.authorName,
    addressees: letter.addressees,
    publishedAt: letter.publishedAt,
    closesOn: letter.closesOn,
    signatures: {
      confirmed: letter.signatureCount,
      organisations: letter.organisationCount,
      imported: letter.importedCount,
    },
    comments: letter.commentCount,
  };
}
