import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { changesInWords } from "#app/letters/changes-in-words.ts";
import { compareVersions } from "#app/letters/compare-versions.ts";
import { readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { publishRevision } from "#app/letters/publish-revision.server.ts";
import { readComparison } from "#app/letters/read-comparison.server.ts";
import { listVersions, readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { discardRevision, readRevision, saveRevision } from "#app/letters/revise-letter.server.ts";
import { searchLetters } from "#app/letters/search-letters.server.ts";
import { prepareFind } from "#app/search/find.server.ts";
import { readQuestion } from "#app/search/question.ts";
import { hashSigned, hashText, signedOf } from "#app/letters/version.ts";
import { exportTranslations } from "#app/translations/export-translations.server.ts";
import { readForPublication } from "#app/translations/read-for-publication.server.ts";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";
import { leaveOut } from "#app/translations/save-translation.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, makeDraft, origin, paragraph, revise } from "../made-up.ts";
import { translate } from "./made-up-translations.ts";

useDatabase();

let ada: Account;
let slug: string;
let id: number;
const fields = letterFields({ title: "A letter" });
beforeEach(async () => {
  ada = await makeAccount();
  slug = await makeDraft(ada, fields, "We want rules one can read.");
  id = (await readDraft(slug, ada.id))?.id ?? 0;
});
const publish = async () => {
  const revision = (await readDraft(slug, ada.id))?.revision ?? 0;
  expect(await publishLetter(slug, ada.id, revision)).toEqual({ outcome: "published" });
};
const version = async (number = 1) => {
  const read = await readVersion(id, number);
  if (!read) throw new Error(`no version ${number}`);
  return read;
};
const languages = async (number = 1) => (await version(number)).translations.map(({ language }) => language);
const reading = async (number = 1, language: string | null = "fr") =>
  readInLanguage(id, await version(number), language);

describe("publishing a draft", () => {
  test("freezes its translations with it, in one hash", async () => {
    await translate(ada, slug);
    await publish();
    const { signed, sha256 } = await version();
    expect(signed.translations).toEqual([
      { language: "fr", title: "Une lettre", document: paragraph("Nous voulons des règles lisibles.") },
    ]);
    expect(await hashSigned(signed)).toBe(sha256);
    expect(await hashSigned({ ...signed, translations: [] })).not.toBe(sha256);
    const read = await reading();
    expect(read).toMatchObject({
      text: { title: "Une lettre" },
      original: "en",
      languages: ["en", "fr"],
      behind: false,
      ofVersion: 1,
    });
    expect(read?.sha256).toBe(await hashText(signed.translations[0] ?? signed));
    expect(await reading(1, null)).toMatchObject({
      text: { title: "A letter", language: "en" },
      behind: false,
    });
    expect((await reading(1, null))?.text).not.toHaveProperty("translations");
    for (const none of ["en", "de", ""]) expect(await reading(1, none)).toBeNull();
  });

  test("leaves out those that are empty, unfinished or left out, and takes one that is behind with a note", async () => {
    const listed = async () => {
      const draft = await readDraft(slug, ada.id);
      return draft && (await readForPublication(id, draft));
    };
    await translate(ada, slug, { text: "" });
    expect(await listed()).toMatchObject({ translations: [{ standing: "empty" }], texts: [] });
    await translate(ada, slug);
    expect(await listed()).toMatchObject({ translations: [{ standing: "current" }], texts: [{}] });
    await leaveOut(slug, ada.id, "fr", true);
    expect(await listed()).toMatchObject({ translations: [{ leftOut: true }], texts: [] });
    await leaveOut(slug, ada.id, "fr", false);
    await saveDraft(slug, ada.id, null, fields, paragraph("We want rules one can read today."));
    expect(await listed()).toMatchObject({ translations: [{ standing: "behind" }], texts: [{}] });
    await publish();
    expect(await reading()).toMatchObject({ behind: true, ofVersion: null });
    const [listedVersion] = await listVersions(id);
    expect(listedVersion?.translations).toEqual([{ language: "fr", behind: true }]);
  });

  test("an unfinished one stays behind to be finished", async () => {
    await translate(ada, slug, { declared: false });
    await publish();
    expect(await languages()).toEqual([]);
    expect(await reading(1, null)).toMatchObject({ languages: ["en"], sha256: null });
    await translate(ada, slug);
    await revise(ada, slug, { text: "We want rules one can read." });
    expect(await languages(2)).toEqual(["fr"]);
  });

  test("waits for a translation that cites what is not there, or shows a picture that is not", async () => {
    const letter = await readDraft(slug, ada.id);
    const attrs = { text: "nowhere", provision: "1", revision: "2020-01-01", label: "règle 1" };
    const citing = { type: "doc", content: [{ type: "paragraph", content: [{ type: "citation", attrs }] }] };
    await translate(ada, slug);
    await sql`update letter_translations set document = ${sql.json(citing)}`;
    const { revision = 0 } = (await readDraft(slug, ada.id)) ?? {};
    // A citation is words too, so the translation is not empty.
    expect((await publishLetter(slug, ada.id, revision)).outcome).toBe("unknown-citations");
    expect(letter && (await readForPublication(id, letter)).unknown).toHaveLength(1);
    const picture = { type: "image", attrs: { src: `/images/${"a".repeat(64)}`, alt: "Une carte" } };
    const showing = { type: "doc", content: [picture, ...(paragraph("Voici.").content ?? [])] };
    await sql`update letter_translations set document = ${sql.json(showing as never)}`;
    expect(await publishLetter(slug, ada.id, revision)).toEqual({
      outcome: "incomplete",
      missing: ["publish.missing.image"],
    });
  });
});

describe("the next version", () => {
  beforeEach(async () => {
    await translate(ada, slug);
    await publish();
  });

  test("starts with the standing translations, and says of which version's text one is that is behind", async () => {
    await revise(ada, slug, { text: "We want rules one can read, soon." });
    expect(await reading(2)).toMatchObject({ behind: true, ofVersion: 1, text: { title: "Une lettre" } });
    await revise(ada, slug, { text: "We want rules one can read, at once." });
    expect(await reading(3)).toMatchObject({ behind: true, ofVersion: 1 });
    expect(await reading(1)).toMatchObject({ behind: false, ofVersion: 1 });
    await revise(ada, slug, { text: "We want rules one can read." });
    expect(await reading(4)).toMatchObject({ behind: false, ofVersion: 4 });
    expect((await listVersions(id)).map(({ translations }) => translations[0]?.behind)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("may be another translation of the same original, and its signatories are told which one changed", async () => {
    await translate(ada, slug, { text: "Nous demandons des règles lisibles." });
    expect(await languages()).toEqual(["fr"]);
    expect((await version()).translations[0]?.document).toEqual(
      paragraph("Nous voulons des règles lisibles."),
    );
    await revise(ada, slug, { text: "We want rules one can read." });
    const comparison = await readComparison(id, 1, 2);
    expect(comparison?.translations).toEqual([{ language: "fr", change: "changed" }]);
    expect(comparison && changesInWords(comparison, "en", 4000)).toEqual({
      text: "French: the translation changed.",
      cut: false,
    });
    expect((await version(2)).sha256).not.toBe((await version()).sha256);
  });

  test("is refused when a translation changed since its author read it", async () => {
    const { title, summary, addressees, document } = (await readRevision(slug, ada.id)) ?? (await version());
    const given = { title, summary, addressees, reason: "Another French." };
    await saveRevision(slug, ada.id, { basedOn: 1, revision: 0 }, given, document);
    await translate(ada, slug, { text: "Nous demandons des règles lisibles." });
    const original = (await reading(1, null))?.text ?? (await version());
    const sha256 = await hashSigned(signedOf(original, (await readForPublication(id, original)).texts));
    await translate(ada, slug, { text: "Nous exigeons des règles lisibles." });
    const base = { basedOn: 1, revision: 1 };
    expect(await publishRevision(slug, ada.id, { ...base, sha256 }, origin)).toEqual({ outcome: "stale" });
    const read = await hashSigned(signedOf(original, (await readForPublication(id, original)).texts));
    expect(await publishRevision(slug, ada.id, { ...base, sha256: read }, origin)).toEqual({
      outcome: "published",
      number: 2,
    });
    expect((await version(2)).sha256).toBe(read);
  });

  test("without any change is none", async () => {
    const { title, summary, addressees, document } = await version();
    const given = { title, summary, addressees, reason: "Nothing." };
    await saveRevision(slug, ada.id, { basedOn: 1, revision: 0 }, given, document);
    expect(await publishRevision(slug, ada.id, { basedOn: 1, revision: 1 }, origin)).toEqual({
      outcome: "unchanged",
    });
  });

  test("that is discarded leaves its translations, which belong to the one after", async () => {
    await translate(ada, slug, { title: "Un autre titre" });
    await discardRevision(slug, ada.id);
    const original = await version();
    expect((await readForPublication(id, original)).texts).toMatchObject([{ title: "Un autre titre" }]);
  });

  test("never changes what is written of an earlier one", async () => {
    await expect(sql`update version_translations set of_version = null`).rejects.toThrow(/never change/);
    await expect(sql`delete from version_translations`).rejects.toThrow(/never change/);
  });
});

test("a comparison names what came, went and changed among the translations, and nothing else", () => {
  const text = (title: string, language: "en" | "fr") => ({ title, language, document: paragraph(title) });
  const around = { title: "T", summary: "", addressees: [], document: paragraph("T") };
  const compared = (before: ReturnType<typeof text>[], after: ReturnType<typeof text>[]) =>
    compareVersions({ ...around, translations: before }, { ...around, translations: after }).translations;
  expect(compared([], [text("Un", "fr")])).toEqual([{ language: "fr", change: "added" }]);
  expect(compared([text("Un", "fr")], [])).toEqual([{ language: "fr", change: "removed" }]);
  expect(compared([text("Un", "fr")], [text("Deux", "fr")])).toEqual([{ language: "fr", change: "changed" }]);
  expect(compared([text("Un", "fr")], [text("Un", "fr")])).toEqual([]);
});

test("a letter is found by the words of its translation", async () => {
  await translate(ada, slug, { title: "Lisibilité", text: "Des règles anticonstitutionnellement lisibles." });
  await publish();
  for (const words of ["lisibilité", "anticonstitutionnellement"]) {
    const question = readQuestion(words) ?? { words: [], phrases: [] };
    const found = await searchLetters(await prepareFind(question), null, 20);
    expect(
      found.map((letter) => letter.slug),
      words,
    ).toEqual([slug]);
  }
});

test("its public data name each translation, its hash and the version it is of", async () => {
  await translate(ada, slug);
  await publish();
  await revise(ada, slug, { text: "We want more." });
  const letter = await readLetter(slug);
  const url = `${origin}/letters/${slug}`;
  const [text] = (await version(2)).translations;
  expect(letter?.version).toBe(2);
  expect(await exportTranslations(url, id, await version(2))).toEqual([
    {
      language: "fr",
      title: "Une lettre",
      sha256: text && (await hashText(text)),
      ofVersion: 1,
      url: `${url}?in=fr`,
    },
  ]);
});
