import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { changeCoAuthorRole } from "#app/co-authors/change-co-author.server.ts";
import { approveDraft, hashOfDraft, listApprovals } from "#app/drafts/approve-draft.server.ts";
import { planPublication } from "#app/drafts/plan-publication.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { hashText } from "#app/letters/version.ts";
import { readForPublication } from "#app/translations/read-for-publication.server.ts";
import { readTranslatedLetter } from "#app/translations/read-translations.server.ts";
import { deleteTranslation, leaveOut, saveTranslation } from "#app/translations/save-translation.server.ts";
import { readOriginalName } from "#app/translations/translation.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, makeDraft, makeLetter, origin, paragraph } from "../made-up.ts";
import { translate } from "./made-up-translations.ts";

useDatabase();

let ada: Account;
let bea: Account;
let slug: string;
let id: number;
const fields = letterFields({ title: "A letter" });
beforeEach(async () => {
  ada = await makeAccount({ name: "Ada" });
  bea = await makeAccount({ name: "Bea" });
  slug = await makeDraft(ada, fields, "We want rules one can read.");
  id = (await readDraft(slug, ada.id))?.id ?? 0;
});
const beaIs = async (role: string) => {
  await sql`
    insert into co_authors (letter_id, account_id, role, joined_at)
    values (${id}, ${bea.id}, ${role}, now() + interval '1 second')`;
};
const draft = async () => {
  const read = await readDraft(slug, ada.id);
  if (!read) throw new Error("no draft");
  return read;
};
const revision = async () => (await draft()).revision;
const stored = async (account = ada) => (await readTranslatedLetter(slug, account.id))?.translations ?? [];
const standing = async () => (await stored())[0]?.standing;
const french = { title: "Une lettre", document: paragraph("Nous voulons des règles lisibles.") };
const save = (account: Account, base: number, text = french, declared: string | null = null) =>
  saveTranslation(slug, account.id, "fr", base, text, declared);
const change = (text: string) => saveDraft(slug, ada.id, null, fields, paragraph(text));

describe("writing a translation", () => {
  test("is for authors and editors; the others who read the draft read it; nobody else knows of it", async () => {
    expect(await save(ada, 0)).toEqual({ outcome: "saved", revision: 1 });
    expect(await save(bea, 1)).toEqual({ outcome: "not-found" });
    expect(await readTranslatedLetter(slug, bea.id)).toBeNull();
    await beaIs("reader");
    for (const role of ["reader", "reviewer"] as const) {
      if (role === "reviewer") await changeCoAuthorRole(slug, ada, bea.id, role);
      expect(await save(bea, 1, { ...french, title: "Prise" })).toEqual({ outcome: "not-found" });
      expect(await stored(bea)).toMatchObject([{ language: "fr", title: "Une lettre" }]);
    }
    await changeCoAuthorRole(slug, ada, bea.id, "editor");
    expect(await save(bea, 1, { ...french, title: "Reprise" })).toEqual({ outcome: "saved", revision: 2 });
    expect(await stored()).toMatchObject([{ title: "Reprise", editedBy: "Bea" }]);
  });

  test("is never over what somebody else saved or deleted meanwhile; twice is once", async () => {
    await save(ada, 0);
    expect(await save(ada, 0)).toEqual({ outcome: "saved", revision: 1 });
    expect(await save(ada, 0, { ...french, title: "Autre" })).toEqual({ outcome: "stale" });
    expect(await save(ada, 1, { ...french, title: "Autre" })).toEqual({ outcome: "saved", revision: 2 });
    expect(await deleteTranslation(slug, ada.id, "fr")).toEqual({ outcome: "deleted" });
    expect(await save(ada, 2)).toEqual({ outcome: "stale" });
    expect(await save(ada, 0)).toEqual({ outcome: "saved", revision: 1 });
  });

  test("two first ones at once: one is told", async () => {
    const both = await Promise.all([save(ada, 0), save(ada, 0, { ...french, title: "Autre" })]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["saved", "stale"]);
  });

  test("is not into the language of the original, also when that changes", async () => {
    expect((await saveTranslation(slug, ada.id, "en", 0, french, null)).outcome).toBe("not-found");
    await translate(ada, slug);
    await saveDraft(slug, ada.id, null, { ...fields, language: "fr" }, paragraph("Nous voulons."));
    expect(await stored()).toEqual([]);
    expect((await readForPublication(id, await draft())).texts).toEqual([]);
    await saveDraft(slug, ada.id, null, { ...fields, language: "en" }, paragraph("We want."));
    expect(await standing()).toBe("behind");
  });

  test("is over once the letter is closed", async () => {
    const closed = await makeLetter(ada, { closed: true });
    expect((await saveTranslation(closed.slug, ada.id, "fr", 0, french, null)).outcome).toBe("letter-closed");
    expect(await readTranslatedLetter(closed.slug, ada.id)).toBeNull();
    const open = await makeLetter(ada);
    expect((await saveTranslation(open.slug, ada.id, "fr", 0, french, null)).outcome).toBe("saved");
    await closeLetter(open.slug, ada.id);
    expect((await saveTranslation(open.slug, ada.id, "fr", 1, { ...french, title: "T" }, null)).outcome).toBe(
      "letter-closed",
    );
  });
});

describe("a translation and its original", () => {
  test("it is unfinished until somebody declares it, behind once the original changes, current when it is changed back", async () => {
    await translate(ada, slug, { declared: false });
    expect(await standing()).toBe("unfinished");
    await translate(ada, slug);
    expect(await standing()).toBe("current");
    await change("We want rules one can read, now.");
    expect(await standing()).toBe("behind");
    await translate(ada, slug, { text: "Nous voulons des règles lisibles, maintenant.", declared: false });
    expect(await standing()).toBe("behind");
    await change("We want rules one can read.");
    expect(await standing()).toBe("current");
  });

  test("a declaration is of the original that was shown, not of one that came since", async () => {
    const shown = await hashText(await draft());
    await change("We want rules one can read, and soon.");
    await save(ada, 0, french, shown);
    expect(await standing()).toBe("behind");
    expect([readOriginalName(shown), readOriginalName("x".repeat(64)), readOriginalName(undefined)]).toEqual([
      shown,
      null,
      null,
    ]);
  });

  test("without a text it is empty, whatever was declared", async () => {
    await translate(ada, slug, { text: "" });
    expect(await standing()).toBe("empty");
  });

  test("a change of what surrounds the original leaves it where it is, one of its title does not", async () => {
    await translate(ada, slug);
    const text = paragraph("We want rules one can read.");
    await saveDraft(slug, ada.id, null, { ...fields, summary: "In short." }, text);
    expect(await standing()).toBe("current");
    await saveDraft(slug, ada.id, null, { ...fields, title: "Another title" }, text);
    expect(await standing()).toBe("behind");
  });
});

describe("approvals", () => {
  const approved = async () =>
    (await listApprovals(id, await revision())).find(({ accountId }) => accountId === bea.id)?.state;
  beforeEach(() => beaIs("author"));

  test("are voided by each change of a translation, and by none that changes nothing", async () => {
    const changes: [string, () => Promise<unknown>][] = [
      ["added", () => translate(ada, slug, { declared: false })],
      ["declared", () => translate(ada, slug)],
      ["changed", () => translate(ada, slug, { title: "Autre titre" })],
      ["left out", () => leaveOut(slug, ada.id, "fr", true)],
      ["taken in", () => leaveOut(slug, ada.id, "fr", false)],
      ["deleted", () => deleteTranslation(slug, ada.id, "fr")],
    ];
    await approveDraft(slug, bea.id, await revision());
    for (const [name, again] of changes) {
      await again();
      expect(await approved(), name).toBe("earlier");
      await approveDraft(slug, bea.id, await revision());
      await again();
      expect(await approved(), name).toBe("approved");
    }
  });

  test("and plans are of the hash of all that would be signed", async () => {
    const hashes = async () =>
      (
        await sql<{ sha256: string }[]>`
        select sha256 from draft_approvals where letter_id = ${id} order by account_id`
      ).map(({ sha256 }) => sha256);
    await translate(ada, slug, { declared: false });
    const alone = await hashOfDraft(await draft());
    await translate(ada, slug);
    const together = await hashOfDraft(await draft());
    expect(together).not.toBe(alone);
    await leaveOut(slug, ada.id, "fr", true);
    expect(await hashOfDraft(await draft())).toBe(alone);
    await leaveOut(slug, ada.id, "fr", false);
    await approveDraft(slug, bea.id, await revision());
    const at = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
    expect(await planPublication(slug, ada, { revision: await revision(), at }, origin)).toEqual({
      outcome: "planned",
    });
    expect(await hashes()).toEqual([together, together]);
  });

  test("of a text that a translation changed since cannot be published", async () => {
    const read = await revision();
    await approveDraft(slug, bea.id, read);
    await translate(ada, slug);
    expect((await publishLetter(slug, ada.id, read)).outcome).toBe("stale");
    expect((await publishLetter(slug, ada.id, await revision())).outcome).toBe("not-approved");
  });
});

test("whoever writes the original meanwhile is not refused for a translation, and is for another's text", async () => {
  const form = await revision();
  await translate(ada, slug);
  const saved = await saveDraft(slug, ada.id, form, fields, paragraph("We want clear rules."));
  expect(saved).toEqual({ outcome: "saved", revision: form + 2 });
  expect((await saveDraft(slug, ada.id, form, fields, paragraph("Another."))).outcome).toBe("stale");
  await translate(ada, slug, { title: "Autre" });
  expect((await saveDraft(slug, ada.id, form, fields, paragraph("Another."))).outcome).toBe("stale");
  expect((await saveDraft(slug, ada.id, form + 99, fields, paragraph("Another."))).outcome).toBe("stale");
});

test("leaving out and deleting are an author's", async () => {
  await translate(ada, slug);
  await beaIs("editor");
  expect(await leaveOut(slug, bea.id, "fr", true)).toEqual({ outcome: "not-found" });
  expect(await deleteTranslation(slug, bea.id, "fr")).toEqual({ outcome: "not-found" });
  expect(await leaveOut(slug, ada.id, "en", true)).toEqual({ outcome: "not-found" });
  expect(await stored()).toMatchObject([{ leftOut: false }]);
  for (let click = 0; click < 2; click++)
    expect(await leaveOut(slug, ada.id, "fr", true)).toEqual({ outcome: "done" });
  expect(await stored()).toMatchObject([{ leftOut: true }]);
  await deleteTranslation(slug, ada.id, "fr");
  expect(await leaveOut(slug, ada.id, "fr", true)).toEqual({ outcome: "not-found" });
});
