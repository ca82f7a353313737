import { embedCode, embedHeight } from "./embed-code.ts";

/** The letter that an address of ours names, and the language it is read in; null for every other address. */
export function letterAt(address: string, origin: string): { slug: string; language: string | null } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const slug = /^\/letters\/([a-z0-9][a-z0-9-]*)\/?$/.exec(url.pathname)?.[1];
  return slug && url.origin === origin ? { slug, language: url.searchParams.get("in") } : null;
}

/** A wish for a size: whole pixels; null where there is none or it is none. */
export const sizeWish = (typed: string | null): number | null =>
  typed !== null && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : null;

/** The answer of oembed.com, version 1.0, of the type rich. */
export function oembed(
  letter: { title: string; authorName: string },
  addresses: { origin: string; embed: string; picture: string },
  most: { width: number | null; height: number | null },
) {
  const width = Math.min(640, most.width ?? 640);
  const height = Math.min(embedHeight, most.height ?? embedHeight);
  return {
    version: "1.0",
    type: "rich",
    title: letter.title,
    author_name: letter.authorName,
    provider_name: "Tribune",
    provider_url: addresses.origin,
    cache_age: 300,
    width,
    height,
    html: embedCode(addresses.origin, addresses.embed, letter.title),
    thumbnail_url: addresses.picture,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}
