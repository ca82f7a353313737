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
  version: 2,
  publishedAt: new Date("2026-01-02T03:04:05Z"),
};

/** Read in its original, of which there is no translation. */
const alone = ({ title, language }: { title: string; language: "en" | "fr" }) => ({
  text: { title, language },
  original: language,
  languages: [language],
});

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
  expect(letterMeta(letter, "https://tribune.example", alone(letter))).toContainEqual({
    property: "og:description",
    content: letter.title,
  });
});

test("Open Graph names the page, its language and the day it was published", () => {
  const tags = letterMeta({ ...letter, summary: "In short." }, "https://tribune.example", alone(letter));
  const url = "https://tribune.example/letters/a-letter";
  expect(tags).toEqual(
    expect.arrayContaining([
      { title: `${letter.title} · Tribune` },
      { name: "description", content: "In short." },
      { property: "og:type", content: "article" },
      { property: "og:title", content: letter.title },
      { property: "og:description", content: "In short." },
      { property: "og:url", content: url },
      { property: "og:locale", content: "fr_FR" },
      { property: "article:published_time", content: "2026-01-02T03:04:05.000Z" },
      { tagName: "link", rel: "canonical", href: url },
    ]),
  );
  const english = { ...letter, language: "en" as const };
  expect(letterMeta(english, "https://a.example", alone(english))).toContainEqual({
    property: "og:locale",
    content: "en_GB",
  });
  expect(tags.filter((tag) => "hrefLang" in tag)).toEqual([]);
});

test("a translation is a page of its own, and each language names the others", () => {
  const text = { title: "A letter", language: "en" as const };
  const reading = { text, original: "fr" as const, languages: ["fr" as const, "en" as const] };
  const tags = letterMeta(letter, "https://tribune.example", reading);
  const url = "https://tribune.example/letters/a-letter";
  expect(tags).toEqual(
    expect.arrayContaining([
      { title: "A letter · Tribune" },
      { property: "og:title", content: "A letter" },
      { property: "og:locale", content: "en_GB" },
      { tagName: "link", rel: "canonical", href: `${url}?in=en` },
      { tagName: "link", rel: "alternate", type: "application/json", href: `${url}.json` },
      { tagName: "link", rel: "alternate", hrefLang: "fr", href: url },
      { tagName: "link", rel: "alternate", hrefLang: "en", href: `${url}?in=en` },
    ]),
  );
});

test.each(["</script>", "</SCRIPT >", "<!--", "<script", "]]>", "\u2028\u2029", '"}', "\\\\u003c"])(
  "%j in any field stays words",
  (words) => {
    const hostile = {
      ...letter,
      title: words,
      summary: words,
      authorName: words,
      authorKind: "person" as const,
    };
    const json = letterJsonLd(hostile, "https://tribune.example");
    expect(json).not.toContain("<");
    expect(JSON.parse(json)).toMatchObject({
      ...{ headline: words, description: words, author: { "@type": "Person", name: words } },
    });
  },
);

test("imported signatures are not in the count for machines", () => {
  const counted = { ...letter, signatureCount: 0, importedCount: 70 };
  expect(JSON.parse(letterJsonLd(counted, "https://a.example"))).toMatchObject({
    interactionStatistic: [
      {
        "@type": "InteractionCounter",
        interactionType: "https://schema.org/EndorseAction",
        userInteractionCount: 0,
      },
      { interactionType: "https://schema.org/CommentAction", userInteractionCount: 3 },
    ],
    datePublished: "2026-01-02T03:04:05.000Z",
    inLanguage: "fr",
    discussionUrl: "https://a.example/letters/a-letter/discussion",
  });
});

test("the picture that goes with a link is told with its size, its words and an address of this count", () => {
  const tags = letterMeta(letter, "https://tribune.example", alone(letter));
  const url = "https://tribune.example/letters/a-letter/card.png";
  expect(tags).toEqual(
    expect.arrayContaining([
      { property: "og:image", content: `${url}?v=2-12` },
      { property: "og:image:width", content: "1200" },
      { property: "og:image:height", content: "630" },
      { property: "og:image:alt", content: `${letter.title}. Ada & Co. 12 signatures.` },
      { name: "twitter:card", content: "summary_large_image" },
    ]),
  );
  const read = { text: { title: "A letter", language: "en" as const }, original: "fr" as const };
  expect(letterMeta(letter, "https://t.example", { ...read, languages: ["fr", "en"] })).toContainEqual({
    property: "og:image",
    content: "https://t.example/letters/a-letter/card.png?v=2-12&in=en",
  });
});
