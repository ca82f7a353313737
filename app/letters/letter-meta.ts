import type { MetaDescriptor } from "@remix-run/node";
import { cardMeta } from "#app/cards/card-meta.ts";
import { feedMeta } from "#app/feeds/feed-link.tsx";
import type { Language } from "#app/languages/language.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { writeJsonLd } from "#app/ui/json-ld.ts";
import { letterCardAlt, letterCardPath } from "./letter-card.ts";
import type { Letter } from "./letter.ts";

type Described = Pick<
  Letter,
  | "slug"
  | "title"
  | "summary"
  | "language"
  | "authorName"
  | "authorKind"
  | "signatureCount"
  | "commentCount"
  | "version"
> & {
  publishedAt: Date | string;
};

/** What of a reading its page tells machines. */
type Read = { text: { title: string; language: Language }; original: Language; languages: Language[] };

/** Title, description, addresses in all languages and Open Graph tags (ogp.me) of a letter's page. */
export function letterMeta(letter: Described, origin: string, reading: Read): MetaDescriptor[] {
  const page = `${origin}/letters/${letter.slug}`;
  const { title, language } = reading.text;
  const url = addressIn(page, reading.original, language);
  const description = letter.summary || title;
  const alternates = reading.languages.length > 1 ? reading.languages : [];
  return [
    { title: `${title} · Tribune` },
    { name: "description", content: description },
    { name: "author", content: letter.authorName },
    { tagName: "link", rel: "canonical", href: url },
    { tagName: "link", rel: "alternate", type: "application/json", href: `${page}.json` },
    feedMeta(`${page}/feed.atom`),
    {
      tagName: "link",
      rel: "alternate",
      type: "application/json+oembed",
      href: `${origin}/oembed?${new URLSearchParams({ url })}`,
    },
    ...alternates.map((hrefLang) => ({
      tagName: "link",
      rel: "alternate",
      hrefLang,
      href: addressIn(page, reading.original, hrefLang),
    })),
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: "Tribune" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: url },
    { property: "og:locale", content: language === "fr" ? "fr_FR" : "en_GB" },
    { property: "article:published_time", content: new Date(letter.publishedAt).toISOString() },
    ...cardMeta(
      origin + letterCardPath(letter, reading.text, reading.original),
      letterCardAlt(letter, reading.text),
    ),
  ];
}

/**
 * schema.org's description of a letter. There is no Petition type: an Article whose signatures are an
 * InteractionCounter.
 */
export function letterJsonLd(letter: Described, origin: string): string {
  const url = `${origin}/letters/${letter.slug}`;
  const counter = (interactionType: string, count: number) => ({
    "@type": "InteractionCounter",
    interactionType: `https://schema.org/${interactionType}`,
    userInteractionCount: count,
  });
  return writeJsonLd({
    "@type": "Article",
    headline: letter.title,
    description: letter.summary || undefined,
    inLanguage: letter.language,
    datePublished: new Date(letter.publishedAt).toISOString(),
    author: {
      "@type": letter.authorKind === "organisation" ? "Organization" : "Person",
      name: letter.authorName,
    },
    url,
    mainEntityOfPage: url,
    discussionUrl: `${url}/discussion`,
    interactionStatistic: [
      counter("EndorseAction", letter.signatureCount),
      counter("CommentAction", letter.commentCount),
    ],
  });
}
