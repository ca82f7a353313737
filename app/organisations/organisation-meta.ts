import type { MetaDescriptor } from "@remix-run/node";
import { cardMeta } from "#app/cards/card-meta.ts";
import { feedMeta } from "#app/feeds/feed-link.tsx";
import { translator } from "#app/languages/translate.ts";
import { writeJsonLd } from "#app/ui/json-ld.ts";
import type { PageReader } from "#app/ui/words.tsx";
import { organisationCard } from "./organisation-card.ts";
import type { Organisation } from "./organisation.ts";

/** Title, description, canonical address, feed and picture of an organisation's page. */
export function organisationMeta(
  organisation: Organisation,
  domains: string[],
  reader: Pick<PageReader, "origin" | "language"> | undefined,
): MetaDescriptor[] {
  const language = reader?.language ?? "en";
  const page = `${reader?.origin ?? ""}/organisations/${organisation.slug}`;
  const { title, by, word } = organisationCard(organisation, domains, language);
  const description = translator(language)("cards.organisation.description", { name: title, by });
  return [
    { title: `${title} · Tribune` },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: page },
    feedMeta(`${page}/feed.atom`),
    { property: "og:type", content: "profile" },
    { property: "og:site_name", content: "Tribune" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: page },
    ...cardMeta(`${page}/card.png`, [title, by, word].filter(Boolean).join(". ")),
  ];
}

/** schema.org's description of an organisation. */
export function organisationJsonLd(organisation: Organisation, origin: string): string {
  const { slug, name, about, website, registration, country, logo } = organisation;
  return writeJsonLd({
    "@type": "Organization",
    name,
    description: about || undefined,
    url: `${origin}/organisations/${slug}`,
    sameAs: website || undefined,
    identifier: registration || undefined,
    address: { "@type": "PostalAddress", addressCountry: country },
    logo: logo ? `${origin}/images/${logo.sha256}` : undefined,
  });
}
