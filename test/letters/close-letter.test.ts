import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { closeDueLetters, closeLetter, todayInParis } from "#app/letters/close-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin, signForm } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

const closingRow = async (slug: string) => {
  const [row] = await sql<{ state: string; closed_at: Date | null; closed_by: number | null }[]>`
    select state, closed_at, closed_by from letters where slug = ${slug}`;
  return row;
};

describe("an author closes a letter", () => {
  test("and it is written down who did and when; again changes nothing of that", async () => {
    const { slug } = await makeLetter(author);
    expect(await closeLetter(slug, author.id)).toEqual({ outcome: "closed" });
    const first = await closingRow(slug);
    expect(first).toMatchObject({ state: "closed", closed_by: author.id });
    expect(first?.closed_at).not.toBeNull();
    expect(await closeLetter(slug, author.id)).toEqual({ outcome: "closed" });
    expect(await closingRow(slug)).toEqual(first);
  });

  test("nobody else does, and nobody closes a draft or what is not there", async () => {
    const { slug } = await makeLetter(author);
    const moderator = await makeAccount({ role: "admin" });
    expect(await closeLetter(slug, moderator.id)).toEqual({ outcome: "not-found" });
    expect(await closingRow(slug)).toMatchObject({ state: "open", closed_at: null });
    await closeLetter(slug, author.id);
    expect(await closeLetter(slug, moderator.id)).toEqual({ outcome: "not-found" });
    expect(await closeLetter(await makeDraft(author), author.id)).toEqual({ outcome: "not-found" });
    expect(await closeLetter("no-such-letter", author.id)).toEqual({ outcome: "not-found" });
  });

  test("and the day it would have closed by itself changes nothing of that", async () => {
    const { slug } = await makeLetter(author);
    await closeLetter(slug, author.id);
    const first = await closingRow(slug);
    await sql`update letters set closes_on = '2020-01-01' where slug = ${slug}`;
    expect(await closeDueLetters()).toBe(0);
    expect(await closingRow(slug)).toEqual(first);
  });
});

test("what closed by itself was closed by nobody, and is closed once", async () => {
  const { slug } = await makeLetter(author);
  await sql`update letters set closes_on = '2020-01-01' where slug = ${slug}`;
  expect(await closeDueLetters()).toBe(1);
  expect(await closingRow(slug)).toMatchObject({ state: "closed", closed_by: null });
  expect(await closeDueLetters()).toBe(0);
});

// These two zones are 26 hours apart: whenever this runs, in one of them it is not the day that it is in Paris.
describe.each(["Pacific/Kiritimati", "Etc/GMT+12"])(
  "the last day ends at midnight in Paris, also at %s",
  (zone) => {
    const before = process.env.TZ;
    async function moveTo(where: string) {
      process.env.TZ = where;
      const [here] = await sql<{ name: string }[]>`select current_database() as name`;
      await sql.unsafe(`alter database ${here?.name ?? ""} set timezone = '${where}'`);
      await closeSql();
    }
    afterEach(async () => {
      await moveTo("UTC");
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });

    test("for reading, signing, publishing and the job alike", async () => {
      const made = async (offset: number) => {
        const { slug } = await makeLetter(author);
        await sql`
        update letters set closes_on = (now() at time zone 'Europe/Paris')::date + ${offset}::int where slug = ${slug}`;
        return slug;
      };
      const [over, today] = [await made(-1), await made(0)];
      const draft = await makeDraft(author, { closesOn: todayInParis() });
      await moveTo(zone);
      const [asked] = await sql<{ zone: string; paris: string }[]>`
      select current_setting('timezone') as zone, (now() at time zone 'Europe/Paris')::date as paris`;
      expect(asked).toEqual({ zone, paris: todayInParis() });
      expect([(await readLetter(over))?.open, (await readLetter(today))?.open]).toEqual([false, true]);
      const form = signForm({ email: "anywhere@example.org" });
      expect(await signLetter(over, form, "en", origin)).toEqual({ outcome: "letter-closed" });
      expect(await signLetter(today, form, "en", origin)).toEqual({ outcome: "mailed" });
      expect(await publishLetter(draft, author.id, 1)).toEqual({ outcome: "published" });
      expect(await closeDueLetters()).toBe(1);
      expect([(await readLetter(over))?.state, (await readLetter(today))?.state]).toEqual(["closed", "open"]);
    });
  },
);
