import { beforeAll, expect, test } from "vitest";
import { eraseEverything } from "#app/personal-data/erase-data.server.ts";
import { readHeldData } from "#app/personal-data/read-held-data.server.ts";
import { recordTables } from "#app/personal-data/records.server.ts";
import { currentConsent } from "#app/personal-data/consent.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeText, provision } from "../made-up-doctrine.ts";
import { findEverywhere } from "./find-everywhere.ts";
import { makePresence, type Presence } from "./present-everywhere.ts";

useDatabase();
let there: Presence;
beforeAll(async () => {
  process.env.SECRET_KEY = "a key for the tests of personal data only";
  const dated = "2026-05-31";
  const { slug } = await makeText([{ dated, provisions: [provision("9", "Clouds are to be read aloud.")] }]);
  there = await makePresence({ slug, provision: "9", revision: dated, quote: "read aloud" });
}, 60_000);

/** Where the file of /my-data tells a column that names an account, besides its `records`. */
const toldOfAccounts: Record<string, string> = {
  "co_author_events.account_id": "account.letterLog",
  "co_author_events.actor_id": "account.letterLog",
  "co_authors.account_id": "account.letters",
  "comment_mentions.account_id": "account.mentions",
  "comment_votes.account_id": "account.votes",
  "comments.account_id": "account.comments",
  "held_comments.account_id": "account.heldComments",
  "identities.account_id": "account.identities",
  "invalidations.made_by": "account.invalidations",
  "mandates.account_id": "account.mandates",
  "margin_comments.account_id": "account.marginComments",
  "moderation_decisions.concerned_id": "account.decisions",
  "notices.account_id": "account.notices",
  "officials.account_id": "account.official",
  "organisation_events.account_id": "account.organisationLog",
  "organisation_events.actor_id": "account.organisationLog",
  "organisation_members.account_id": "account.organisations",
  "passkey_holders.account_id": "account.secondStep",
  "reports.account_id": "reports",
  "sessions.account_id": "account.sessions",
  "sign_ins.account_id": "account.signIns",
  "signatures.account_id": "signatures",
  "subscriptions.account_id": "account.subscriptions",
};

/** Where it tells a column that holds an address; "" for one that is no person's mailbox. */
const toldOfAddresses: Record<string, string> = {
  "account_tokens.new_email": "records.account_tokens.account_id",
  "accounts.email": "account.name",
  "co_author_invitations.email": "invitations",
  "data_links.email": "links",
  "dead_addresses.address": "refusedSince",
  "identities.email": "account.identities",
  "identity_arrivals.email": "proofs",
  "joins.email": "joins",
  // Where a reply can be read.
  "letter_replies.address": "",
  // Whom a letter was written to, as its author says it.
  "letter_deliveries.addressee": "",
  "mails.to_address": "mails",
  "mandate_mails.email": "proofs",
  "organisation_invitations.email": "invitations",
  "reports.email": "reports",
  "signatures.email": "signatures",
};

const columnsThat = async (condition: "name accounts" | "hold addresses") => {
  const rows = await sql<{ column: string }[]>`
    select ${
      condition === "name accounts"
        ? sql`c.conrelid::regclass || '.' || a.attname as column from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
            where c.contype = 'f' and c.confrelid = 'accounts'::regclass`
        : sql`table_name || '.' || column_name as column from information_schema.columns
            where table_schema = 'public' and column_name ~ '(e?mail|address)' and data_type = 'text'`
    } order by 1`;
  return rows.map(({ column }) => column);
};

/** What stands in the file at "a.b"; a record's name has a point of its own. */
function at(held: Awaited<ReturnType<typeof readHeldData>>, path: string): unknown {
  if (path.startsWith("records.")) return held.records[path.slice("records.".length)];
  return path.split(".").reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], held);
}
const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

test("every column that names an account or holds an address is told in the file, or this fails", async () => {
  const records = recordTables.map(({ table, by }) => `${table}.${by}`);
  expect(await columnsThat("name accounts")).toEqual([...Object.keys(toldOfAccounts), ...records].toSorted());
  expect(await columnsThat("hold addresses")).toEqual(Object.keys(toldOfAddresses).toSorted());
});

test("wherever somebody is, the file has it", async () => {
  const { person } = there;
  const held = await readHeldData(person.email);
  const paths = new Map([
    ...Object.entries(toldOfAccounts),
    ...recordTables.map(({ table, by }): [string, string] => [`${table}.${by}`, `records.${table}.${by}`]),
  ]);
  let present = 0;
  for (const [column, path] of paths) {
    const [table = "", by = ""] = column.split(".");
    const { count } = await sql`select 1 from ${sql(table)} where ${sql(by)} = ${person.id}`;
    if (count === 0) continue;
    present++;
    const told = at(held, path);
    expect(isEmpty(told), column).toBe(false);
    if (path.startsWith("records.")) expect((told as unknown[]).length, column).toBe(count);
  }
  expect(present, "a test about nobody says nothing").toBeGreaterThan(35);
  for (const [column, path] of Object.entries(toldOfAddresses)) {
    const [table = "", by = ""] = column.split(".");
    const there = await sql`select 1 from ${sql(table)} where ${sql(by)} like '%zyskwort.example'`;
    expect(there.count > 0, column).toBe(path !== "");
    if (path !== "") expect(isEmpty(at(held, path)), column).toBe(false);
  }
  expect(held.signatures.map(({ consent }) => consent?.number)).toContain(currentConsent);
  expect(held.reports.map(({ explanation }) => explanation)).toEqual([
    "Zyskwortly offended",
    "Zyskwortly offended",
  ]);
  expect(held.account?.decisions).toMatchObject([
    { decision: "hide-part", passages: ["Zyskwortly rude"] },
    { decision: "warn", reason: "spam" },
  ]);
  expect(held.account?.comments.map(({ body }) => body)).toContain("Zyskwortly rude, and calm.");
  expect(held.account?.comments.map(({ passage }) => passage)).toContain("read aloud");
  expect(held.account?.noticeRhythm).toBe("daily");
  // Secrets are nobody's data: who takes this file elsewhere takes no key along.
  expect(JSON.stringify(held)).not.toMatch(/token_hash|password|nonce|secret/i);
});

test("nothing is left of who is erased, in any column of any table", async () => {
  const before = await findEverywhere(there.words);
  expect(before.length, before.join(" ")).toBeGreaterThan(35);
  await eraseEverything(there.person.email, { byMail: true });
  expect(await findEverywhere(there.words)).toEqual([]);
  expect((await sql`select 1 from accounts where id = ${there.person.id} and name is null`).count).toBe(1);
});
