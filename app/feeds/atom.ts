/** One entry of a feed. Its id is its address on Tribune, with a fragment where several share a page: it never changes. */
export type FeedEntry = {
  /** Path with a fragment, that names this entry for good. */
  id: string;
  /** Path of the page that it is read on. */
  path: string;
  title: string;
  at: Date;
  /** Who says it, where that is not Tribune. */
  author?: string;
  /** Plain text. */
  summary?: string;
  /** Rendered HTML that has been made harmless. */
  html?: string;
};

export type Feed = {
  /** Path of the feed itself, with what it is narrowed to. */
  path: string;
  /** Path of the page that tells the same. */
  page: string;
  title: string;
  /** The language of its titles, as a language tag. */
  language: string;
  /** The newest first. */
  entries: FeedEntry[];
};

/** Everything that XML has a meaning for, and what it does not allow at all (XML 1.0, section 2.2). */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const element = (name: string, text: string | undefined, attributes = "") =>
  text ? [`    <${name}${attributes}>${escapeXml(text)}</${name}>`] : [];

function writeEntry(entry: FeedEntry, origin: string): string {
  const at = entry.at.toISOString();
  return [
    "  <entry>",
    ...element("id", origin + entry.id),
    // Atom asks for a title, be it empty.
    `    <title>${escapeXml(entry.title)}</title>`,
    ...element("updated", at),
    ...element("published", at),
    `    <link rel="alternate" type="text/html" href="${escapeXml(origin + entry.path)}"/>`,
    ...(entry.author ? [`    <author><name>${escapeXml(entry.author)}</name></author>`] : []),
    ...element("summary", entry.summary),
    ...element("content", entry.html, ' type="html"'),
    "  </entry>",
  ].join("\n");
}

/** When a feed changed last: the moment of its newest entry. Atom asks for one: without entries it is the epoch. */
export const feedChanged = ({ entries }: Pick<Feed, "entries">): Date =>
  new Date(Math.max(0, ...entries.map(({ at }) => at.getTime())));

/** A feed as Atom (RFC 4287). Titles are text: what looks like markup in one is shown as it was typed. */
export function atomFeed(feed: Feed, origin: string): string {
  const self = escapeXml(origin + feed.path);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
  <id>${self}</id>
  <title>${escapeXml(`${feed.title} · Tribune`)}</title>
  <updated>${feedChanged(feed).toISOString()}</updated>
  <author><name>Tribune</name></author>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(origin + feed.page)}"/>
${[...feed.entries.map((entry) => writeEntry(entry, origin)), ""].join("\n")}</feed>
`;
}
