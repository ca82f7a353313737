import MarkdownIt from "markdown-it";
import { typeset } from "#app/languages/french-spacing.ts";
import type { Language } from "#app/languages/language.ts";
import { isSafeLink } from "./document.ts";
import { findAddresses } from "./find-addresses.ts";

const writer = MarkdownIt("default", { html: false, linkify: true }).disable(["image", "newline"]);
findAddresses(writer);
writer.validateLink = isSafeLink;
writer.renderer.rules.text = (tokens, index, _options, env: { language: Language }) =>
  writer.utils.escapeHtml(typeset(tokens[index]?.content ?? "", env.language));
writer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet("rel", "noopener");
  return self.renderToken(tokens, index, options);
};

/** The HTML of a footnote, whose text is a line of Markdown: links, emphasis and code; all else as it was typed. */
export function footnoteHtml(text: string, language: Language): string {
  return writer.renderInline(text, { language });
}
