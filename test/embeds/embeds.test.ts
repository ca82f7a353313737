import { expect, test } from "vitest";
import { badgeSvg } from "#app/embeds/badge.ts";
import { embedCard, embedPolicy } from "#app/embeds/embed-card.ts";
import { badgeCode, embedCode } from "#app/embeds/embed-code.ts";
import { letterAt, oembed, sizeWish } from "#app/embeds/oembed.ts";
import { mastodonLink, readInstance, shareLinks } from "#app/embeds/share-links.ts";
import { translator } from "#app/languages/translate.ts";
import { elementsOf } from "../xml.ts";

const hostile = `</title><script>alert("1")</script> ]]> & '"\u0001`;

test("the badge is SVG whatever the title holds, tells the whole of it and shows its beginning", () => {
  const svg = badgeSvg({ title: `${hostile}${"long ".repeat(40)}`, signatureCount: 1234 }, "fr");
  const elements = elementsOf(svg);
  expect(elements.some(({ name }) => name === "script")).toBe(false);
  const [title] = elements.filter(({ name }) => name === "title");
  expect(title?.text).toContain("long long long");
  expect(title?.text).toMatch(/1\u202f234 signatures$/);
  const [shown, count] = elements.filter(({ name }) => name === "text").map(({ text }) => text);
  expect(shown).toHaveLength(44);
  expect(shown).toMatch(/…$/);
  expect(count).toBe("1\u202f234 signatures");
  expect(badgeSvg({ title: "One", signatureCount: 1 }, "en")).toContain("1 signature<");
});

const letter = { authorName: hostile, signatureCount: 12, open: true };
const addresses = { url: "https://t.example/letters/x?in=fr", sign: "https://t.example/letters/x/sign?a&b" };

test("the card shows what was typed as text, and leads out of its frame", () => {
  const html = embedCard(letter, { title: hostile, language: "en" }, addresses, translator("en"));
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(html).not.toContain('alert("1")');
  expect(html).toContain('href="https://t.example/letters/x/sign?a&amp;b" target="_blank" rel="noopener"');
  expect(html).not.toMatch(/<form|<iframe|<img/);
  const closed = embedCard(
    { ...letter, open: false },
    { title: "T", language: "fr" },
    addresses,
    translator("fr"),
  );
  expect(closed).not.toContain("/sign?");
  expect(closed).toContain('<html lang="fr">');
});

test("the card's policy lets its own style and script run by their hashes, and nothing else", () => {
  expect(embedPolicy).toMatch(/script-src 'sha256-[\w+/]{43}=';/);
  expect(embedPolicy).toContain("form-action 'none'");
  expect(embedPolicy).toContain("object-src 'none'");
  expect(embedPolicy).toContain("base-uri 'none'");
  expect(embedPolicy).not.toContain("unsafe");
});

test("the code to copy holds the title as an attribute that nothing can leave", () => {
  for (const code of [
    embedCode("https://t.example", "https://t.example/letters/x/embed", hostile),
    badgeCode({ page: "https://t.example/letters/x", picture: "https://t.example/b.svg" }, hostile),
  ])
    expect(code).toContain("&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)");
});

test("oEmbed knows letters of its own origin alone", () => {
  const origin = "https://t.example";
  expect(letterAt(`${origin}/letters/x-1?in=fr`, origin)).toEqual({ slug: "x-1", language: "fr" });
  for (const address of [
    "https://other.example/letters/x",
    `${origin}/letters`,
    `${origin}/letters/x/sign`,
    `${origin}/letters/x.json`,
    "javascript:alert(1)",
    "/letters/x",
    "",
  ])
    expect(letterAt(address, origin), address).toBeNull();
});

test("oEmbed answers with the card, no larger than asked for", () => {
  const at = {
    origin: "https://t.example",
    embed: "https://t.example/letters/x/embed",
    picture: "https://t.example/p",
  };
  const answer = oembed({ title: hostile, authorName: "Ada" }, at, { width: 300, height: 100 });
  expect(answer).toMatchObject({ version: "1.0", type: "rich", title: hostile, width: 300, height: 100 });
  expect(answer.html).not.toContain("<script>alert");
  expect(oembed({ title: "T", authorName: "Ada" }, at, { width: null, height: null })).toMatchObject({
    width: 640,
  });
  expect([sizeWish("300"), sizeWish("0"), sizeWish("-1"), sizeWish("1e3"), sizeWish(null)]).toEqual([
    300,
    null,
    null,
    null,
    null,
  ]);
});

test.each([
  ["mastodon.social", "mastodon.social"],
  [" https://Mastodon.Social/@ada ", "mastodon.social"],
  ["@ada@piaille.fr", "piaille.fr"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["127.0.0.1", null],
  ["localhost", null],
  ["javascript:alert(1)", null],
  ["evil.example:8080", null],
  ["a@b@evil.example/x", null],
  ["ev il.example", null],
  ["", null],
])("the instance in %j is %j", (typed, host) => {
  expect(readInstance(typed)).toBe(host);
});

test("links to pass on carry title and address whole", () => {
  const url = "https://t.example/letters/x?in=fr";
  const { mail, linkedin, bluesky } = shareLinks("A & B? #1", url);
  expect(new URL(bluesky).searchParams.get("text")).toBe(`A & B? #1\n${url}`);
  expect(new URL(linkedin).searchParams.get("url")).toBe(url);
  expect(new URL(mail).searchParams.get("body")).toBe(`A & B? #1\n${url}`);
  expect(new URL(mastodonLink("m.example", "A & B? #1", url)).searchParams.get("text")).toContain(url);
});
