import { LRUCache } from "lru-cache";
import MarkdownIt from "markdown-it";
import { frenchSpacing } from "#app/languages/french-spacing.ts";
import { findAddresses } from "#app/letters/find-addresses.ts";
import { splitAtMentions } from "./mention.ts";

// Comments are read in a column of others: no headings, pictures or HTML, and line ends are kept as typed.
const writer = MarkdownIt("default", { html: false, linkify: true, breaks: true }).disable([
  "heading",
  "lheading",
  "image",
  "table",
  "hr",
]);
findAddresses(writer);
writer.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url);
// Comments do not say their language; only French sets spaces where these become no-break ones.
writer.renderer.rules.text = (tokens, index, _options, env: { mentions: string[] }) =>
  splitAtMentions(tokens[index]?.content ?? "", env.mentions)
    .map(({ text, mention }) => {
      const escaped = writer.utils.escapeHtml(frenchSpacing(text));
      return mention ? `<b class="mention">${escaped}</b>` : escaped;
    })
    .join("");
writer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  // What strangers link to is not recommended by us, and it must not reach our window.
  tokens[index]?.attrSet("rel", "nofollow ugc noopener");
  return self.renderToken(tokens, index, options);
};

// The same comments are read again and again, by readers with an account too.
const rendered = new LRUCache<string, string>({
  maxSize: 16_000_000,
  sizeCalculation: (html, body) => 2 * (html.length + body.length) + 100,
});

/**
 * The HTML of a comment's body: emphasis, links, lists, quotes and code of Markdown; all else is shown as typed.
 * @param mentions names that stand out where an "@" is before them
 */
export function commentHtml(body: string, mentions: string[] = []): string {
  const key = mentions.length > 0 ? `${body}\n${mentions.join("\n")}` : body;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = writer.render(body, { mentions });
  rendered.set(key, html);
  return html;
}
