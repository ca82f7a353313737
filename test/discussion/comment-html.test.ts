import { describe, expect, test } from "vitest";
import { CommentForm } from "#app/discussion/comment.ts";
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
});

describe("the form", () => {
  test("names what is wrong", () => {
    const wrong = (fields: object) => CommentForm.safeParse(fields).error?.issues[0]?.message;
    expect(wrong({})).toBe("comment.body.missing");
    expect(wrong({ body: "  \n " })).toBe("comment.body.missing");
    expect(wrong({ body: "x".repeat(10_001) })).toBe("form.tooLong");
    expect(wrong({ body: "x", stance: "furious" })).toBe("form.choice.wrong");
    expect(CommentForm.parse({ body: " x " })).toEqual({ body: "x", stance: "neutral" });
  });
});
