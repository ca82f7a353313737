import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { closeLetter } from "#app/letters/close-letter.server.ts";
import { publishRevision } from "#app/letters/publish-revision.server.ts";
import { listVersions, readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { discardRevision, readRevision, saveRevision } from "#app/letters/revise-letter.server.ts";
import { hashSigned } from "#app/letters/version.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, paragraph, password, revise, sign } from "../made-up.ts";

useDatabase();
let author: Account;
let stranger: Account;
beforeAll(async () => {
  author = await makeAccount();
  stranger = await makeAccount();
});

const fields = { title: "Second title", summary: "", addressees: ["The minister"], reason: "Better words." };
const text = paragraph("We ask for rules that everybody can read.");
const save = (
  slug: string,
  basedOn: number,
  revision: number,
  wish: Partial<typeof fields> = {},
  document = text,
) => saveRevision(slug, author.id, { basedOn, revision }, { ...fields, ...wish }, document);
const publish = (slug: string, basedOn: number, revision: number) =>
  publishRevision(slug, author.id, { basedOn, revision }, origin);

describe("a revision", () => {
  test("begins as the newest version and is its author's alone", async () => {
    const { slug } = await makeLetter(author, { title: "Begins" });
    expect(await readRevision(slug, author.id)).toMatchObject({
      ...{ title: "Begins", reason: "", revision: 0, basedOn: 1, current: 1, open: true, editedAt: null },
      document: paragraph("We ask for rules one can read."),
    });
    expect(await readRevision(slug, stranger.id)).toBeNull();
    const other = await saveRevision(slug, stranger.id, { basedOn: 1, revision: 0 }, fields, text);
    expect(other.outcome).toBe("not-found");
    expect((await publishRevision(slug, stranger.id, { basedOn: 1, revision: 0 }, origin)).outcome).toBe(
      "not-found",
    );
    expect((await discardRevision(slug, stranger.id)).outcome).toBe("not-found");
  });

  test("saved elsewhere since is not overwritten; the same sent twice is saved once", async () => {
    const { slug } = await makeLetter(author);
    expect(await save(slug, 1, 0)).toEqual({ outcome: "saved", revision: 1 });
    expect(await save(slug, 1, 0)).toEqual({ outcome: "saved", revision: 1 });
    expect(await save(slug, 1, 0, { title: "Second window" })).toEqual({ outcome: "stale" });
    expect(await save(slug, 1, 1, { title: "Third title" })).toEqual({ outcome: "saved", revision: 2 });
    expect((await readRevision(slug, author.id))?.title).toBe("Third title");
    expect((await readLetter(slug))?.title, "nobody else sees it").not.toBe("Third title");
  });

  test("discarded or published elsewhere since is not brought back by an old window", async () => {
    const { slug } = await makeLetter(author);
    await save(slug, 1, 0);
    expect((await discardRevision(slug, author.id)).outcome).toBe("discarded");
    expect((await discardRevision(slug, author.id)).outcome).toBe("discarded");
    expect((await save(slug, 1, 1)).outcome).toBe("stale");
    expect(await save(slug, 1, 0)).toEqual({ outcome: "saved", revision: 1 });
    await publish(slug, 1, 1);
    expect((await save(slug, 1, 1, { title: "Too late" })).outcome).toBe("stale");
    expect((await save(slug, 1, 0, { title: "Too late" })).outcome).toBe("stale");
    expect((await save(slug, 2, 0, { title: "In time" })).outcome).toBe("saved");
  });

  test("of a closed letter is neither saved nor published", async () => {
    const { slug } = await makeLetter(author);
    await save(slug, 1, 0);
    await closeLetter(slug, author.id);
    expect((await save(slug, 1, 1, { title: "Late" })).outcome).toBe("letter-closed");
    expect((await publish(slug, 1, 1)).outcome).toBe("letter-closed");
  });

  test("goes with its account, as drafts do", async () => {
    const leaver = await makeAccount();
    const { slug, id } = await makeLetter(leaver);
    await saveRevision(slug, leaver.id, { basedOn: 1, revision: 0 }, fields, text);
    await deleteAccount(leaver, password);
    expect((await sql`select 1 from letter_revisions where letter_id = ${id}`).count).toBe(0);
  });
});

describe("publishing", () => {
  test("freezes the next version, moves the letter to it, and leaves the old text and its address", async () => {
    const { slug, id } = await makeLetter(author, { title: "First title" });
    await save(slug, 1, 0, { summary: "In short." });
    expect(await publish(slug, 1, 1)).toEqual({ outcome: "published", number: 2 });
    expect(await readLetter(slug)).toMatchObject({
      slug,
      version: 2,
      title: "Second title",
      summary: "In short.",
    });
    const [first, second] = [await readVersion(id, 1), await readVersion(id, 2)];
    expect(first).toMatchObject({ title: "First title", reason: "" });
    expect(second).toMatchObject({ title: "Second title", reason: "Better words.", document: text });
    expect(second?.sha256).toBe(await hashSigned(second?.signed ?? ({} as never)));
    expect(await readRevision(slug, author.id)).toMatchObject({ revision: 0, basedOn: 2, reason: "" });
  });

  test("a double click publishes once, even at the same moment", async () => {
    const { slug, id } = await makeLetter(author);
    await save(slug, 1, 0);
    const outcomes = await Promise.all([publish(slug, 1, 1), publish(slug, 1, 1), publish(slug, 1, 1)]);
    for (const outcome of outcomes) expect(outcome).toEqual({ outcome: "published", number: 2 });
    expect(await listVersions(id)).toHaveLength(2);
  });

  test("what was read is what is published", async () => {
    const { slug, id } = await makeLetter(author);
    await save(slug, 1, 0);
    await save(slug, 1, 1, { title: "Written meanwhile" });
    expect((await publish(slug, 1, 1)).outcome).toBe("stale");
    expect(await listVersions(id)).toHaveLength(1);
  });

  test("the same text is refused, and so is nothing at all", async () => {
    const { slug } = await makeLetter(author, { title: "Stays" });
    expect((await publish(slug, 1, 0)).outcome).toBe("unchanged");
    const same = paragraph("We ask for rules one can read.");
    await save(slug, 1, 0, { title: "Stays" }, same);
    expect((await publish(slug, 1, 1)).outcome).toBe("unchanged");
    await save(slug, 1, 1, { title: "Stays", addressees: ["The minister", "Parliament"] }, same);
    expect((await publish(slug, 1, 2)).outcome, "another addressee is a change").toBe("published");
  });

  test("needs a reason, an addressee, a text, and pictures that are here", async () => {
    const { slug } = await makeLetter(author);
    await save(slug, 1, 0, { reason: "", addressees: [] }, paragraph(" "));
    expect(await publish(slug, 1, 1)).toEqual({
      outcome: "incomplete",
      missing: ["publish.missing.text", "publish.missing.addressees", "revise.missing.reason"],
    });
    const picture = { type: "image", attrs: { src: `/images/${"a".repeat(64)}`, alt: "A graph" } };
    await save(slug, 1, 1, {}, { type: "doc", content: [...(text.content ?? []), picture] });
    expect(await publish(slug, 1, 2)).toEqual({ outcome: "incomplete", missing: ["publish.missing.image"] });
  });
});

test("signatures stay on the text that was signed, and each version is counted", async () => {
  const letter = await makeLetter(author);
  await sign(letter.slug, "early@example.org");
  await countSignatures();
  await revise(author, letter.slug);
  await sign(letter.slug, "late@example.org");
  const counts = async () =>
    (await listVersions(letter.id)).map(({ number, signatures }) => [number, signatures]);
  expect(await counts(), "before the sequencer has come").toEqual([
    [2, 1],
    [1, 1],
  ]);
  await countSignatures();
  expect(await counts()).toEqual([
    [2, 1],
    [1, 1],
  ]);
});
