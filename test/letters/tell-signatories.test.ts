import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { tellSignatories } from "#app/letters/tell-signatories.server.ts";
import { signNewVersion, stayOnVersion } from "#app/signatures/answer-version.server.ts";
import { readOwnSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, revise, sign, tokenMailedTo } from "../made-up.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});

const tellAll = async () => {
  while ((await tellSignatories()) === "told");
};
/** How many mails of a new version each address got. */
const toldIn = async (like: string) => {
  const rows = await sql<{ address: string; mails: number }[]>`
    select to_address as address, count(*)::int as mails from mails
    where kind = 'new-version' and to_address like ${like} group by to_address`;
  return new Map(rows.map(({ address, mails }) => [address, mails]));
};
/** Confirmed signatures straight in the table, as a crowd leaves them: one in five is held. */
const crowd = (id: number, many: number, domain: string) => sql`
  insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, state,
    confirmed_at, hold_reasons)
  select ${id}, 1, 'crowd-' || i || '@' || ${domain}, 'Crowd ' || i, 'crowd-' || i || '@' || ${domain}, true, false,
    case when i % 2 = 0 then 'fr' else 'en' end, case when i % 5 = 0 then 'held' else 'confirmed' end, now(),
    case when i % 5 = 0 then array['burst'] else '{}' end
  from generate_series(1, ${many}::int) as i`;

describe("after a new version", () => {
  test("its mail says why and what changed, in the signatory's language, with three links to choose", async () => {
    const { slug } = await makeLetter(author, { title: "Who reads our clouds?" });
    await sign(slug, "reader@told.example", { name: "Rita Reader" });
    const reason = "The decree is out.\nTo withdraw: https://evil.example/signatures/x";
    await revise(author, slug, { text: "We ask for rules that a child can read.", reason });
    await tellAll();
    const mail = await lastMailTo("reader@told.example");
    expect(mail).toMatchObject({ kind: "new-version", language: "en" });
    expect(mail.subject).toBe("New version to sign or not: Who reads our clouds?");
    expect(mail.body).toContain("Hello Rita Reader,");
    expect(mail.body).toContain("> The decree is out.\n> To withdraw: https://evil.example");
    expect(mail.body).toContain(
      "Before:\n> We ask for rules one can read.\nNow:\n> We ask for rules that a child can read.",
    );
    const token = await tokenMailedTo("reader@told.example", "/signatures");
    for (const choice of ["sign", "stay", "withdraw"])
      expect(mail.body.split("\n")).toContain(`${origin}/signatures/${token}?choose=${choice}`);
    expect(await readOwnSignature(token)).toMatchObject({ version: 1, newest: 2, stands: true });
  });

  test("only those of an older text are told who stand on it", async () => {
    const { slug } = await makeLetter(author);
    await sign(slug, "pending@who.example", {}, false);
    await withdrawSignature(await sign(slug, "gone@who.example"), origin);
    await sign(slug, "standing@who.example");
    await revise(author, slug);
    await sign(slug, "newcomer@who.example");
    await tellAll();
    expect([...(await toldIn("%@who.example")).keys()]).toEqual(["standing@who.example"]);
  });

  test("who has answered already is not asked; who stayed is asked anew about the next one, with all that changed since", async () => {
    const { slug } = await makeLetter(author);
    const [stayer, mover, silent] = ["stayer", "mover", "silent"].map((name) => `${name}@again.example`);
    const tokens = [];
    for (const email of [stayer, mover, silent]) tokens.push(await sign(slug, email ?? ""));
    await revise(author, slug, { text: "Second text of the letter." });
    await tellAll();
    await stayOnVersion(tokens[0] ?? "", 2);
    await signNewVersion(tokens[1] ?? "", 2, origin);
    await revise(author, slug, { text: "Third text of the letter." });
    await signNewVersion(tokens[2] ?? "", 3, origin);
    await tellAll();
    expect(await toldIn("%@again.example")).toEqual(
      new Map([
        [stayer, 2],
        [mover, 2],
        [silent, 1],
      ]),
    );
    expect((await lastMailTo(stayer ?? "")).body).toContain("> We ask for rules one can read.");
    expect((await lastMailTo(mover ?? "")).body).toMatch(/> Second text of the letter\.\nNow:\n> Third text/);
  });

  test("a version that comes before the mails of the one before are out takes their place", async () => {
    const { slug } = await makeLetter(author);
    await sign(slug, "busy@quick.example");
    await revise(author, slug);
    await revise(author, slug, { text: "The very newest." });
    await tellAll();
    expect(await toldIn("%@quick.example")).toEqual(new Map([["busy@quick.example", 1]]));
    expect((await lastMailTo("busy@quick.example")).body).toContain("> The very newest.");
  });

  test("long changes are cut and the rest is linked", async () => {
    const { slug } = await makeLetter(author);
    await sign(slug, "patient@long.example");
    await revise(author, slug, { text: "A word that is new here. ".repeat(1000) });
    await tellAll();
    const { body } = await lastMailTo("patient@long.example");
    expect(body.length).toBeLessThan(7000);
    expect(body.split("\n")).toContain(`${origin}/letters/${slug}/versions/2/changes`);
  });
});

test("a crowd gets one mail each, whoever dies in between and however many are at it", async () => {
  const { id, slug } = await makeLetter(author);
  await crowd(id, 1750, "crowd.example");
  await revise(author, slug);
  expect(await tellSignatories()).toBe("told");
  expect((await toldIn("%@crowd.example")).size).toBe(500);
  // The database refuses in the middle of a batch: nothing of it may stay.
  await sql`
    create function refuse_some() returns trigger language plpgsql as $$
    begin if new.to_address = 'crowd-700@crowd.example' then raise exception 'no'; end if; return new; end $$`;
  await sql`create trigger refuse_some before insert on mails for each row execute function refuse_some()`;
  await expect(tellSignatories()).rejects.toThrow("no");
  expect((await toldIn("%@crowd.example")).size).toBe(500);
  await sql`drop trigger refuse_some on mails`;
  await Promise.all([tellAll(), tellAll(), tellAll()]);
  await tellAll();
  const told = await toldIn("%@crowd.example");
  expect(told.size).toBe(1750);
  expect(new Set(told.values())).toEqual(new Set([1]));
  const [state] = await sql<{ done: boolean; tokens: number; french: number }[]>`
    select (select done_at is not null from version_mails where letter_id = ${id}) as done,
      (select count(*)::int from signature_tokens where letter_id = ${id}) as tokens,
      (select count(*)::int from mails where kind = 'new-version' and language = 'fr' and to_address like '%@crowd.example'
        and body like 'Bonjour Crowd %') as french`;
  expect(state).toEqual({ done: true, tokens: 1750, french: 875 });
  expect(await tellSignatories()).toBe("done");
});
