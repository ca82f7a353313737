import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteComment, editComment, postComment } from "#app/discussion/post-comment.server.ts";
import { voteOnComment } from "#app/discussion/vote-on-comment.server.ts";
import { archiveLetter, unarchiveLetter } from "#app/letters/archive-letter.server.ts";
import { closeLetter, todayInParis } from "#app/letters/close-letter.server.ts";
import { ReopeningFields } from "#app/letters/letter.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { reopenLetter } from "#app/letters/reopen-letter.server.ts";
import { readRevision } from "#app/letters/revise-letter.server.ts";
import { confirmSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { importSignatures } from "#app/signatures/import-signatures.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin, sign, signForm } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});
const fields = { reason: "More wish to sign.", closesOn: null };
const reopen = (slug: string, wish: Partial<ReopeningFields> = {}, account = author) =>
  reopenLetter(slug, account.id, { ...fields, ...wish });
const events = async (slug: string) => {
  const rows = await sql<{ event: string; account: number | null }[]>`
    select event, account_id as account from letter_events e join letters l on l.id = e.letter_id
    where slug = ${slug} order by e.id`;
  return rows.map(({ event, account }) => `${event} by ${account === null ? "nobody" : "somebody"}`);
};

describe("reopening a closed letter", () => {
  test("takes signatures again; that it was closed and why it was reopened stay written down", async () => {
    const { slug } = await makeLetter(author, { closed: true });
    expect(await reopen(slug)).toEqual({ outcome: "reopened" });
    expect(await readLetter(slug)).toMatchObject({ state: "open", open: true, closedAt: null });
    await sign(slug, "again@reopen.example");
    expect(await reopen(slug, { reason: "Another reason" }), "an open one").toEqual({ outcome: "reopened" });
    expect(await events(slug)).toEqual(["closed by somebody", "reopened by somebody"]);
    const [row] = await sql`
      select e.reason from letter_events e join letters l on l.id = e.letter_id
      where slug = ${slug} and event = 'reopened'`;
    expect(row).toEqual({ reason: "More wish to sign." });
  });

  test("whose last day is over needs another or none, also before the clock has written that down", async () => {
    const { slug } = await makeLetter(author);
    await sql`update letters set closes_on = '2020-01-01' where slug = ${slug}`;
    expect(await reopen(slug, { closesOn: "2020-01-01" })).toEqual({ outcome: "day-over" });
    expect(await reopen(slug, { closesOn: todayInParis() })).toEqual({ outcome: "reopened" });
    expect(await readLetter(slug)).toMatchObject({ open: true, closesOn: todayInParis() });
    expect(await events(slug)).toEqual(["closed by nobody", "reopened by somebody"]);
  });

  test("two clicks reopen it once; and clicks to close and to reopen at once leave a history that agrees", async () => {
    const { slug } = await makeLetter(author, { closed: true });
    await Promise.all([reopen(slug), reopen(slug), reopen(slug)]);
    expect(await events(slug)).toEqual(["closed by somebody", "reopened by somebody"]);
    await Promise.all([closeLetter(slug, author.id), closeLetter(slug, author.id), reopen(slug)]);
    const last = (await events(slug)).at(-1);
    expect(last).toMatch((await readLetter(slug))?.open ? /^reopened/ : /^closed/);
  });

  test("is its author's alone, and nothing that is no closed letter", async () => {
    const { slug } = await makeLetter(author, { closed: true });
    const other = await makeAccount({ role: "admin" });
    expect(await reopen(slug, {}, other)).toEqual({ outcome: "not-found" });
    expect(await reopen(await makeDraft(author))).toEqual({ outcome: "not-found" });
    await archiveLetter(slug, author.id);
    expect(await reopen(slug)).toEqual({ outcome: "letter-archived" });
  });

  test("asks for a reason", () => {
    expect(ReopeningFields.safeParse({ reason: " \n ", closesOn: "" }).success).toBe(false);
    expect(ReopeningFields.parse({ reason: "So.", closesOn: "" })).toEqual({ reason: "So.", closesOn: null });
  });
});

describe("an archived letter", () => {
  test("was closed before, by its author; both ways twice are as once", async () => {
    const { slug } = await makeLetter(author);
    expect(await archiveLetter(slug, author.id)).toEqual({ outcome: "letter-open" });
    expect(await unarchiveLetter(slug, author.id)).toEqual({ outcome: "letter-open" });
    await closeLetter(slug, author.id);
    const other = await makeAccount({ role: "moderator" });
    expect(await archiveLetter(slug, other.id)).toEqual({ outcome: "not-found" });
    const clicks = await Promise.all([1, 2, 3].map(() => archiveLetter(slug, author.id)));
    expect(clicks).toEqual(clicks.map(() => ({ outcome: "archived" })));
    expect(await closeLetter(slug, author.id)).toEqual({ outcome: "closed" });
    expect(await readLetter(slug)).toMatchObject({ state: "archived", open: false });
    expect(await unarchiveLetter(slug, other.id)).toEqual({ outcome: "not-found" });
    await Promise.all([1, 2, 3].map(() => unarchiveLetter(slug, author.id)));
    expect(await readLetter(slug)).toMatchObject({ state: "closed", open: false });
    expect(await events(slug)).toEqual([
      "closed by somebody",
      "archived by somebody",
      "unarchived by somebody",
    ]);
  });

  test("whose last day was over is closed by the clock first", async () => {
    const { slug } = await makeLetter(author);
    await sql`update letters set closes_on = '2020-01-01' where slug = ${slug}`;
    expect(await archiveLetter(slug, author.id)).toEqual({ outcome: "archived" });
    expect(await events(slug)).toEqual(["closed by nobody", "archived by somebody"]);
  });

  test("takes no signature, confirmation, import, text or comment; who signed may still leave", async () => {
    const { slug } = await makeLetter(author);
    const pending = await sign(slug, "pending@archive.example", {}, false);
    const signed = await sign(slug, "signed@archive.example");
    const place = { letter: slug };
    const words = { body: "Agreed.", stance: "support" as const };
    const posted = await postComment(place, author.id, { ...words, parent: null });
    const comment = posted.outcome === "posted" ? posted.id : 0;
    const voter = await makeAccount();
    await closeLetter(slug, author.id);
    expect((await postComment(place, author.id, { ...words, parent: null })).outcome, "closed").toBe(
      "posted",
    );
    await archiveLetter(slug, author.id);

    const form = signForm({ email: "late@archive.example" });
    expect(await signLetter(slug, form, "en", origin)).toEqual({ outcome: "letter-closed" });
    expect(await confirmSignature(pending, origin)).toEqual({ outcome: "letter-closed" });
    expect(await importSignatures(slug, [])).toEqual({ outcome: "letter-archived" });
    expect(await readRevision(slug, author.id)).toMatchObject({ open: false });
    for (const parent of [null, comment])
      expect(await postComment(place, author.id, { ...words, parent })).toEqual({
        outcome: "letter-archived",
      });
    expect(await voteOnComment(place, comment, voter.id, "agree")).toEqual({ outcome: "letter-archived" });
    expect(await editComment(comment, author.id, { ...words, body: "Other." })).toEqual({
      outcome: "letter-archived",
    });
    // The law on personal data does not end with a discussion.
    expect(await deleteComment(comment, author.id)).toEqual({ outcome: "deleted" });
    expect(await withdrawSignature(signed, origin)).toEqual({ outcome: "withdrawn" });
  });
});
