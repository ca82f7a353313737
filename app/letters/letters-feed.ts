import type { Feed } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";
import type { Translate } from "#app/languages/translate.ts";
import type { LetterSummary } from "./letter.ts";

/** The newest letters as a feed. */
export const lettersFeed = (letters: LetterSummary[], t: Translate, language: Language): Feed => ({
  path: "/feed.atom",
  page: "/letters",
  title: t("page.letters"),
  language,
  entries: letters.map(({ slug, title, authorName, summary, publishedAt }) => ({
    id: `/letters/${slug}`,
    path: `/letters/${slug}`,
    title,
    at: publishedAt,
    author: authorName,
    summary,
  })),
});
