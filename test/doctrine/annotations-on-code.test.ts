import { beforeAll, expect, test } from "vitest";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { importText } from "#app/doctrine/import-text.server.ts";
import type { ParsedProvision } from "#app/doctrine/parsed-provision.ts";
import { readOrphans, readPassages } from "#app/doctrine/read-annotations.server.ts";
import { readMarkdown } from "#app/doctrine/read-markdown.ts";
import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount } from "../made-up.ts";
import { describeCode, readCode } from "./texts.ts";

useDatabase();

const slug = "crpa";
const [early, late, later] = ["2023-05-14", "2026-04-03", "2026-12-31"] as const;
let ada: Account;
const revisions: Record<string, number> = {};

async function add(dated: string, provisions: ParsedProvision[]): Promise<Record<string, number>> {
  const added = await importText({
    ...{ slug, dated, title: "Code", language: "fr" as const, source: "", provisions, accountId: null },
  });
  if (added.outcome !== "imported") throw new Error(JSON.stringify(added));
  revisions[dated] = added.revisionId;
  return added.counts;
}

async function say(number: string, quote: string, revision: string = early): Promise<number> {
  const said = await postComment({ text: slug, provision: number }, ada.id, {
    ...{ body: "Something to say.", stance: "neutral" as const, parent: null },
    passage: { quote, start: null, revision },
  });
  if (said.outcome !== "posted") throw new Error(`${number}: ${said.outcome}`);
  return said.id;
}

/** What became of a comment in a revision: where its passage stands in the text of that state, or that it is gone. */
async function placeOf(id: number, dated: string): Promise<string> {
  const [row] = await sql<{ provisionId: number; body: string | null }[]>`
    select an.provision_id as "provisionId", s.body from annotations an
    left join provision_states s on s.provision_id = an.provision_id and s.revision_id = ${revisions[dated] ?? 0}
    where an.comment_id = ${id}`;
  const passage = (await readPassages(row?.provisionId ?? 0, revisions[dated] ?? 0)).find(
    ({ first }) => first === id,
  );
  if (passage) {
    const there = [...(row?.body ?? "")].slice(passage.start, passage.end).join("");
    return `${passage.carried ? "carried" : "exact"}: ${there}`;
  }
  const orphans = await readOrphans(row?.provisionId ?? 0, revisions[dated] ?? 0);
  return orphans.some((orphan) => orphan.id === id) ? "orphan" : "nowhere";
}

describeCode("what is said of the real code of 2023", () => {
  const ids: Record<string, number> = {};
  const bodyOf = async (number: string, dated: string) => {
    const [row] = await sql<{ body: string }[]>`
      select body from provision_states where revision_id = ${revisions[dated] ?? 0} and slug = ${number}`;
    return row?.body ?? "";
  };

  beforeAll(async () => {
    ada = await makeAccount({ name: "Ada" });
    await add(early, readCode(0).text.provisions);
    ids.kept = await say("L100-2", "l'obligation de neutralité");
    // L211-7 is one of the four articles that were changed.
    const before = await bodyOf("L211-7", early);
    ids.whole = await say("L211-7", before.slice(0, 1900));
    ids.part = await say("L211-7", before.split(" ").slice(0, 6).join(" "));
    const counts = await add(late, readCode(1).text.provisions);
    expect(counts).toMatchObject({ kept: 692, changed: 4, moved: 0, new: 4, repealed: 0 });
    ids.new = await say("L115-1", (await bodyOf("L115-1", late)).split("\n")[0]?.slice(0, 40) ?? "", late);
    ids.moved = await say("L115-2", (await bodyOf("L115-2", late)).slice(0, 40), late);
    // A state to come: the code of 2026 without L115-1, and with L115-2 under another number.
    const file = readCode(1).file;
    const article = (number: string) => file.slice(file.indexOf(`Article ${number}\n`));
    const first = article("L115-1");
    const text = first.slice(0, first.search(/\n#* ?Article L115-2\n/));
    const changed = file
      .replace(text, "Article L115-9\n\nUne tout autre règle.\n")
      .replace("Article L115-2\n", "Article L115-8\n");
    expect(await add(later, readMarkdown(changed).provisions)).toMatchObject({ changed: 0 });
  });

  test("stays where it is in an article that is kept", async () => {
    expect(await placeOf(ids.kept ?? 0, late)).toBe("exact: l'obligation de neutralité");
  });

  test("is carried over in an article that was changed, when its passage stands there once", async () => {
    const words = (await bodyOf("L211-7", early)).split(" ").slice(0, 6).join(" ");
    expect(await bodyOf("L211-7", late)).not.toBe(await bodyOf("L211-7", early));
    expect(await placeOf(ids.part ?? 0, late)).toBe(`carried: ${words}`);
  });

  test("is an orphan in an article that was changed, when its passage is gone", async () => {
    expect(await placeOf(ids.whole ?? 0, late)).toBe("orphan");
  });

  test("follows an article that has another number, and is an orphan of one that is repealed", async () => {
    expect(await placeOf(ids.moved ?? 0, later)).toMatch(/^exact: ./);
    expect(await placeOf(ids.new ?? 0, later)).toBe("orphan");
  });
});
