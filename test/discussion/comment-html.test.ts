import { describe, expect, test } from "vitest";
import { commentHtml } from "#app/discussion/comment-html.ts";

describe("a comment's Markdown", () => {
  const cases: [string, string][] = [
    ["**bold** *it* `code`", "<p><strong>bold</strong> <em>it</em> <code>code</code></p>\n"],
    ["> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"],
    ["two\nlines", "<p>two<br>\nlines</p>\n"],
    ["# no heading", "<p># no heading</p>\n"],
    [
      "https://example.org/a",
      '<p><a href="https://example.org/a" rel="nofollow ugc noopener">https://example.org/a</a></p>\n',
    ],
    ["<b onclick=x>&", "<p>&lt;b onclick=x&gt;&amp;</p>\n"],
    ["« Oui ! »", "<p>«\u00a0Oui\u202f!\u00a0»</p>\n"],
  ];
  test.each(cases)("%j", (typed, html) => expect(commentHtml(typed)).toBe(html));

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>)",
    "[x](vbscript:x)",
    "![x](https://example.org/track.png)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '[x](https://example.org/"onmouseover="x)',
    "`<img>`",
  ])("%s runs nothing and loads nothing", (typed) => {
    expect(commentHtml(typed)).not.toMatch(/<(script|img|iframe|svg)|javascript:[^&]*"|\son\w+="/i);
  });

  test("a hostile nesting is rendered all the same", () => {
    expect(commentHtml(">".repeat(5000)).length).toBeGreaterThan(0);
    expect(commentHtml("[".repeat(5000)).length).toBeGreaterThan(0);
  });

  test.each([
    ["[x](&#106;avascript:alert(1))"],
    ["[x](java\nscript:alert(1))"],
    ["<javascript:alert(1)>"],
    ["[x][1]\n\n[1]: javascript:alert(1)"],
    ["[x](//evil.example)"],
    ["[x](/logout)"],
    ["[x](file:///etc/passwd)"],
  ])("%j becomes no link", (typed) => expect(commentHtml(typed)).not.toContain("<a "));

  test.each([
    ["[x](https://example.org 'a \"title\"')"],
    ["<https://example.org/b>"],
    ["[x][1]\n\n[1]: https://example.org/c"],
    ["> - [x](mailto:ada@example.org)"],
  ])("the link of %j is not recommended by us and does not reach our window", (typed) => {
    const links = commentHtml(typed).match(/<a [^>]*>/g);
    expect(links).toHaveLength(1);
    expect(links?.[0]).toContain('rel="nofollow ugc noopener"');
    expect(links?.[0]).not.toContain("target");
  });

  test.each([
    ["example.org and ada@example.org", "<p>example.org and ada@example.org</p>\n"],
    ["| a |\n|---|\n| b |", "<p>| a |<br>\n|---|<br>\n| b |</p>\n"],
    ["<!-- hidden -->", "<p>&lt;!-- hidden --&gt;</p>\n"],
    ["```html\n<img src=x>\n```", '<pre><code class="language-html">&lt;img src=x&gt;\n</code></pre>\n'],
    ["~~gone~~", "<p><s>gone</s></p>\n"],
  ])("%j is %j", (typed, html) => expect(commentHtml(typed)).toBe(html));

  test("the language of a code block cannot leave its attribute", () => {
    expect(commentHtml('```"onload="x\n1\n```')).toContain('class="language-&quot;onload=&quot;x"');
  });

  test("a word of ten thousand signs comes out whole", () => {
    const word = "x".repeat(10_000);
    expect(commentHtml(word)).toBe(`<p>${word}</p>\n`);
  });
});
