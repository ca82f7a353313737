import type { MetaDescriptor } from "@remix-run/node";
import { cardMeta } from "#app/cards/card-meta.ts";
import { feedMeta } from "#app/feeds/feed-link.tsx";
import { formatCalendarDay, translator } from "#app/languages/translate.ts";
import { writeJsonLd } from "#app/ui/json-ld.ts";
import type { PageReader } from "#app/ui/words.tsx";
import {
  dayIn,
  type DoctrineText,
  type OutlineEntry,
  provisionHref,
  type Revision,
  textHref,
} from "./doctrine-text.ts";
import { provisionLabel } from "./provision-name.ts";
import { textCard } from "./text-card.ts";

/** Title, description, canonical address and data of a text's page. */
export function textMeta(
  text: DoctrineText,
  revision: Revision,
  reader: PageReader | undefined,
): MetaDescriptor[] {
  const origin = reader?.origin ?? "";
  const asked = { revision: dayIn(text, revision) };
  const described = describe(revision.title, `${origin}${textHref(text.slug, asked)}`, revision, reader, {
    json: `${origin}${textHref(`${text.slug}.json`, asked)}`,
  });
  const page = `${origin}${textHref(text.slug)}`;
  // The picture shows the newest revision: its day makes another address of each.
  const card = textCard(text);
  return [
    ...described,
    feedMeta(`${page}/feed.atom`),
    ...cardMeta(
      `${page}/card.png?v=${text.revisions[0]?.dated ?? ""}`,
      `${card.title}. ${card.kicker}. ${card.word}.`,
    ),
  ];
}

/** The same of a provision's page. */
export function provisionMeta(
  text: DoctrineText,
  revision: Revision,
  provision: Pick<OutlineEntry, "address" | "slug" | "kind" | "number" | "title">,
  reader: PageReader | undefined,
): MetaDescriptor[] {
  const origin = reader?.origin ?? "";
  const asked = { revision: dayIn(text, revision) };
  const name = asked.revision === null ? provision.address : provision.slug;
  const title = `${provisionLabel(provision, text.language)} · ${text.title}`;
  return describe(title, `${origin}${provisionHref(text.slug, name, asked)}`, revision, reader, {
    json: `${origin}${provisionHref(text.slug, `${name}.json`, asked)}`,
  });
}

/** schema.org's description of a revision of a text. */
export function textJsonLd(text: DoctrineText, revision: Revision, origin: string): string {
  const asked = { revision: dayIn(text, revision) };
  return writeJsonLd({
    "@type": "Legislation",
    name: revision.title,
    inLanguage: text.language,
    legislationDateVersion: revision.dated,
    url: `${origin}${textHref(text.slug, asked)}`,
    sameAs: /^https?:\/\//i.test(revision.source) ? revision.source : undefined,
  });
}

function describe(
  title: string,
  url: string,
  { dated }: Revision,
  reader: PageReader | undefined,
  { json }: { json: string },
): MetaDescriptor[] {
  const language = reader?.language ?? "en";
  const state = translator(language)("doctrine.state", { day: formatCalendarDay(language, dated) });
  return [
    { title: `${title} · Tribune` },
    { name: "description", content: `${title}. ${state}.` },
    { tagName: "link", rel: "canonical", href: url },
    { tagName: "link", rel: "alternate", type: "application/json", href: json },
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: "Tribune" },
    { property: "og:title", content: title },
    { property: "og:url", content: url },
  ];
}
