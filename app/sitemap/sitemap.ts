import { escapeXml } from "#app/feeds/atom.ts";
import type { Language } from "#app/languages/language.ts";

/** An address for search engines, in one language or in several that lead to each other. */
export type SitemapEntry = {
  path: string;
  /** When what is read there changed last; null when nobody keeps that. */
  changed: Date | null;
  /** Where the same is read in each language, this one's among them; empty for one language. */
  readings?: { language: Language; path: string }[];
};

/** The kinds of addresses that have parts of their own. */
export const sitemapKinds = ["pages", "letters", "texts", "provisions", "organisations"] as const;
export type SitemapKind = (typeof sitemapKinds)[number];

/**
 * How many ids a part covers. A part has an address for each, and a letter one in each of two languages:
 * sitemaps.org allows 50,000 in a file. Parts go by ids, so one that is full changes no more when others come.
 */
export const idsAPart = 25_000;

/** The name of a part's file: its kind and its place, from 1. */
export const partName = (kind: SitemapKind, place: number): string => `${kind}-${place}.xml`;

/** What a part's name means, or null. */
export function readPartName(name: string): { kind: SitemapKind; place: number } | null {
  const [, kind, place] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(name) ?? [];
  const known = sitemapKinds.find((each) => each === kind);
  return known ? { kind: known, place: Number(place) } : null;
}

const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The index of all parts. */
export function sitemapIndex(names: string[], origin: string): string {
  const parts = names.map(
    (name) => `  <sitemap><loc>${escapeXml(`${origin}/sitemap/${name}`)}</loc></sitemap>\n`,
  );
  return `${head}<sitemapindex xmlns="${namespace}">\n${parts.join("")}</sitemapindex>\n`;
}

/** One part (sitemaps.org), with the alternates of an address in several languages. */
export function sitemapPart(entries: SitemapEntry[], origin: string): string {
  const urls = entries.map(({ path, changed, readings = [] }) => {
    const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : "";
    const alternates = readings.map(
      (reading) =>
        `<xhtml:link rel="alternate" hreflang="${reading.language}" href="${escapeXml(origin + reading.path)}"/>`,
    );
    return `  <url><loc>${escapeXml(origin + path)}</loc>${lastmod}${alternates.join("")}</url>\n`;
  });
  return `${head}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("")}</urlset>\n`;
}
