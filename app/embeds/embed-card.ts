import { createHash } from "node:crypto";
import { escapeXml } from "#app/feeds/atom.ts";
import { formatNumber, type Translate } from "#app/languages/translate.ts";
import type { Language } from "#app/languages/language.ts";

// The colours of app/styles/tokens.css. The card brings what it needs with it and asks for nothing else.
const style = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--quiet:#5b574f;--rule:#d9d5cb;--seal:#a3271b;--on-seal:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--ink:#e8e4dc;--quiet:#a9a498;--rule:#343840;--seal:#e5695b;--on-seal:#1a0906}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.4 Georgia,"Times New Roman",serif}
article{padding:20px 24px;border:1px solid var(--rule);border-top:4px solid var(--ink)}
p{margin:0}h1{margin:6px 0 8px;font-size:1.45em;line-height:1.2;font-weight:600;overflow-wrap:anywhere}
a{color:inherit}h1 a{text-decoration:none}h1 a:hover{text-decoration:underline}
.quiet{color:var(--quiet);font-size:.85em}
.foot{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:center;justify-content:space-between;margin-top:16px}
.count strong{font-size:1.6em;font-weight:400;color:var(--seal)}
.sign{display:inline-block;padding:10px 18px;border-radius:3px;background:var(--seal);color:var(--on-seal);text-decoration:none;font-weight:600}
a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}`;

/** Tells the page around how high the card is; /embed.js there listens. */
const script = `const tell=()=>parent.postMessage({tribune:"height",height:Math.ceil(document.documentElement.getBoundingClientRect().height)},"*");
new ResizeObserver(tell).observe(document.documentElement);addEventListener("load",tell)`;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The one page of Tribune that others may frame. It has no form, so nothing can be done in it unseen. */
export const embedPolicy = [
  "default-src 'none'",
  "object-src 'none'",
  `style-src ${hash(style)}`,
  `script-src ${hash(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
].join("; ");

type Embedded = { authorName: string; signatureCount: number; open: boolean };

/**
 * A letter as a card for other sites: title, author, count and a way to sign, which opens Tribune itself.
 * @param url the letter's page in the language that is read
 * @param sign the page to sign on
 */
export function embedCard(
  letter: Embedded,
  read: { title: string; language: Language },
  addresses: { url: string; sign: string },
  t: Translate,
): string {
  const { signatureCount: count } = letter;
  const link = (href: string, words: string, name = "") =>
    `<a${name ? ` class="${name}"` : ""} href="${escapeXml(href)}" target="_blank" rel="noopener">${escapeXml(words)}</a>`;
  return `<!doctype html>
<html lang="${read.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(read.title)} · Tribune</title>
<style>${style}</style>
</head>
<body>
<article>
<p class="quiet">${escapeXml(t("letter.kind"))} · Tribune</p>
<h1>${link(addresses.url, read.title)}</h1>
<p class="quiet">${escapeXml(letter.authorName)}</p>
<div class="foot">
<p class="count"><strong>${formatNumber(read.language, count)}</strong> ${escapeXml(t("letter.signatures.word", { count }))}</p>
${letter.open ? link(addresses.sign, t("letter.sign"), "sign") : link(addresses.url, t("embeds.read"), "sign")}
</div>
</article>
<script>${script}</script>
</body>
</html>
`;
}
