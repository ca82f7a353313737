import { beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { recordReply } from "#app/chronicle/record-reply.server.ts";
import { tellNews } from "#app/chronicle/tell-news.server.ts";
import { tellSignatories } from "#app/letters/tell-signatories.server.ts";
import { mailNotices } from "#app/notices/mail-notices.server.ts";
import { listNotices } from "#app/notices/read-notices.server.ts";
import { follow, readFollowing, setDefaultRhythm } from "#app/notices/subscribe.server.ts";
import { tellByClock } from "#app/notices/tell-by-clock.server.ts";
import { tellFollowers } from "#app/notices/tell-followers.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { sql } from "#db/sql.ts";
import { replyForm, updateForm } from "../chronicle/made-up-records.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeDraft, makeLetter, origin, password, revise, sign } from "../made-up.ts";
import { say, tellAll, toldTo } from "./told.ts";

useDatabase();
let author: Account;
beforeAll(async () => {
  author = await makeAccount();
});
const mailsTo = async ({ email }: Account) =>
  (await sql<{ kind: string }[]>`select kind from mails where to_address = ${email} order by id`).map(
    ({ kind }) => kind,
  );

describe("a letter's news", () => {
  test("are told to who follows it by choice, by writing or by signing, once each and not to the doer", async () => {
    const { id, slug } = await makeLetter(author);
    const [chose, signed, wrote, other, quit] = await Promise.all([1, 2, 3, 4, 5].map(() => makeAccount()));
    if (!chose || !signed || !wrote || !other || !quit) throw new Error("nobody");
    await follow(chose.id, { kind: "letter", id }, "weekly");
    await sign(slug, signed.email.toUpperCase());
    await sign(slug, quit.email);
    await follow(quit.id, { kind: "letter", id }, "never");
    await sql`insert into co_authors (letter_id, account_id, role) values (${id}, ${wrote.id}, 'editor')`;
    expect(await readFollowing(signed, { kind: "letter", id })).toMatchObject({ rhythm: null, byRule: true });
    expect(await readFollowing(other, { kind: "letter", id })).toMatchObject({ rhythm: null, byRule: false });
    await revise(author, slug);
    await publishUpdate(slug, author.id, updateForm(), origin);
    await recordReply(slug, author.id, replyForm(), origin);
    await Promise.all([tellAll(), tellAll(), tellAll()]);
    await tellAll();
    const all = ["letter-reply", "update", "version"];
    for (const account of [chose, signed, wrote]) expect((await toldTo(account)).toSorted()).toEqual(all);
    for (const account of [author, other, quit]) expect(await toldTo(account)).toEqual([]);
    const { notices } = await listNotices(chose.id, null);
    expect(new Set(notices.map(({ path }) => path.replace(/\d+$/, "N")))).toEqual(
      new Set([`/letters/${slug}/versions/N`, `/letters/${slug}/updates/N`, `/letters/${slug}/replies/N`]),
    );
  });

  test("that a signatory is mailed anyway are not mailed twice", async () => {
    const { slug } = await makeLetter(author);
    const [informed, quiet] = await Promise.all([makeAccount(), makeAccount()]);
    for (const { id } of [informed, quiet]) await setDefaultRhythm(id, "at-once");
    await sign(slug, informed.email, { keepInformed: "on" });
    await sign(slug, quiet.email);
    await revise(author, slug);
    await publishUpdate(slug, author.id, updateForm(), origin);
    await tellAll();
    while ((await tellSignatories()) === "told");
    while ((await tellNews()) === "told");
    while ((await mailNotices(origin)) === "told");
    const news = (kinds: string[]) =>
      kinds.filter((kind) => ["new-version", "letter-update", "notice"].includes(kind)).toSorted();
    expect(news(await mailsTo(informed))).toEqual(["letter-update", "new-version"]);
    // They did not ask their signature for updates, and follow the letter at once with their account.
    expect(news(await mailsTo(quiet))).toEqual(["new-version", "notice"]);
  });

  test("go by batches, whoever dies in between and however many are at it", async () => {
    const { id, slug } = await makeLetter(author);
    await sql`
      insert into accounts (email, name, password_hash)
      select 'crowd-' || i || '@told.example', 'Crowd ' || i, '-' from generate_series(1, 2500) i`;
    await sql`
      insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, state,
        confirmed_at)
      select ${id}, 1, 'crowd-' || i || '@told.example', 'Crowd ' || i, 'crowd-' || i || '@told.example', true, false, 'en',
        'confirmed', now()
      from generate_series(1, 2400) i`;
    await publishUpdate(slug, author.id, updateForm(), origin);
    const told = async () => (await sql`select 1 from notices where letter_id = ${id}`).count;
    expect(await told()).toBe(0);
    expect(await tellFollowers()).toBe("told");
    const some = await told();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThanOrEqual(1000);
    await sql`
      create function refuse_some() returns trigger language plpgsql as $$
      begin
        if new.account_id = (select id from accounts where email = 'crowd-1500@told.example') then raise exception 'no'; end if;
        return new;
      end $$`;
    await sql`create trigger refuse_some before insert on notices for each row execute function refuse_some()`;
    const dying = async () => {
      for (;;) await tellFollowers();
    };
    await expect(dying()).rejects.toThrow("no");
    await sql`drop trigger refuse_some on notices`;
    await Promise.all([tellAll(), tellAll(), tellAll()]);
    await tellAll();
    const [counts] = await sql`
      select count(*)::int as notices, count(distinct account_id)::int as accounts from notices where letter_id = ${id}`;
    expect(counts).toEqual({ notices: 2400, accounts: 2400 });
  });
});

describe("what the clock tells", () => {
  test("milestones: the highest that was passed, once, even when the count falls and rises", async () => {
    const { id } = await makeLetter(author);
    const count = async (signatures: number) => {
      await sql`update letters set signature_count = ${signatures} where id = ${id}`;
      await tellByClock();
      await tellByClock();
      await tellAll();
    };
    const told = async () =>
      (await listNotices(author.id, null)).notices
        .filter(({ kind }) => kind === "milestone")
        .map(({ number }) => number);
    await count(99);
    expect(await told()).toEqual([]);
    await count(612);
    expect(await told()).toEqual([500]);
    await count(450);
    await count(501);
    expect(await told()).toEqual([500]);
    await count(1000);
    expect(await told()).toEqual([1000, 500]);
    while ((await countSignatures()) === "more");
  });

  test("closing in three days, by days in Paris; again only for another day", async () => {
    const reader = await makeAccount();
    const { id } = await makeLetter(author);
    await follow(reader.id, { kind: "letter", id }, "daily");
    await sql`
      update letters set published_at = '2026-10-01T10:00:00Z', closes_on = '2026-12-10' where id = ${id}`;
    const at = async (moment: string) => {
      await tellByClock(new Date(moment));
      await tellAll();
      return toldTo(reader);
    };
    expect(await at("2026-12-06T22:59:00Z")).toEqual([]);
    expect(await at("2026-12-06T23:01:00Z")).toEqual(["closing"]);
    expect(await at("2026-12-09T23:01:00Z")).toEqual(["closing"]);
    await sql`update letters set closes_on = '2026-12-20' where id = ${id}`;
    expect(await at("2026-12-10T12:00:00Z")).toEqual(["closing"]);
    expect(await at("2026-12-18T12:00:00Z")).toEqual(["closing", "closing"]);
    const { notices } = await listNotices(reader.id, null);
    expect(notices.map(({ day }) => day)).toEqual(["2026-12-20", "2026-12-10"]);
  });
});

test("nobody follows what the public does not see", async () => {
  const reader = await makeAccount();
  const slug = await makeDraft(author);
  const [draft] = await sql<{ id: number }[]>`select id from letters where slug = ${slug}`;
  for (const kind of ["letter", "text", "thread", "organisation"] as const)
    expect(
      await follow(reader.id, { kind, id: kind === "letter" ? (draft?.id ?? 0) : 999_999 }, "daily"),
    ).toEqual({ outcome: "not-found" });
});

test("an account that is deleted takes its notices and what it followed with it, and is told nothing more", async () => {
  const { id, slug } = await makeLetter(author);
  const [ada, bea] = await Promise.all([makeAccount(), makeAccount()]);
  const root = await say({ letter: slug }, ada, "One rule.");
  await say({ letter: slug }, bea, "Which one?", root);
  await follow(ada.id, { kind: "letter", id }, "at-once");
  await publishUpdate(slug, author.id, updateForm(), origin);
  expect(await deleteAccount(ada, password)).toEqual({ outcome: "deleted" });
  await tellAll();
  const rows = await sql`
    select account_id from notices where account_id = ${ada.id}
    union all select account_id from subscriptions where account_id = ${ada.id}`;
  expect(rows).toHaveLength(0);
});
