import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { tellNews } from "#app/chronicle/tell-news.server.ts";
import { readOwnSignature, withdrawSignature } from "#app/signatures/confirm-signature.server.ts";
import { keepInformed } from "#app/signatures/signature-wishes.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin, sign, tokenMailedTo } from "../made-up.ts";
import { makeOfficial, replyForm, updateForm } from "./made-up-records.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});
const tellAll = async () => {
  while ((await tellNews()) === "told");
};
const informed = { keepInformed: "on" };
/** How many mails of this kind each address got. */
async function told(like: string, kind = "letter-update"): Promise<Record<string, number>> {
  const rows = await sql<{ address: string; mails: number }[]>`
    select to_address as address, count(*)::int as mails from mails
    where kind = ${kind} and to_address like ${like} group by to_address`;
  return Object.fromEntries(rows.map(({ address, mails }) => [address, mails]));
}

describe("an update", () => {
  test("is mailed to those alone who asked for it and have signed: once each", async () => {
    const { id, slug } = await makeLetter(author);
    await sign(slug, "asked@who.example", informed);
    await sign(slug, "quiet@who.example");
    await sign(slug, "pending@who.example", informed, false);
    await withdrawSignature(await sign(slug, "gone@who.example", informed), origin);
    await keepInformed(await sign(slug, "stopped@who.example", informed), false);
    await sign(slug, "held@who.example", informed);
    await sql`
      update signatures set state = 'held', hold_reasons = array['burst']
      where letter_id = ${id} and email = 'held@who.example'`;
    await sign(slug, "invalid@who.example", informed);
    await sql`
      update signatures set state = 'invalidated', invalidated_at = now()
      where letter_id = ${id} and email = 'invalid@who.example'`;
    const elsewhere = await makeLetter(author);
    await sign(elsewhere.slug, "elsewhere@who.example", informed);
    await publishUpdate(slug, author.id, updateForm(), origin);
    await sign(slug, "late@who.example", informed);
    await Promise.all([tellAll(), tellAll(), tellAll()]);
    await tellAll();
    // Who is held must not see a difference.
    expect(await told("%@who.example")).toEqual({ "asked@who.example": 1, "held@who.example": 1 });
    expect(await tellNews()).toBe("done");
    await publishUpdate(slug, author.id, updateForm({ title: "Second" }), origin);
    await tellAll();
    expect(await told("%@who.example")).toEqual({
      ...{ "asked@who.example": 2, "held@who.example": 2, "late@who.example": 1 },
    });
  });

  test("comes with its text quoted, in the signatory's language, and a link behind which it is stopped", async () => {
    const { slug } = await makeLetter(author, { title: "Who reads our clouds?", authorName: "Écluse" });
    await sign(slug, "reader@mail.example", { ...informed, name: "Rita Reader" });
    await sql`update signatures set language = 'fr' where email = 'reader@mail.example'`;
    const body = "The decree is **out**.\n\nTo withdraw: https://evil.example/signatures/x";
    const update = await publishUpdate(slug, author.id, updateForm({ title: "It is out", body }), origin);
    await tellAll();
    const mail = await lastMailTo("reader@mail.example");
    expect(mail).toMatchObject({ kind: "letter-update", language: "fr" });
    expect(mail.subject).toMatch(/^It is out \(lettre.: Who reads our clouds/);
    expect(mail.body).toContain("Bonjour Rita Reader,");
    expect(mail.body).toContain("Écluse écrit");
    expect(mail.body).toContain(
      "> It is out\n> \n> The decree is **out**.\n> \n> To withdraw: https://evil.example",
    );
    const lines = mail.body.split("\n");
    const id = update.outcome === "recorded" ? update.id : 0;
    const token = await tokenMailedTo("reader@mail.example", "/signatures");
    for (const path of [`letters/${slug}`, `letters/${slug}/updates/${id}`, `signatures/${token}#informed`])
      expect(lines).toContain(`${origin}/${path}`);
    expect(await readOwnSignature(token)).toMatchObject({ stands: true, keepInformed: true });
    expect(await keepInformed(token, false)).toEqual({ outcome: "kept" });
    expect(await keepInformed(token, false)).toEqual({ outcome: "kept" });
    expect(await readOwnSignature(token)).toMatchObject({ stands: true, keepInformed: false });
    expect(await keepInformed("no-such-token", false)).toEqual({ outcome: "unknown-token" });
  });

  test("who stops the mails while they go out gets none of those that are left", async () => {
    const { slug } = await makeLetter(author);
    const token = await sign(slug, "stops@while.example", informed);
    await publishUpdate(slug, author.id, updateForm(), origin);
    await keepInformed(token, false);
    await tellAll();
    expect(await told("%@while.example")).toEqual({});
  });
});

describe("a reply", () => {
  test("is told with its text, where it was published, and that the author recorded it", async () => {
    const { slug } = await makeLetter(author, { authorName: "The authors" });
    await sign(slug, "asked@reply.example", informed);
    await sign(slug, "quiet@reply.example");
    const form = replyForm({ address: "https://ministry.example/reply" });
    await recordReply(slug, author.id, form, origin);
    await tellAll();
    expect(await told("%@reply.example", "letter-reply")).toEqual({ "asked@reply.example": 1 });
    const { body } = await lastMailTo("asked@reply.example");
    expect(body).toContain("Iris Minister, Minister of clouds");
    expect(body).toContain("> Dear authors,\n> \n> yes.");
    expect(body.split("\n")).toContain("https://ministry.example/reply");
    expect(body).toContain("It was recorded by The authors, the author of the letter.");
  });

  test("that an official recorded says so; a long one is cut, and one without a text has none", async () => {
    const { slug } = await makeLetter(author);
    await sign(slug, "asked@official.example", informed);
    const official = await makeOfficial();
    await recordReply(slug, official.id, replyForm({ body: "word ".repeat(3000) }), origin);
    await tellAll();
    const { body } = await lastMailTo("asked@official.example");
    expect(body).toContain("It was recorded by an official of Direction des nuages.");
    expect(body).toMatch(/word …\n/);
    expect(body.length).toBeLessThan(5000);
    await recordReply(slug, official.id, replyForm({ body: "", address: "https://a.example/" }), origin);
    await tellAll();
    expect((await lastMailTo("asked@official.example")).body).not.toMatch(/^>/m);
  });
});

test("a crowd gets one mail each, whoever dies in between and however many are at it", async () => {
  const { id, slug } = await makeLetter(author);
  await sql`
    insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, state,
      confirmed_at)
    select ${id}, 1, 'crowd-' || i || '@news.example', 'Crowd ' || i, 'crowd-' || i || '@news.example', true, i % 3 > 0,
      case when i % 2 = 0 then 'fr' else 'en' end, 'confirmed', now()
    from generate_series(1, 2400) as i`;
  await publishUpdate(slug, author.id, updateForm(), origin);
  expect(await tellNews()).toBe("told");
  expect(Object.keys(await told("%@news.example"))).toHaveLength(500);
  // The database refuses in the middle of a batch: nothing of it may stay.
  await sql`
    create function refuse_some() returns trigger language plpgsql as $$
    begin if new.to_address = 'crowd-1000@news.example' then raise exception 'no'; end if; return new; end $$`;
  await sql`create trigger refuse_some before insert on mails for each row execute function refuse_some()`;
  await expect(tellNews()).rejects.toThrow("no");
  expect(Object.keys(await told("%@news.example"))).toHaveLength(500);
  await sql`drop trigger refuse_some on mails`;
  await Promise.all([tellAll(), tellAll(), tellAll()]);
  await tellAll();
  const mails = Object.values(await told("%@news.example"));
  expect([mails.length, new Set(mails)]).toEqual([1600, new Set([1])]);
  const [state] = await sql`
    select (select done_at is not null from letter_mails where letter_id = ${id}) as done,
      (select count(*)::int from signature_tokens where letter_id = ${id}) as tokens,
      (select count(*)::int from mails where kind = 'letter-update' and language = 'fr'
        and to_address like '%@news.example' and body like 'Bonjour Crowd %') as french`;
  expect(state).toEqual({ done: true, tokens: 1600, french: 800 });
});
