import { beforeEach, describe, expect, test } from "vitest";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { readLine } from "#app/discussion/read-thread.server.ts";
import { annotationJson } from "#app/doctrine/annotation-json.ts";
import { placeAnnotations } from "#app/doctrine/place-annotations.server.ts";
import {
  countAnnotations,
  listAnnotations,
  readOrphans,
  readPassages,
  readQuotable,
} from "#app/doctrine/read-annotations.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";
import { makeRenumbered, type MadeText, makeText, provision, renumbered } from "../made-up-doctrine.ts";

useDatabase();

const early = "2023-05-14";
const late = "2026-04-03";
const first = "Chaque administration choisit un hébergement qualifié. Elle publie son choix.";
const second = "Chaque administration publie son choix. Elle choisit un hébergement qualifié et le justifie.";

let ada: Account;
let text: MadeText;

beforeEach(async () => {
  ada = await makeAccount({ name: "Ada" });
  text = await makeText([
    {
      dated: early,
      provisions: [
        provision("1", first),
        provision("2", "Oui ou non, oui."),
        provision("3", "Rien ne change ici."),
        provision("4", "Tout s’en va."),
      ],
    },
    {
      dated: late,
      provisions: [
        provision("1", second),
        provision("2", "Oui et oui."),
        provision("3", "Rien ne change ici."),
      ],
    },
  ]);
});

const say = (number: string, quote: string, wish: { start?: number; revision?: string } = {}) =>
  postComment({ text: text.slug, provision: number }, ada.id, {
    body: "Something to say.",
    stance: "oppose",
    parent: null,
    passage: { quote, revision: wish.revision ?? early, start: wish.start ?? null },
  });

async function idOf(said: ReturnType<typeof say>): Promise<number> {
  const result = await said;
  if (result.outcome !== "posted") throw new Error(result.outcome);
  return result.id;
}

test("what had a number in an earlier revision is quoted by it there, and its annotations lead to it", async () => {
  const { before } = renumbered;
  const { id, slug } = await makeRenumbered();
  const quoted = async (number: string, revision: string | null) => {
    const found = await readQuotable({ text: slug, provision: number }, revision);
    return found && [found.address, found.body];
  };
  expect(await quoted("9", before)).toEqual(["10", "Old nine."]);
  expect(await quoted("9", null)).toEqual(["9", "New nine."]);
  expect(await quoted("10", before), "its address today").toEqual(["10", "Old nine."]);
  expect(await quoted("9", "2000-01-01")).toBeNull();
  const passage = { quote: "Old", revision: before, start: null };
  const said = { body: "Said.", stance: "neutral", parent: null, passage } as const;
  await postComment({ text: slug, provision: "10" }, ada.id, said);
  const [annotation] = await listAnnotations(id, 0, 10);
  if (!annotation) throw new Error("not annotated");
  const { target, via } = annotationJson("", slug, annotation);
  expect(target.source).toBe(`/doctrine/${slug}/9?revision=${before}`);
  expect(via).toBe(`/doctrine/${slug}/10/discussion/${annotation.id}`);
});

const passageOf = async (number: string, id: number) =>
  (await readLine({ text: text.slug, provision: number }, id, null)).at(-1)?.passage;

describe("a comment on a passage", () => {
  test("keeps the passage, its surroundings and where it stands", async () => {
    const id = await idOf(say("1", "hébergement  qualifié"));
    const [annotation] = await listAnnotations(text.id, 0, 10);
    expect(annotation).toMatchObject({
      id,
      exact: "hébergement qualifié",
      prefix: "Chaque administration choisit un ".slice(-32),
      suffix: ". Elle publie son choix.",
      start: 33,
      end: 53,
      revision: early,
      provision: "1",
    });
  });

  test("is refused, and nothing is posted, when the words are not there, or there twice", async () => {
    expect(await say("1", "hébergement souverain")).toEqual({ outcome: "passage-missing" });
    expect(await say("2", "ou")).toEqual({ outcome: "passage-ambiguous" });
    expect(await say("1", first, { revision: "2024-01-01" })).toEqual({ outcome: "revision-unknown" });
    expect(await say("4", "Tout", { revision: late })).toEqual({ outcome: "revision-unknown" });
    expect((await sql`select 1 from comments where account_id = ${ada.id}`).count).toBe(0);
  });

  test("is where it was pointed at when its words stand there more than once", async () => {
    await idOf(say("3", "i", { start: 1 }));
    const [passage] = await readPassages(text.provisions["3"] ?? 0, text.revisions[early] ?? 0);
    expect(passage).toMatchObject({ start: 1, end: 2, exact: "i", comments: 1 });
    expect(await say("3", "i", { start: 3 })).toEqual({ outcome: "passage-ambiguous" });
  });

  test("on a revision that is not the newest says at once what became of it", async () => {
    expect(await passageOf("1", await idOf(say("1", "hébergement qualifié")))).toEqual({
      exact: "hébergement qualifié",
      revision: early,
      newest: late,
      state: "carried",
      there: true,
      language: "fr",
    });
    expect(await passageOf("1", await idOf(say("1", first)))).toMatchObject({ state: "orphan", there: true });
    expect(await passageOf("3", await idOf(say("3", "Rien")))).toMatchObject({ state: "exact" });
    // Of a provision that is repealed there is nothing to compare with.
    expect(await passageOf("4", await idOf(say("4", "Tout")))).toMatchObject({
      state: "orphan",
      there: false,
    });
  });
});

describe("a new revision", () => {
  async function revise(body: string | null, dated: string): Promise<number> {
    return sql.begin(async (tx) => {
      const [revision] = await tx<{ id: number }[]>`
        insert into revisions (text_id, dated, title, sha256, provision_count)
        select id, ${dated}, title, repeat('0', 64), 1 from doctrine_texts where id = ${text.id} returning id`;
      if (body !== null)
        await tx`
          insert into provision_states (revision_id, provision_id, position, depth, kind, number, body, slug, change)
          values (${revision?.id ?? 0}, ${text.provisions["1"] ?? 0}, 1, 0, 'rule', '1', ${body}, '1', 'changed')`;
      await placeAnnotations(tx, text.id, revision?.id ?? 0);
      return revision?.id ?? 0;
    });
  }
  const passages = (revision: number) => readPassages(text.provisions["1"] ?? 0, revision);
  const orphans = (revision: number) => readOrphans(text.provisions["1"] ?? 0, revision);

  test("keeps, carries and orphans what was said of the one before", async () => {
    const kept = await idOf(say("1", "publie son choix", { revision: late }));
    const gone = await idOf(say("1", "le justifie", { revision: late }));
    const same = await revise(second, "2027-01-01");
    expect((await passages(same)).map(({ exact, carried }) => [exact, carried])).toEqual([
      ["publie son choix", false],
      ["le justifie", false],
    ]);
    const other = await revise("Elle publie son choix.", "2027-02-01");
    expect(await passages(other)).toMatchObject([{ first: kept, start: 5, end: 21, carried: true }]);
    expect(await orphans(other)).toMatchObject([{ id: gone, exact: "le justifie", revision: late }]);
    const repealed = await revise(null, "2027-03-01");
    expect(await passages(repealed)).toEqual([]);
    expect(await orphans(repealed)).toHaveLength(2);
    // Each revision is judged by the text that was read: what comes back is found again.
    const again = await revise(second, "2027-04-01");
    expect(await orphans(again)).toEqual([]);
    expect(await passages(again)).toHaveLength(2);
  });

  test("never takes along what now stands there twice", async () => {
    const id = await idOf(say("1", "qualifié", { revision: late }));
    const twice = await revise("Un hébergement qualifié, par un tiers qualifié.", "2027-01-01");
    expect(await passages(twice)).toEqual([]);
    expect(await orphans(twice)).toMatchObject([{ id }]);
  });

  test("places who annotates while a revision is imported", async () => {
    const [said] = await Promise.all([
      idOf(say("1", "publie son choix", { revision: late })),
      revise("Elle publie son choix.", "2027-01-01"),
    ]);
    const rows = await sql`select revision_id from annotation_places where comment_id = ${said}`;
    expect(rows.count).toBe(1);
  });
});

describe("the passages of a provision", () => {
  test("are grouped by where they stand, in the order of the text, without deleted comments", async () => {
    const ids = [await idOf(say("1", "Elle publie")), await idOf(say("1", "Elle publie"))];
    const early_ = await idOf(say("1", "Chaque"));
    const deleted = await idOf(say("1", "choisit"));
    await sql`update comments set deleted_at = now() where id = ${deleted}`;
    const found = await readPassages(text.provisions["1"] ?? 0, text.revisions[early] ?? 0);
    expect(found.map(({ exact, comments, first: id }) => [exact, comments, id])).toEqual([
      ["Chaque", 1, early_],
      ["Elle publie", 2, ids[0]],
    ]);
    expect(found[1]?.newest.map(({ id, author }) => [id, author])).toEqual([
      [ids[1], "Ada"],
      [ids[0], "Ada"],
    ]);
    expect(await countAnnotations(text.id)).toBe(3);
  });
});
