import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { keepSnapshot, reasonToKeep } from "#app/drafts/keep-snapshot.server.ts";
import { nameState } from "#app/drafts/name-state.server.ts";
import { listSnapshots, readDraftNow, readSnapshot } from "#app/drafts/read-history.server.ts";
import { restoreSnapshot } from "#app/drafts/restore-snapshot.server.ts";
import { snapshotLimits } from "#app/drafts/snapshot.ts";
import { plainText } from "#app/letters/document.ts";
import { readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { publishLetter } from "#app/letters/publish-letter.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { letterFields, makeAccount, makeDraft, paragraph } from "../made-up.ts";

useDatabase();

let author: Account;
let editor: Account;
let reader: Account;
let slug: string;
let id: number;
beforeEach(async () => {
  author = await makeAccount({ name: "Ada Author" });
  editor = await makeAccount({ name: "Edda Editor" });
  reader = await makeAccount();
  slug = await makeDraft(author, { title: "Kept" }, "As it began.");
  id = (await readDraft(slug, author.id))?.id ?? 0;
  await sql`
    insert into co_authors (letter_id, account_id, role)
    values (${id}, ${editor.id}, 'editor'), (${id}, ${reader.id}, 'reader')`;
});
const save = (by: Account, text: string) =>
  saveDraft(slug, by.id, null, letterFields({ title: "Kept" }), paragraph(text));
const texts = async () =>
  Promise.all(
    (await listSnapshots(id)).map(async ({ id: snapshot, reason, name }) => {
      const kept = await readSnapshot(id, snapshot);
      return [reason, name, kept && plainText(kept.document)];
    }),
  );

describe("what is kept by itself", () => {
  const standing = { id: 1, editedBy: 1, editedAt: new Date(1_000_000), size: 9000 };
  test.each([
    [{}, 1, 9000, 0, null],
    [{}, 2, 9000, 0, "another-writer"],
    [{ editedBy: null }, 2, 9000, 0, null],
    [{}, 1, 5999, 0, "much-gone"],
    [{}, 1, 6000, 0, null],
    [{ size: 1999 }, 1, 10, 0, null],
    [{}, 1, 9000, 30 * 60_000, null],
    [{}, 1, 9000, 30 * 60_000 + 1, "after-a-pause"],
  ] as const)("%o written by %s with %s characters after %s ms: %s", (wish, by, size, after, reason) => {
    expect(reasonToKeep({ ...standing, ...wish }, by, size, 1_000_000 + after)).toBe(reason);
  });

  test("is what another had written, once, and nothing of one's own", async () => {
    await save(author, "Ada again.");
    await save(editor, "Edda first.");
    await save(editor, "Edda second.");
    await save(author, "Ada at last.");
    expect(await texts()).toEqual([
      ["another-writer", "", "Edda second."],
      ["another-writer", "", "Ada again."],
    ]);
    expect((await listSnapshots(id))[0]).toMatchObject({ writtenBy: "Edda Editor", takenBy: "Ada Author" });
  });

  test("is what stood there before a pause", async () => {
    await sql`update letters set edited_at = now() - interval '31 minutes' where id = ${id}`;
    await save(author, "The next morning.");
    expect(await texts()).toEqual([["after-a-pause", "", "As it began."]]);
  });

  test("is at most three hundred states, of which the oldest go; named ones stay", async () => {
    await nameState(slug, author.id, "The very first");
    await sql`
      insert into draft_snapshots (letter_id, reason, title, summary, addressees, document, written_at, taken_by)
      select ${id}, 'another-writer', 'T', '', '{}', '{}', now(), ${author.id} from generate_series(1, 305)`;
    await sql.begin((tx) => keepSnapshot(tx, id, author.id, "much-gone"));
    const kept = await listSnapshots(id);
    expect(kept).toHaveLength(snapshotLimits.others + 1);
    expect([kept[0]?.reason, kept.at(-1)?.name]).toEqual(["much-gone", "The very first"]);
  });
});

describe("a name", () => {
  test("keeps the present state, for authors and editors; twice is once", async () => {
    expect(await nameState(slug, reader.id, "Mine")).toEqual({ outcome: "not-found" });
    for (let click = 0; click < 2; click++)
      expect(await nameState(slug, editor.id, "For the lawyers")).toEqual({ outcome: "kept" });
    await save(author, "Changed.");
    await nameState(slug, author.id, "For the lawyers");
    expect(await texts()).toEqual([
      ["named", "For the lawyers", "Changed."],
      ["named", "For the lawyers", "As it began."],
    ]);
  });

  test("is refused beyond a hundred", async () => {
    await sql`
      insert into draft_snapshots (letter_id, name, reason, title, summary, addressees, document, written_at, taken_by)
      select ${id}, 'n' || n, 'named', 'T', '', '{}', '{}', now(), ${author.id} from generate_series(1, 100) n`;
    expect(await nameState(slug, author.id, "One more")).toEqual({ outcome: "full" });
  });
});

describe("bringing an older state back", () => {
  test("makes a new state and keeps what was there", async () => {
    await nameState(slug, author.id, "First");
    await save(author, "Later.");
    const [first] = await listSnapshots(id);
    const revision = (await readDraftNow(slug, author.id))?.revision ?? 0;
    expect(await restoreSnapshot(slug, reader.id, first?.id ?? 0, revision)).toEqual({
      outcome: "not-found",
    });
    expect(await restoreSnapshot(slug, editor.id, first?.id ?? 0, revision - 1)).toEqual({
      outcome: "stale",
    });
    expect(await restoreSnapshot(slug, editor.id, 0, revision)).toEqual({ outcome: "not-found" });
    expect(await restoreSnapshot(slug, editor.id, first?.id ?? 0, revision)).toEqual({ outcome: "restored" });
    // A second click finds another revision than the one it was made on.
    expect(await restoreSnapshot(slug, editor.id, first?.id ?? 0, revision)).toEqual({ outcome: "stale" });
    const now = await readDraftNow(slug, author.id);
    expect(now && plainText(now.document)).toBe("As it began.");
    expect(now).toMatchObject({ revision: revision + 1, editedBy: "Edda Editor" });
    expect(await texts()).toEqual([
      ["restored", "", "Later."],
      ["named", "First", "As it began."],
    ]);
  });

  test("is only of this draft, and only while it is one", async () => {
    const other = await makeDraft(author);
    const otherId = (await readDraft(other, author.id))?.id ?? 0;
    await nameState(other, author.id, "Elsewhere");
    const [elsewhere] = await listSnapshots(otherId);
    expect(await restoreSnapshot(slug, author.id, elsewhere?.id ?? 0, 1)).toEqual({ outcome: "not-found" });
    expect(await readSnapshot(id, elsewhere?.id ?? 0)).toBeNull();
    await nameState(slug, author.id, "Last");
    await publishLetter(slug, author.id, 1);
    const [last] = await listSnapshots(id);
    expect(await restoreSnapshot(slug, author.id, last?.id ?? 0, 1)).toEqual({ outcome: "not-found" });
    expect(await nameState(slug, author.id, "Too late")).toEqual({ outcome: "not-found" });
    expect(await readDraftNow(slug, author.id)).toBeNull();
  });
});
