import { expect, test } from "vitest";
import { isTextSlug } from "#app/doctrine/import-text.ts";
import { provisionSlugs } from "#app/doctrine/provision-slugs.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import { isDay } from "#app/languages/calendar-day.ts";

const slugs = (markdown: string, language: "fr" | "en" = "fr") => [
  ...provisionSlugs(readMarkdown(markdown).provisions, language).values(),
];

test("numbers stand alone, headings have the way to them in the text's language", () => {
  const text =
    "## Livre Ier : Un\n### Titre II : Deux\n#### Chapitre unique\n##### Article R*552-4\n##### Article 39 bis A\n## Dispositions de l’année\n### Exigence 19.6\n";
  expect(slugs(text)).toEqual([
    ...["livre-1", "livre-1-titre-2", "livre-1-titre-2-chapitre-unique", "R552-4", "39-bis-A"],
    ...["dispositions-de-l-annee", "19.6"],
  ]);
  expect(slugs("## Book I\n### Chapter 2\n", "en")).toEqual(["book-1", "book-1-chapter-2"]);
});

test("none is there twice, nor what other pages are called, nor longer than an address", () => {
  const text =
    "## Article 1\n## Article 1\n## Annexe A\n### Article 1\n### Article 1\n## Annexe B\n### Article 1\n## Compare\n## Unanswered\n";
  expect(slugs(text)).toEqual([
    ...["1", "1~2", "annexe-a", "annexe-a-article-1", "annexe-a-article-1~2"],
    ...["annexe-b", "annexe-b-article-1", "heading-compare", "heading-unanswered"],
  ]);
  for (const slug of slugs(
    `## ${"long ".repeat(100)}\n### ${"words ".repeat(100)}\n#### ${"more ".repeat(100)}\n`,
  ))
    expect(slug.length).toBeLessThanOrEqual(149);
  expect(slugs("## 日本\n## ???\n").every((slug) => /^[A-Za-z0-9.~-]+$/.test(slug))).toBe(true);
});

test.each<[string, boolean]>([
  ["crpa", true],
  ["cloud-au-centre-2", true],
  ["import", false],
  ["find", false],
  ["Crpa", false],
  ["a--b", false],
  ["x".repeat(81), false],
  ["", false],
])("%j as a text's address: %s", (slug, may) => expect(isTextSlug(slug)).toBe(may));

test.each<[string, boolean]>([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2024-2-9", false],
  ["", false],
  ["2024-01-01T00:00", false],
  ["1000-01-01", true],
  ["0999-12-31", false],
  ["0000-05-14", false],
])("%j as a day: %s", (day, is) => expect(isDay(day)).toBe(is));
