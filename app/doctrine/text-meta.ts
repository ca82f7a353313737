import type { MetaDescriptor } from "@remix-run/node";
import { feedMeta } from "#app/feeds/feed-link.tsx";
import { formatCalendarDay, translator } from "#app/languages/translate.ts";
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
  return [...described, feedMeta(`${origin}${textHref(text.slug)}/feed.atom`)];
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
