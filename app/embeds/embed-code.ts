import { escapeXml } from "#app/feeds/atom.ts";

/** How high the card mostly is, in pixels, before it tells. */
export const embedHeight = 260;

/** What somebody copies into their own page to show a letter's card. */
export const embedCode = (origin: string, embed: string, title: string): string =>
  `<iframe src="${escapeXml(embed)}" title="${escapeXml(title)}" width="100%" height="${embedHeight}" loading="lazy" style="border:0"></iframe>\n` +
  `<script async src="${escapeXml(`${origin}/embed.js`)}"></script>`;

/** What somebody copies to show how many signed. */
export const badgeCode = (badge: { page: string; picture: string }, title: string): string =>
  `<a href="${escapeXml(badge.page)}"><img src="${escapeXml(badge.picture)}" alt="${escapeXml(title)}" height="30"></a>`;
