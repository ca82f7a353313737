import { expect, test } from "vitest";
import { footnoteHtml } from "#app/letters/footnote-html.ts";

test.each([
  [
    "see [the text](https://example.org/a)",
    'see <a href="https://example.org/a" rel="noopener">the text</a>',
  ],
  [
    "*ibid.*, https://example.org",
    '<em>ibid.</em>, <a href="https://example.org" rel="noopener">https://example.org</a>',
  ],
  ["1 * 2 * 3 < 7 & _x_y", "1 * 2 * 3 &lt; 7 &amp; _x_y"],
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
  ["![x](https://example.org/track.png)", '!<a href="https://example.org/track.png" rel="noopener">x</a>'],
])("%s", (text, html) => expect(footnoteHtml(text, "en")).toBe(html));

test("is set in the language of its letter", () => {
  expect(footnoteHtml("Voir : « art. 3 »", "fr")).toBe("Voir\u00a0: «\u00a0art. 3\u00a0»");
});
