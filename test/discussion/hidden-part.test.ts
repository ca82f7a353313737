import { describe, expect, test } from "vitest";
import { CommentForm } from "#app/discussion/comment.ts";
import { commentHtml } from "#app/discussion/comment-html.ts";
import { hiddenMark, hidePassages, sayHidden, showMarks } from "#app/discussion/hidden-part.ts";

const m = hiddenMark;

describe("hiding passages of a text", () => {
  const cases: [string, string[], string][] = [
    ["You are a fool, a fool.", ["a fool"], `You are ${m}, ${m}.`],
    ["abcde", ["bcd", "cde"], `a${m}`],
    ["abcdef", ["ab", "cd"], `${m}ef`],
    ["aaa b", ["aa"], `${m} b`],
    ["abc", ["abc", "b"], m],
    ["Ça, non !", ["non"], `Ça, ${m} !`],
  ];
  test.each(cases)("%j without %j", (text, passages, hidden) =>
    expect(hidePassages(text, passages)).toEqual({ hidden }),
  );

  test("tells those that the text does not say word for word", () =>
    expect(hidePassages("You are a fool.", ["a fool", "A fool", "knave"])).toEqual({
      missing: ["A fool", "knave"],
    }));
});

describe("a mark", () => {
  const shown = (body: string) => showMarks(commentHtml(body), "harassment", "en");
  const words = "[hidden by moderators]";
  const led = `<a class="hidden-part" href="/moderation/reasons#harassment">${words}</a>`;

  test("is said in the reader's words, and leads to what the reason means", () => {
    expect(shown(`You are ${m}.`)).toBe(`<p>You are ${led}.</p>\n`);
    expect(showMarks(commentHtml(m), "harassment", "fr")).toContain("[masqué par la modération]");
    expect(sayHidden(`You are ${m}.`, "en")).toBe(`You are ${words}.`);
  });

  test("makes no link in a link, and nothing in an attribute or in code", () => {
    const html = shown(`[see ${m}](https://example.org/ "title ${m}") and \`${m}\``);
    expect(html).toContain(`>see <span class="hidden-part">${words}</span></a>`);
    expect(html).toContain('title="title █"');
    expect(html).toContain(`<code>${led}</code>`);
  });

  test("is nothing that somebody can type or quote", () =>
    expect(CommentForm.parse({ body: `You are ${m}.` }).body).toBe("You are █."));
});
