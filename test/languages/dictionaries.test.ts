import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "#app/languages/en.ts";
import { fr } from "#app/languages/fr.ts";
import { type Phrase, translator } from "#app/languages/translate.ts";
import { root } from "../program.ts";

const stem = (key: string) => key.replace(/_(one|many|other)$/, "");
const stems = (dictionary: object) => new Set(Object.keys(dictionary).map(stem));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

test("each phrase exists in both languages", () => {
  expect([...stems(fr)].toSorted()).toEqual([...stems(en)].toSorted());
});

test("a phrase with a plural has every form its language knows", () => {
  for (const [language, dictionary] of Object.entries({ en, fr }) as [
    "en" | "fr",
    Record<string, string>,
  ][]) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plural = new Set(
      Object.keys(dictionary)
        .filter((key) => /_other$/.test(key))
        .map(stem),
    );
    for (const key of plural) for (const form of forms) expect(dictionary).toHaveProperty([`${key}_${form}`]);
  }
});

test("no phrase is empty, and none asks for a value that the other language does not get", () => {
  const all = (dictionary: Record<string, string>) => {
    const names = new Map<string, Set<string>>();
    for (const [key, text] of Object.entries(dictionary)) {
      expect(text.trim(), key).not.toBe("");
      const known = names.get(stem(key)) ?? new Set();
      for (const name of placeholders(text)) known.add(name ?? "");
      names.set(stem(key), known);
    }
    return names;
  };
  const english = all(en);
  for (const [key, names] of all(fr))
    expect([...names].toSorted(), key).toEqual([...(english.get(key) ?? [])].toSorted());
});

describe("plurals", () => {
  const say = (language: "en" | "fr", count: number) =>
    translator(language)("letter.signatures" satisfies Phrase, { count, number: String(count) });
  test("English has its own form for one, French for nought and one", () => {
    expect([0, 1, 2].map((count) => say("en", count))).toEqual([
      "0 signatures",
      "1 signature",
      "2 signatures",
    ]);
    expect([0, 1, 2, 1_000_000].map((count) => say("fr", count))).toEqual([
      "0 signature",
      "1 signature",
      "2 signatures",
      "1000000 signatures",
    ]);
  });
});

test("French stands as French is set: no plain space before high signs, no straight apostrophe", () => {
  const t = translator("fr");
  for (const [key, text] of Object.entries(fr)) {
    if (!/_(one|many|other)$/.test(key)) expect(t(key as Phrase), key).not.toMatch(/ [;:!?»]|« /);
    expect(text, key).not.toMatch(/\p{L}'\p{L}/u);
  }
});

test("no phrase has two places: the later one would hide the earlier", async () => {
  for (const language of ["en", "fr"] as const) {
    const folder = join(root, "app/languages", language);
    const keys: string[] = [];
    for (const file of readdirSync(folder))
      for (const part of Object.values((await import(join(folder, file))) as Record<string, object>))
        keys.push(...Object.keys(part));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
    expect(keys.length).toBeGreaterThan(500);
  }
});
