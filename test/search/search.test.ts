import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { searchComments } from "#app/discussion/search-comments.server.ts";
import { searchLetters } from "#app/letters/search-letters.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { prepareFind } from "#app/search/find.server.ts";
import { splitAtHits } from "#app/search/hit.ts";
import { readQuestion } from "#app/search/question.ts";
import { readKey, searchHref } from "#app/search/search-page.ts";
import { searchSignatories } from "#app/signatures/search-signatories.server.ts";
import { confirmSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin, sign, signForm, tokenMailedTo } from "../made-up.ts";

useDatabase();
let ada: Account;
let letter: { id: number; slug: string };
const comments = [
  "La souveraineté numérique n’est pas négociable.",
  "Les services qualifiés SecNumCloud coûtent cher.",
  "Cloud providers should publish their dependencies, one by one.",
  "A dependency is not a weakness by itself.",
  "L’État doit montrer l’exemple : l’interopérabilité d’abord.",
  "**Hosting** costs 1 < 2 & rising",
];
const ids: number[] = [];

beforeAll(async () => {
  ada = await makeAccount({ name: "Ada" });
  letter = await makeLetter(ada, { title: "Pour des règles lisibles", language: "fr" });
  for (const body of comments) {
    const posted = await postComment({ letter: letter.slug }, ada.id, {
      body,
      stance: "neutral",
      parent: null,
    });
    ids.push("id" in posted ? posted.id : 0);
  }
});

const question = (typed: string) => {
  const read = readQuestion(typed);
  if (!read) throw new Error(`${typed} asks for nothing`);
  return read;
};
const inComments = async (typed: string) =>
  (await searchComments(await prepareFind(question(typed)), null, 20)).map(({ id }) => ids.indexOf(id));
const inLetters = async (typed: string) =>
  (await searchLetters(await prepareFind(question(typed)), null, 20)).map(({ slug }) => slug);

describe("what is typed", () => {
  test.each([
    ["cloud  Providers!", { words: ["cloud", "Providers"], phrases: [] }],
    ['"one by one" cloud', { words: ["cloud"], phrases: ["one by one"] }],
    ["« l’État » “two words”", { words: [], phrases: ["l État", "two words"] }],
    ['"unclosed', { words: ["unclosed"], phrases: [] }],
    ["a & b | !c <-> d:*", { words: ["a", "b", "c", "d"], phrases: [] }],
  ])("%j", (typed, read) => expect(readQuestion(typed)).toEqual(read));

  test.each(["", "  ", "!!! & | :*", '""'])("%j asks for nothing", (typed) =>
    expect(readQuestion(typed)).toBeNull(),
  );
});

describe("comments", () => {
  test.each([
    ["souverainete", [0], "accents are ignored"],
    ["SOUVERAIN", [0], "a beginning, in any case"],
    ["qualifié", [1], "another form of a French word"],
    ["dependencies", [3, 2], "another form of an English word, the newest first"],
    ["interopérab", [4], "a beginning with accents"],
    ["providers publish", [2], "all words, in any order"],
    ["publish sovereignty", [], "not only some of them"],
    ['"one by one"', [2], "a phrase"],
    ['"by one one"', [], "only in its order"],
    ["the cloud", [2], "words that say nothing are left out"],
    ["« d’abord »", [4], "French quotation marks"],
    ["etat exemple", [4], "after an elision"],
  ])("%s finds %j: %s", async (typed, found) => expect(await inComments(typed)).toEqual(found));

  test("hits are marked in an excerpt, and what strangers typed stays text", async () => {
    const [found] = await searchComments(await prepareFind(question("hosting rising")), null, 20);
    const pieces = splitAtHits(found?.excerpt ?? "");
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toContain("Hosting");
    expect(pieces.map(({ text }) => text).join("")).toContain("1 < 2 & rising");
  });

  test("pages follow by key, none twice", async () => {
    const find = await prepareFind(question("paging"));
    for (let index = 0; index < 5; index++)
      await postComment({ letter: letter.slug }, ada.id, {
        body: `paging ${index}`,
        stance: "neutral",
        parent: null,
      });
    const seen: number[] = [];
    for (let after: number | null = null; ;) {
      const page: { id: number }[] = await searchComments(find, after, 2);
      seen.push(...page.slice(0, 2).map(({ id }) => id));
      if (page.length <= 2) break;
      after = seen.at(-1) ?? null;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted((one, other) => other - one));
  });

  test("an edit is found by its new words alone, a deleted comment by none", async () => {
    const posted = await postComment({ letter: letter.slug }, ada.id, {
      body: "aardvark",
      stance: "neutral",
      parent: null,
    });
    const id = "id" in posted ? posted.id : 0;
    ids.push(id);
    await editComment(id, ada.id, { body: "platypus", stance: "neutral" });
    expect(await inComments("aardvark")).toEqual([]);
    expect(await inComments("platypus")).toEqual([ids.length - 1]);
    await deleteComment(id, ada.id);
    expect(await inComments("platypus")).toEqual([]);
  });
});

describe("letters", () => {
  test("are found by title and text once they are published, the closest first", async () => {
    const slug = await makeDraft(
      ada,
      { title: "On reversibility" },
      "Nothing else is said about leaving a cloud.",
    );
    expect(await inLetters("reversibility")).toEqual([]);
    await publishLetter(slug, ada.id, 1);
    expect(await inLetters("reversib")).toEqual([slug]);
    expect(await inLetters("leaving")).toEqual([slug]);
    const other = await makeLetter(ada, { title: "Another", summary: "It mentions reversibility too" });
    expect(await inLetters("reversibility")).toEqual([slug, other.slug]);
    const first = await searchLetters(await prepareFind(question("reversibility")), null, 1);
    const key = { value: first[0]?.rank ?? 0, id: first[0]?.id ?? 0 };
    const next = await searchLetters(await prepareFind(question("reversibility")), key, 1);
    expect(next.map((found) => found.slug)).toEqual([other.slug]);
  });

  test("a book of different words can still be published", async () => {
    const words = Array.from({ length: 40_000 }, (_, index) => `word${index.toString(36)}x${index}`).join(
      " ",
    );
    const slug = await makeDraft(ada, { title: "A long one" }, words);
    expect((await publishLetter(slug, ada.id, 1)).outcome).toBe("published");
    expect(await inLetters("word0x0")).toEqual([slug]);
  });
});

test("signatories are found by what they show, and by nothing once they hide or withdraw", async () => {
  const token = await sign(letter.slug, "elodie@example.org", {
    name: "Élodie Müller-Œuvray",
    organisation: "Institut d’Électronique",
  });
  const hiding = { ...signForm({ name: "Hidden Person", email: "hidden@example.org" }), showName: false };
  await signLetter(letter.slug, hiding, "en", origin);
  await confirmSignature(await tokenMailedTo("hidden@example.org", "/signatures"), origin);
  const find = async (typed: string) =>
    (await searchSignatories(question(typed), null, 20)).map(({ name }) =>
      splitAtHits(name)
        .map(({ text }) => text)
        .join(""),
    );
  expect(await find("elodie")).toEqual(["Élodie Müller-Œuvray"]);
  expect(await find("oeuv mull")).toEqual(["Élodie Müller-Œuvray"]);
  expect(await find('"institut d electronique"')).toEqual(["Élodie Müller-Œuvray"]);
  expect(await find('"electronique institut"')).toEqual([]);
  expect(await find("hidden")).toEqual([]);
  await withdrawSignature(token, origin);
  expect(await find("elodie")).toEqual([]);
});

test("a key of a page survives its URL; anything else is the first page", () => {
  const href = searchHref("l’État & co", "letters", { value: 0.0607927, id: 42 });
  const search = new URL(href, origin).searchParams;
  expect(search.get("search")).toBe("l’État & co");
  expect(readKey(search.get("after"))).toEqual({ value: 0.0607927, id: 42 });
  for (const wrong of [null, "", "1", "x_1", "1_0", "1_-1", "'_1"]) expect(readKey(wrong)).toBeNull();
});

test("no question starts workers of PostgreSQL: that takes longer than the answer", async () => {
  const [setting] = await sql`show max_parallel_workers_per_gather`;
  expect(setting).toEqual({ max_parallel_workers_per_gather: "0" });
});
