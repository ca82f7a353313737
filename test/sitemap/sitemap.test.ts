import { expect, test } from "vitest";
import { listPart, listParts } from "#app/sitemap/list-addresses.server.ts";
import { robots } from "#app/sitemap/robots.ts";
import { idsAPart, partName, readPartName, sitemapIndex, sitemapPart } from "#app/sitemap/sitemap.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { makeAccount, makeDraft, makeLetter, revise } from "../made-up.ts";
import { translate } from "../translations/made-up-translations.ts";
import { elementsOf, textsIn } from "../xml.ts";

useDatabase();

test("a sitemap names what is published, in every language, and no draft", async () => {
  const account = await makeAccount();
  const draft = await makeDraft(account, { title: "Not yet" });
  const plain = await makeLetter(account, { title: "In one language" });
  const spoken = await makeLetter(account, { title: "In two languages" });
  await translate(account, spoken.slug, { title: "En deux langues" });
  await revise(account, spoken.slug, { reason: "Said in French too" });
  await makeText([{ dated: "2023-01-01", provisions: [provision("9", "As it was.")] }], { slug: "a-text" });
  expect(await listParts()).toEqual(
    expect.arrayContaining(["pages-1.xml", "letters-1.xml", "texts-1.xml", "provisions-1.xml"]),
  );
  const letters = await listPart("letters", 1);
  expect(letters.map(({ path }) => path)).toEqual([
    `/letters/${plain.slug}`,
    `/letters/${spoken.slug}`,
    `/letters/${spoken.slug}?in=fr`,
  ]);
  expect(letters.every(({ changed }) => changed instanceof Date)).toBe(true);
  const [one, two] = [letters[0]?.readings, letters[2]?.readings];
  expect(one).toEqual([]);
  expect(two).toEqual([
    { language: "en", path: `/letters/${spoken.slug}` },
    { language: "fr", path: `/letters/${spoken.slug}?in=fr` },
  ]);
  expect(JSON.stringify(letters)).not.toContain(draft);
  expect((await listPart("texts", 1)).map(({ path }) => path)).toEqual(["/doctrine/a-text"]);
  expect((await listPart("provisions", 1)).map(({ path }) => path)).toEqual(["/doctrine/a-text/9"]);
  expect(await listPart("letters", 2)).toEqual([]);
  expect(await listPart("pages", 2)).toEqual([]);
});

test("its files are XML, and no part can have more addresses than sitemaps.org allows", () => {
  const index = elementsOf(sitemapIndex(["letters-1.xml", "letters-2.xml"], "https://t.example"));
  expect(textsIn(index, "loc")).toEqual([
    "https://t.example/sitemap/letters-1.xml",
    "https://t.example/sitemap/letters-2.xml",
  ]);
  const readings = [
    { language: "en" as const, path: "/letters/x" },
    { language: "fr" as const, path: "/letters/x?in=fr&a" },
  ];
  const changed = new Date("2026-01-02T03:04:05Z");
  const part = elementsOf(sitemapPart([{ path: "/letters/x", changed, readings }], "https://t.example"));
  expect(textsIn(part, "lastmod")).toEqual(["2026-01-02T03:04:05.000Z"]);
  expect(part.filter(({ name }) => name === "link").map(({ attributes }) => attributes)).toEqual([
    { rel: "alternate", hreflang: "en", href: "https://t.example/letters/x" },
    { rel: "alternate", hreflang: "fr", href: "https://t.example/letters/x?in=fr&a" },
  ]);
  expect(idsAPart * 2).toBeLessThanOrEqual(50_000);
});

test("only names of parts mean one", () => {
  expect(readPartName(partName("letters", 3))).toEqual({ kind: "letters", place: 3 });
  for (const name of [
    "drafts-1.xml",
    "letters-0.xml",
    "letters-1",
    "letters-1.xml.xml",
    "letters--1.xml",
    "",
  ])
    expect(readPartName(name), name).toBeNull();
});

test("robots are asked to leave drafts, tokens, moderation, administration and searches alone", () => {
  const lines = robots("https://t.example").split("\n");
  for (const path of [
    "/drafts/",
    "/letters/*/draft",
    "/moderation",
    "/administration",
    "/search",
    "/*?search=",
  ])
    expect(lines).toContain(`Disallow: ${path}`);
  expect(lines).toContain("Allow: /moderation/log");
  expect(lines).toContain("Sitemap: https://t.example/sitemap.xml");
});
