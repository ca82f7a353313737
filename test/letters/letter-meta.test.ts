import { expect, test } from "vitest";
import { letterJsonLd, letterMeta } from "#app/letters/letter-meta.ts";

const letter = {
  slug: "a-letter",
  title: 'A "letter" </script><script>alert(1)</script>',
  summary: "",
  language: "fr" as const,
  authorName: "Ada & Co",
  authorKind: "organisation" as const,
  signatureCount: 12,
  commentCount: 3,
  publishedAt: new Date("2026-01-02T03:04:05Z"),
};

test("the description for machines cannot end its script element, and says what the page says", () => {
  const text = letterJsonLd(letter, "https://tribune.example");
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toMatchObject({
    headline: letter.title,
    author: { "@type": "Organization", name: "Ada & Co" },
    url: "https://tribune.example/letters/a-letter",
    interactionStatistic: [{ userInteractionCount: 12 }, { userInteractionCount: 3 }],
  });
});

test("without a summary the title describes the letter where it is shared", () => {
  expect(letterMeta(letter, "https://tribune.example")).toContainEqual({
    property: "og:description",
    content: letter.title,
  });
});
