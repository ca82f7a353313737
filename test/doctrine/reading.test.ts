import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, postComment } from "#app/discussion/post-comment.server.ts";
import { countChanges, readChanges } from "#app/doctrine/compare-revisions.server.ts";
import { type DoctrineText, type Revision, revisionBefore, revisionOf } from "#app/doctrine/doctrine-text.ts";
import { readCitedBy, readDispositions } from "#app/doctrine/read-answers.server.ts";
import {
  findMoved,
  readHistory,
  readProvision,
  readStates,
  shownState,
} from "#app/doctrine/read-provision.server.ts";
import { countPart, listTexts, readBodies, readOutline, readText } from "#app/doctrine/read-text.server.ts";
import { searchText } from "#app/doctrine/search-text.server.ts";
import { prepareFind } from "#app/search/find.server.ts";
import { splitAtHits } from "#app/search/hit.ts";
import { readQuestion } from "#app/search/question.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeRenumbered, makeText, provision, type MadeText } from "../made-up-doctrine.ts";
import { makeAccount, makeDraft, makeLetter, organisationForm, revise } from "../made-up.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";

useDatabase();
const days = ["2020-01-01", "2022-02-02", "2024-04-04"] as const;
let ada: Account;
let made: MadeText;
let text: DoctrineText;

const chapter = (number: string, ...children: ReturnType<typeof provision>[]) =>
  provision(number, "", { kind: "chapter", title: `Chapitre ${number}`, children });

beforeAll(async () => {
  ada = await makeAccount({ name: "Ada" });
  made = await makeText(
    [
      {
        dated: days[0],
        provisions: [
          chapter(
            "I",
            provision("1", "Un."),
            provision("2", "Deux jours au plus."),
            provision("3", "Trois."),
          ),
          chapter("II", provision("4", "Quatre.")),
        ],
      },
      {
        dated: days[1],
        provisions: [
          chapter("I", provision("1", "Un."), provision("2", "Dix jours au plus.")),
          chapter("II", provision("4", "Quatre."), provision("5", "Cinq, sans délai.")),
        ],
      },
      {
        dated: days[2],
        provisions: [
          chapter("I", provision("1", "Un.")),
          chapter("II", provision("2", "Dix jours au plus."), provision("4", "Quatre, désormais.")),
        ],
      },
    ],
    { slug: "regles", title: "Règles" },
  );
  const read = await readText("regles");
  if (!read) throw new Error("the text was not made");
  text = read;
});

const revision = (day: string): Revision => {
  const found = revisionOf(text, day);
  if (!found) throw new Error(day);
  return found;
};
const id = (slug: string) => made.provisions[slug] ?? 0;
let position = 0;
const cite = (letterId: number, version: number, slug: string, day: string = days[2]) => sql`
  insert into citations (letter_id, version_number, position, provision_id, revision_id)
  values (${letterId}, ${version}, ${++position}, ${id(slug)}, ${made.revisions[day] ?? 0})`;
const comment = async (slug: string) => {
  const posted = await postComment({ text: "regles", provision: slug }, ada.id, {
    ...{ body: "Said of it", stance: "neutral", parent: null },
  });
  return "id" in posted ? posted.id : 0;
};
const dispose = (slug: string, decision: string, day: string = days[2]) => sql`
  insert into dispositions (provision_id, revision_id, decision, reasons, account_id, submission_key)
  values (${id(slug)}, ${made.revisions[day] ?? 0}, ${decision}, 'For reasons.', ${ada.id}, ${randomUUID()})`;

describe("a text", () => {
  test("has its revisions, the newest first, and is found by its slug alone", async () => {
    expect(text).toMatchObject({ slug: "regles", title: "Règles", language: "fr" });
    expect(text.revisions.map(({ dated }) => dated)).toEqual(days.toReversed());
    expect(await readText("unknown")).toBeNull();
  });

  test("shows the revision that is asked for, the newest when none is", () => {
    expect(revisionOf(text, null)?.dated).toBe(days[2]);
    expect(revisionOf(text, days[0])?.dated).toBe(days[0]);
    expect(revisionOf(text, "2021-01-01")).toBeUndefined();
    expect(revisionBefore(text, revision(days[2]))?.dated).toBe(days[1]);
    expect(revisionBefore(text, revision(days[0]))).toBeUndefined();
  });

  test("is read by its outline, without texts, and by the texts of a part", async () => {
    const outline = await readOutline(text, revision(days[1]));
    expect(outline.map(({ slug, depth, descendants, change }) => [slug, depth, descendants, change])).toEqual(
      [
        ["I", 0, 2, "kept"],
        ["1", 1, 0, "kept"],
        ["2", 1, 0, "changed"],
        ["II", 0, 2, "kept"],
        ["4", 1, 0, "kept"],
        ["5", 1, 0, "new"],
      ],
    );
    expect(outline[2]).toMatchObject({ size: "Dix jours au plus.".length, parentId: outline[0]?.id });
    expect([...(await readBodies(revision(days[1]).id, 2, 3))]).toEqual([
      [id("1"), "Un."],
      [id("2"), "Dix jours au plus."],
    ]);
  });

  test("gives its provisions in the order of reading for its data", async () => {
    const states = await readStates(revision(days[2]), 1, 100);
    expect(states.map(({ number, text: body }) => [number, body])).toEqual([
      ["I", ""],
      ["1", "Un."],
      ["II", ""],
      ["2", "Dix jours au plus."],
      ["4", "Quatre, désormais."],
    ]);
  });
});

describe("a provision", () => {
  test("is found by its name in the revision that an address names, before what has the name today", async () => {
    const { slug, provisions } = await makeRenumbered();
    const read = await readText(slug);
    if (!read) throw new Error(slug);
    const [now, before] = read.revisions;
    const found = async (address: string, named?: Revision) =>
      (await readProvision(read, address, named))?.id;
    expect(await found("9")).toBe(provisions["9"]);
    expect(await found("9", now)).toBe(provisions["9"]);
    expect(await found("9", before)).toBe(provisions["10"]);
    expect(await found("13", before)).toBe(provisions["13~2025-07-05"]);
    expect(await found("10", before), "no name there: what has it today").toBe(provisions["10"]);
    const states = await readHistory(read, provisions["10"] ?? 0, []);
    expect(states.map(({ dated, slug: name }) => [dated, name])).toEqual([
      [now?.dated, "10"],
      [before?.dated, "9"],
    ]);
  });

  test("is found by its address; one that it had before leads to the present one", async () => {
    expect(await readProvision(text, "3")).toMatchObject({ id: id("3"), address: "3" });
    expect(await readProvision(text, "33")).toBeNull();
    expect(await findMoved(text, "33")).toBeNull();
    const other = await makeText([{ dated: days[0], provisions: [provision("7", "Sept.")] }]);
    await sql`update provisions set slug = '8' where id = ${other.provisions["7"] ?? 0}`;
    const read = await readText(other.slug);
    if (!read) throw new Error(other.slug);
    expect(await readProvision(read, "7")).toBeNull();
    expect(await findMoved(read, "7")).toBe("8");
    expect(await findMoved(text, "7"), "only within its own text").toBeNull();
  });

  test("tells what became of it in each revision", async () => {
    const told = async (slug: string) =>
      (await readHistory(text, id(slug))).map(({ dated, change }) => [dated, change]);
    expect(await told("1")).toEqual([
      [days[2], "kept"],
      [days[1], "kept"],
      [days[0], "new"],
    ]);
    expect(await told("2")).toEqual([
      [days[2], "moved"],
      [days[1], "changed"],
      [days[0], "new"],
    ]);
    expect(await told("3"), "repealed once, and silent after that").toEqual([
      [days[1], "repealed"],
      [days[0], "new"],
    ]);
    expect(await told("5"), "silent before it came").toEqual([
      [days[2], "repealed"],
      [days[1], "new"],
    ]);
  });

  test("gives the texts that are asked for", async () => {
    const bodies = async (wanted?: number[]) =>
      (await readHistory(text, id("2"), wanted)).map(({ body }) => body);
    expect(await bodies()).toEqual(["Dix jours au plus.", "Dix jours au plus.", "Deux jours au plus."]);
    expect(await bodies([revision(days[0]).id])).toEqual([null, null, "Deux jours au plus."]);
    expect(await bodies([])).toEqual([null, null, null]);
  });

  test("shows what it said last where a revision does not have it, else what it says first", async () => {
    const shown = async (slug: string, day: string) =>
      shownState(await readHistory(text, id(slug)), revision(day))?.dated;
    expect(await shown("3", days[0])).toBe(days[0]);
    expect(await shown("3", days[2])).toBe(days[0]);
    expect(await shown("5", days[0])).toBe(days[1]);
    expect(await shown("5", days[2])).toBe(days[1]);
  });
});

describe("what changed between two revisions", () => {
  const all = { change: null, after: null };
  const told = async (from: string, to: string, asked: Parameters<typeof readChanges>[3] = all) =>
    (await readChanges(text, revision(from), revision(to), asked)).changed.map(({ number, change }) => [
      number,
      change,
    ]);

  test("is what the import saw between neighbours, in the order of reading", async () => {
    expect(await told(days[0], days[1])).toEqual([
      ["2", "changed"],
      ["3", "repealed"],
      ["5", "new"],
    ]);
    expect(await told(days[1], days[2])).toEqual([
      ["2", "moved"],
      ["4", "changed"],
      ["5", "repealed"],
    ]);
    expect(await countChanges(text, revision(days[1]), revision(days[2]))).toEqual({
      ...{ kept: 3, changed: 1, moved: 1, new: 0, repealed: 1 },
    });
  });

  test("is seen in the texts where others lie between, and backwards", async () => {
    expect(await told(days[0], days[2])).toEqual([
      ["2", "changed"],
      ["3", "repealed"],
      ["4", "changed"],
    ]);
    expect(await told(days[2], days[1])).toEqual([
      ["2", "moved"],
      ["4", "changed"],
      ["5", "new"],
    ]);
    expect(await countChanges(text, revision(days[0]), revision(days[0]))).toMatchObject({ kept: 6 });
  });

  test("one kind alone, and from a key on", async () => {
    expect(await told(days[0], days[1], { change: "repealed", after: null })).toEqual([["3", "repealed"]]);
    const { changed } = await readChanges(text, revision(days[0]), revision(days[1]), all);
    expect(await told(days[0], days[1], { change: null, after: changed[1]?.key ?? 0 })).toEqual([
      ["5", "new"],
    ]);
  });

  test("word by word for what changed, whole for what came or went", async () => {
    const { changed } = await readChanges(text, revision(days[0]), revision(days[1]), all);
    expect(changed[0]?.passages).toEqual([
      {
        change: "words",
        kind: "paragraph",
        formatting: false,
        pieces: [
          { change: "removed", text: "Deux" },
          { change: "added", text: "Dix" },
          { change: "same", text: " jours au plus." },
        ],
      },
    ]);
    expect(changed.slice(1).map(({ passages, body }) => [passages, body])).toEqual([
      [null, "Trois."],
      [null, "Cinq, sans délai."],
    ]);
  });

  test("forty at a time, none left out and none twice", async () => {
    const rules = (word: string) =>
      Array.from({ length: 90 }, (_, place) => provision(String(place + 1), `${word} ${place}`));
    const many = await makeText([
      { dated: days[0], provisions: rules("vieux") },
      { dated: days[1], provisions: rules("neuf").slice(1) },
    ]);
    const read = await readText(many.slug);
    const [to, from] = read?.revisions ?? [];
    if (!read || !to || !from) throw new Error(many.slug);
    const numbers: string[] = [];
    let after: number | null = null;
    const lengths: number[] = [];
    do {
      const page: Awaited<ReturnType<typeof readChanges>> = await readChanges(read, from, to, {
        change: null,
        after,
      });
      numbers.push(...page.changed.map(({ number }) => number));
      lengths.push(page.changed.length);
      after = page.next;
    } while (after !== null);
    expect(lengths).toEqual([40, 40, 10]);
    expect(numbers.toSorted((one, other) => Number(one) - Number(other))).toEqual(
      Array.from({ length: 90 }, (_, place) => String(place + 1)),
    );
  });
});

describe("what is said of a provision", () => {
  let citing: { id: number; slug: string };
  let turned: { id: number; slug: string };
  const sign = async (
    letterId: number,
    organisation: number,
    wish: { version?: number; state?: string } = {},
  ) => {
    const { version = 1, state = "confirmed" } = wish;
    await sql`
      insert into signatures (letter_id, version_number, kind, signer_key, name, email, name_shown, keep_informed, language,
        organisation_id, level, state, confirmed_at, hold_reasons, withdrawn_at, invalidated_at)
      values (${letterId}, ${version}, 'organisation', ${`organisation:${organisation}`}, 'A works', 'x@example.org', true,
        false, 'en', ${organisation}, 'domain', ${state}, now(), ${state === "held" ? ["burst"] : []},
        ${state === "withdrawn" ? new Date() : null}, ${state === "invalidated" ? new Date() : null})`;
  };
  const works: number[] = [];

  beforeAll(async () => {
    for (let count = 0; count < 3; count++) {
      const form = organisationForm();
      const { outcome, ...rest } = await createOrganisation(ada.id, form);
      const slug = "slug" in rest ? rest.slug : "";
      works.push((await readOrganisation(slug))?.id ?? 0);
      expect(outcome).toBe("created");
    }
    citing = await makeLetter(ada, { title: "It cites" });
    turned = await makeLetter(ada, { title: "It cited once" });
    await cite(citing.id, 1, "1");
    await cite(citing.id, 1, "1", days[0]);
    await cite(turned.id, 1, "1");
    await revise(ada, turned.slug);
    await makeDraft(ada);
    await sign(citing.id, works[0] ?? 0);
    await sign(turned.id, works[0] ?? 0);
    await sign(turned.id, works[1] ?? 0);
    await sql`
      insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, state,
        confirmed_at)
      values (${citing.id}, 1, 'somebody', 'Somebody', 'somebody@example.org', true, false, 'en', 'confirmed', now())`;
    await sign(turned.id, works[2] ?? 0, { version: 2 });
  });

  test("letters whose newest version cites it; organisations on any version that does, each once", async () => {
    const cited = await readCitedBy(id("1"));
    expect(cited).toMatchObject({ letterCount: 1, organisationCount: 2 });
    expect(cited.letters.map(({ title, cited: day }) => [title, day])).toEqual([["It cites", days[2]]]);
    expect(cited.letterIds.toSorted((one, other) => one - other)).toEqual([citing.id, turned.id]);
  });

  test("a signature that is held, withdrawn or still pending counts for nothing", async () => {
    const [organisation = 0] = works;
    for (const state of ["held", "withdrawn", "pending", "invalidated"]) {
      const letter = await makeLetter(ada);
      await cite(letter.id, 1, "4");
      await sign(letter.id, organisation, { state });
    }
    expect(await readCitedBy(id("4"))).toMatchObject({ letterCount: 4, organisationCount: 0 });
  });

  test("a provision that nobody cites", async () => {
    expect(await readCitedBy(id("5"))).toEqual({
      ...{ letterCount: 0, organisationCount: 0, letterIds: [], letters: [] },
    });
  });

  test("official answers: replies that stand, and the newest disposition as one", async () => {
    const [reply, gone] = [await comment("2"), await comment("2")];
    for (const each of [reply, gone])
      await sql`insert into official_answers (comment_id, text_id) values (${each}, ${made.id})`;
    expect(await readDispositions(id("2"))).toEqual({ dispositions: [], answerCount: 2 });
    await deleteComment(gone, ada.id);
    await dispose("2", "noted", days[1]);
    await dispose("2", "accepted");
    const { dispositions, answerCount } = await readDispositions(id("2"));
    expect(answerCount).toBe(2);
    expect(dispositions.map(({ decision, dated, name }) => [decision, dated, name])).toEqual([
      ["accepted", days[2], "Ada"],
      ["noted", days[1], "Ada"],
    ]);
  });

  test("the marks in the margin say the same, and only where there is something", async () => {
    await comment("1");
    const marks = await countPart(made.id, revision(days[2]).id, 1, 100);
    const { letterCount } = await readCitedBy(id("1"));
    expect(marks.get(id("1"))).toEqual({ comments: 1, letters: letterCount, answers: 0 });
    expect(marks.get(id("2"))).toEqual({ comments: 1, letters: 0, answers: 2 });
    expect(marks.get(id("4"))).toEqual({ comments: 0, letters: 4, answers: 0 });
    expect([...marks.keys()].toSorted((one, other) => one - other)).toEqual(
      [id("1"), id("2"), id("4")].toSorted((one, other) => one - other),
    );
    expect([...(await countPart(made.id, revision(days[2]).id, 1, 2)).keys()]).toEqual([id("1")]);
  });

  test("the list of texts adds up, each letter once", async () => {
    const listed = (await listTexts()).find(({ slug }) => slug === "regles");
    expect(listed).toMatchObject({
      ...{ dated: days[2], revisionCount: 3, pieceCount: 3, comments: 2, letters: 5, title: "Règles" },
    });
  });
});

describe("searching within a text", () => {
  const find = async (typed: string, after: number | null = null, day: string = days[1]) => {
    const question = readQuestion(typed);
    if (!question) throw new Error(typed);
    return searchText(text, revision(day), await prepareFind(question), after);
  };
  const found = async (typed: string, day?: string) =>
    (await find(typed, null, day)).found.map(({ number }) => number);

  test.each([
    ["delai", ["5"], "accents are ignored"],
    ["JOUR", ["2"], "another form, in any case"],
    ["Chapitre", ["I", "II"], "titles"],
    ["cinq", ["5"], "a word"],
    ['"jours au plus"', ["2"], "a phrase"],
    ["deux jours", [], "what it said in another revision"],
    ["nothing", [], "nothing"],
  ])("%j finds %j: %s", async (typed, numbers) => expect(await found(typed)).toEqual(numbers));

  test("is about the revision that is read", async () => {
    expect(await found("deux jours", days[0])).toEqual(["2"]);
  });

  test("marks the hits and knows where the provision stands", async () => {
    const [hit] = (await find("delai")).found;
    expect(hit).toMatchObject({ slug: "5", address: "5", kind: "rule" });
    expect(splitAtHits(hit?.excerpt ?? "").filter(({ isHit }) => isHit)).toEqual([
      { text: "délai", isHit: true },
    ]);
  });

  test("a provision that says more than a vector of PostgreSQL holds is found all the same", async () => {
    const words = Array.from({ length: 150_000 }, (_, index) => `mot${index.toString(36)}`).join(" ");
    const long = (title: string) => ({ provisions: [provision("1", words, { title })] });
    const huge = await makeText([
      { dated: "2024-01-01", ...long("Ancien") },
      { dated: "2025-01-01", ...long("Nouveau") },
    ]);
    const asked = await readText(huge.slug);
    for (const revision of asked?.revisions ?? []) {
      const question = readQuestion("mot1z");
      if (!asked || !question) throw new Error("nothing to ask");
      const { found: hits } = await searchText(asked, revision, await prepareFind(question), null);
      expect(hits.map(({ title }) => title)).toEqual([
        revision.dated === "2025-01-01" ? "Nouveau" : "Ancien",
      ]);
    }
    expect(asked?.revisions).toHaveLength(2);
  });

  test("goes on after a position, however far", async () => {
    expect(await find("Chapitre", 999_999_999_999_999)).toEqual({ found: [], next: null });
    const [first] = (await find("Chapitre")).found;
    const rest = await find("Chapitre", first?.position ?? 0);
    expect(rest.found.map(({ number }) => number)).toEqual(["II"]);
    expect(rest.next).toBeNull();
  });
});
