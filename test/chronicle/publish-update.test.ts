import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { readUpdates } from "#app/chronicle/read-records.server.ts";
import { archiveLetter } from "#app/letters/archive-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin } from "../made-up.ts";
import { updateForm } from "./made-up-records.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});
const publish = (slug: string, form = updateForm(), account = author) =>
  publishUpdate(slug, account.id, form, origin);

describe("an author's update", () => {
  test("is published on an open and on a closed letter, and is to be mailed once", async () => {
    for (const closed of [false, true]) {
      const { id, slug } = await makeLetter(author, { closed });
      const form = updateForm({ title: "Heard", body: "By **her**." });
      const first = await publish(slug, form);
      expect(first).toMatchObject({ outcome: "recorded" });
      expect(await publish(slug, form), "the same form again").toEqual(first);
      expect(await readUpdates(id)).toMatchObject([{ title: "Heard", body: "By **her**." }]);
      const mails = await sql`
        select done_at, origin from letter_mails where letter_id = ${id} and update_id is not null`;
      expect([...mails]).toEqual([{ done_at: null, origin }]);
    }
  });

  test("two clicks at the same moment publish one", async () => {
    const { id, slug } = await makeLetter(author);
    const form = updateForm();
    const answers = await Promise.all([publish(slug, form), publish(slug, form), publish(slug, form)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await readUpdates(id)).toHaveLength(1);
  });

  test("is refused on another's letter, on a draft, and where there is none", async () => {
    const { id, slug } = await makeLetter(author);
    const other = await makeAccount({ role: "admin" });
    expect(await publish(slug, updateForm(), other)).toEqual({ outcome: "not-found" });
    expect(await publish(await makeDraft(author))).toEqual({ outcome: "not-found" });
    expect(await publish("no-such-letter")).toEqual({ outcome: "not-found" });
    expect(await readUpdates(id)).toEqual([]);
  });

  test("is refused on an archived letter; what was published before answers as before", async () => {
    const { slug } = await makeLetter(author, { closed: true });
    const form = updateForm();
    const before = await publish(slug, form);
    await archiveLetter(slug, author.id);
    expect(await publish(slug)).toEqual({ outcome: "letter-archived" });
    expect(await publish(slug, form)).toEqual(before);
  });

  test("five of them a letter and 24 hours, even at the same moment", async () => {
    const { id, slug } = await makeLetter(author);
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(slug)));
    const refused = answers.filter(({ outcome }) => outcome === "too-often");
    expect([answers.length - refused.length, refused.length]).toEqual([5, 3]);
    for (const answer of refused) expect("wait" in answer && answer.wait).toBeGreaterThan(86_000);
    await sql`update letter_mails set begun_at = begun_at - interval '25 hours' where letter_id = ${id}`;
    expect(await publish(slug)).toMatchObject({ outcome: "recorded" });
    expect(await publish((await makeLetter(author)).slug), "another letter").toMatchObject({
      outcome: "recorded",
    });
  });

  test("never changes", async () => {
    const { id, slug } = await makeLetter(author);
    await publish(slug);
    await expect(sql`update letter_updates set body = 'Other' where letter_id = ${id}`).rejects.toThrow(
      /never change/,
    );
    await expect(sql`delete from letter_updates where letter_id = ${id}`).rejects.toThrow(/never change/);
  });
});
