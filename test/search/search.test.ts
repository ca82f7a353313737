import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { searchComments } from "#app/discussion/search-comments.server.ts";
import { searchLetters } from "#app/letters/search-letters.server.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { prepareFind } from "#app/search/find.server.ts";
import { splitAtHits } from "#app/search/hit.ts";
import { readQuestion } from "#app/search/question.ts";
import { lastDays, readDays, readKey, searchHref } from "#app/search/search-page.ts";
import { searchEverything } from "#app/search/search-everything.server.ts";
import { searchProvisions } from "#app/doctrine/search-provisions.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { editOrganisation } from "#app/organisations/edit-organisation.server.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { searchOrganisations } from "#app/organisations/search-organisations.server.ts";
import { searchSignatories } from "#app/signatures/search-signatories.server.ts";
import { confirmSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision, reviseText } from "../made-up-doctrine.ts";
import {
  letterFields,
  makeAccount,
  makeDraft,
  makeLetter,
  organisationForm,
  origin,
  sign,
  signForm,
  tokenMailedTo,
} from "../made-up.ts";

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

const plain = (marked: string) =>
  splitAtHits(marked)
    .map(({ text }) => text)
    .join("");

describe("provisions", () => {
  beforeAll(async () => {
    await makeText(
      [
        {
          dated: "2024-01-01",
          provisions: [
            provision("L100-1", "Les échanges avec l’administration.", { kind: "article" }),
            provision("L100-10", "Voir l’article L100-1 et les hébergements.", { kind: "article" }),
            provision("9", "Les données restent dans l’Union.", { title: "Hébergement" }),
            ...Array.from({ length: 5 }, (_, index) => provision(`${index + 20}`, "Une page de plus.")),
          ],
        },
      ],
      { slug: "code", title: "Le code" },
    );
  });
  const search = async (typed: string, after: { value: number; id: number } | null = null, limit = 20) =>
    searchProvisions(typed, await prepareFind(question(typed)), after, limit);
  const inProvisions = async (typed: string) =>
    (await search(typed)).provisions.map(({ text, provision: slug }) => `${text}/${slug}`);

  test.each([
    ["L100-1", ["code/L100-1", "code/L100-10"], "the number first, then what begins so, each once"],
    ["article l. 100-1", ["code/L100-1", "code/L100-10"], "as people write it"],
    ["règle 9", ["code/9"], "a number with its kind"],
    ["hebergement", ["code/9", "code/L100-10"], "accents are ignored, another form, the title first"],
    ["donnee union", ["code/9"], "all words, in any form"],
    ['"les données restent"', ["code/9"], "a phrase"],
    ['"restent les données"', [], "only in its order"],
    ["échang", ["code/L100-1"], "a beginning"],
  ])("%s finds %j: %s", async (typed, found) => expect(await inProvisions(typed)).toEqual(found));

  test("hits are marked, and the number found says so", async () => {
    const { provisions, byNumber } = await search("hébergement");
    expect(byNumber).toBe(false);
    expect(splitAtHits(provisions[0]?.title ?? "")).toEqual([{ text: "Hébergement", isHit: true }]);
    expect(splitAtHits(provisions[1]?.excerpt ?? "").filter(({ isHit }) => isHit)).toEqual([
      { text: "hébergements", isHit: true },
    ]);
    expect((await search("L100-1")).byNumber).toBe(true);
  });

  test("pages follow by key, none twice, a number's on the first alone", async () => {
    const seen: string[] = [];
    for (let after: { value: number; id: number } | null = null; ;) {
      const { provisions } = await search("page", after, 2);
      seen.push(...provisions.slice(0, 2).map((found) => found.provision));
      const last = provisions[1];
      if (provisions.length <= 2 || !last) break;
      after = { value: last.rank, id: last.id };
    }
    expect(seen.toSorted()).toEqual(["20", "21", "22", "23", "24"]);
    const [last] = (await search("L100-1")).provisions;
    expect((await search("L100-1", { value: 1, id: last?.id ?? 0 })).provisions).toEqual([]);
  });

  test("only the newest revision is found, by its new words alone", async () => {
    await makeText([{ dated: "2023-01-01", provisions: [provision("7", "wombat")] }], { slug: "short" });
    expect(await inProvisions("wombat")).toEqual(["short/7"]);
    await reviseText("short", "7", "quokka");
    expect(await inProvisions("wombat")).toEqual([]);
    expect(await inProvisions("quokka")).toEqual(["short/7"]);
  });
});

test("organisations are found by name and by their own words, the name first, until they are merged", async () => {
  const owner = await makeAccount();
  const make = async (name: string, about = "") => {
    const made = await createOrganisation(owner.id, organisationForm({ name, about }));
    return "slug" in made ? made.slug : "";
  };
  const quiet = await make("Nuages associés", "Nous parlons de réversibilité.");
  const loud = await make("Réversibilité pour tous");
  const find = async (typed: string) =>
    (await searchOrganisations(await prepareFind(question(typed)), null, 20)).map(({ slug }) => slug);
  expect(await find("reversibilite")).toEqual([loud, quiet]);
  expect(await find("nuage")).toEqual([quiet]);
  await editOrganisation(
    (await readOrganisation(quiet))?.id ?? 0,
    owner,
    organisationForm({ name: "Brumes associées", about: "" }),
  );
  expect(await find("nuage")).toEqual([]);
  expect(await find("brume")).toEqual([quiet]);
  await sql`
    update organisations set merged_at = now(), merged_into = (select id from organisations where slug = ${loud})
    where slug = ${quiet}`;
  expect(await find("brume")).toEqual([]);
});

test("a citation's label and a note are words of the letter", async () => {
  const document = {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "Voir" },
          {
            type: "citation",
            attrs: { text: "code", provision: "9", revision: "2024-01-01", label: "règle kangourou" },
          },
          { type: "footnote", attrs: { text: "Une note sur les dromadaires." } },
        ],
      },
    ],
  };
  const slug = await createDraft(ada.id, "fr", letterFields(), document);
  await publishLetter(slug, ada.id, 1);
  expect(await inLetters("kangourou")).toEqual([slug]);
  expect(await inLetters("dromadaire")).toEqual([slug]);
});

describe("days", () => {
  const asked = (typed: string, since: string | null, until: string | null) => ({ typed, since, until });
  const slugs = async (since: string | null, until: string | null) => {
    const found = await searchEverything(asked("numbat", since, until), null, null);
    if (!found) throw new Error("nothing was asked");
    return [
      ...found.letters.shown.map(({ title }) => plain(title)),
      ...found.provisions.shown.map(({ text }) => text),
      ...found.comments.shown.map(({ excerpt }) => plain(excerpt)),
      ...found.organisations.shown.map(({ name }) => plain(name)),
      ...found.signatories.shown.map(({ name }) => plain(name)),
    ];
  };

  test("limit each kind by its own day, in Paris, both ends within", async () => {
    const old = "2020-06-30 21:59:59+00";
    const young = "2020-06-30 22:00:00+00";
    for (const [name, moment] of [
      ["Older", old],
      ["Younger", young],
    ] as const) {
      const { slug } = await makeLetter(ada, { title: `${name} numbat` });
      await sql`update letters set published_at = ${moment} where slug = ${slug}`;
      await makeText(
        [{ dated: moment === old ? "2020-06-30" : "2020-07-01", provisions: [provision("1", "numbat")] }],
        {
          slug: name.toLowerCase(),
        },
      );
      const posted = await postComment({ letter: slug }, ada.id, {
        body: `${name} numbat`,
        stance: "neutral",
        parent: null,
      });
      const id = "id" in posted ? posted.id : 0;
      await sql`update comment_words set said_at = ${moment} where comment_id = ${id}`;
      await createOrganisation(ada.id, organisationForm({ name: `${name} numbat` }));
      await sql`update organisations set created_at = ${moment} where name = ${`${name} numbat`}`;
      await sign(slug, `${name}@example.org`, { name: `${name} numbat` });
      await sql`update signatures set signed_at = ${moment} where name = ${`${name} numbat`}`;
    }
    const of = (name: string) => [
      `${name} numbat`,
      name.toLowerCase(),
      ...Array<string>(3).fill(`${name} numbat`),
    ];
    expect(await slugs(null, "2020-06-30")).toEqual(of("Older"));
    expect(await slugs("2020-07-01", null)).toEqual(of("Younger"));
    expect(await slugs("2020-06-30", "2020-07-01")).toHaveLength(10);
    expect(await slugs("2020-07-02", null)).toEqual([]);
  });

  test("in an address that are none leave their end open", () => {
    const read = (search: string) => readDays(new URLSearchParams(search));
    expect(read("since=2026-02-30&until=tomorrow")).toEqual({ since: null, until: null });
    expect(read("since=0000-01-01&until=2026-02-28")).toEqual({ since: null, until: "2026-02-28" });
    expect(lastDays("2026-03-01")).toEqual({
      month: { since: "2026-01-30", until: null },
      year: { since: "2025-03-01", until: null },
    });
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
    (await searchSignatories(question(typed), await prepareFind(question(typed)), null, 20)).map(({ name }) =>
      plain(name),
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
  const asked = { typed: "l’État & co", since: "2026-01-31", until: null };
  const href = searchHref(asked, "letters", { value: 0.0607927, id: 42 });
  const search = new URL(href, origin).searchParams;
  expect(search.get("search")).toBe("l’État & co");
  expect(readDays(search)).toEqual({ since: "2026-01-31", until: null });
  expect(readKey(search.get("after"))).toEqual({ value: 0.0607927, id: 42 });
  for (const wrong of [null, "", "1", "x_1", "1_0", "1_-1", "'_1"]) expect(readKey(wrong)).toBeNull();
});

test("no question starts workers of PostgreSQL: that takes longer than the answer", async () => {
  const [setting] = await sql`show max_parallel_workers_per_gather`;
  expect(setting).toEqual({ max_parallel_workers_per_gather: "0" });
});
