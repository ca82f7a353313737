import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  confirmSignature,
  readOwnSignature,
  withdrawSignature,
} from "#app/signatures/confirm-signature.server.ts";
import { countSignatures, recountSignatures } from "#app/signatures/count-signatures.server.ts";
import { networkLabel } from "#app/signatures/network-label.server.ts";
import { hasSigned, readRoster } from "#app/signatures/roster.server.ts";
import { readFilter } from "#app/signatures/roster.ts";
import { signLetter } from "#app/signatures/sign-letter.server.ts";
import { unsuspicious } from "#app/signatures/suspicion.ts";
import type { Account } from "#app/accounts/account.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, makeLetter, origin, signForm, tokenMailedTo } from "../made-up.ts";

useDatabase();
let author: Account;
let letter: { id: number; slug: string };
beforeAll(async () => void (author = await makeAccount()));
beforeEach(async () => void (letter = await makeLetter(author)));

let people = 0;
const here = "192.0.2.0/24";
/** Signs as somebody new. @returns the address and why it is to be held */
async function signFrom(network: string, name = `Person ${++people}`, email = `p${++people}@example.org`) {
  await signLetter(letter.slug, signForm({ name, email }), "en", origin, network);
  const [row] = await sql<{ reasons: string[]; network: string }[]>`
    select hold_reasons as reasons, network from signatures where letter_id = ${letter.id} and email = ${email}`;
  return { email, reasons: row?.reasons, network: row?.network };
}
/** Rows as if many had signed so long ago. */
const earlier = (many: number, ago: string, network: string, name = "") => sql`
  insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language, network,
    name_key, created_at)
  select ${letter.id}, 1, ${`${ago} ${network} ${name} `} || n, 'One', 'one@example.org', true, false, 'en', ${networkLabel(letter.id, network)},
    ${name}, now() - ${ago}::interval
  from generate_series(1, ${many}) n`;
const stateOf = async (email: string) =>
  (
    await sql<
      { state: string }[]
    >`select state from signatures where letter_id = ${letter.id} and email = ${email}`
  )[0]?.state;

describe("what other signatures on the letter say", () => {
  test("many from one network within ten minutes are a burst", async () => {
    await earlier(unsuspicious.burst - 1, "9 minutes", here);
    await earlier(50, "9 minutes", "198.51.100.0/24");
    expect(await signFrom(here)).toMatchObject({ reasons: [], network: networkLabel(letter.id, here) });
    expect((await signFrom(here)).reasons, "this one is one too many").toEqual(["burst"]);
    expect((await signFrom("203.0.113.0/24")).reasons, "another network").toEqual([]);
    expect((await signFrom("")).reasons, "no network is known").toEqual([]);
  });

  test("many within a day are looked at too, those of longer ago are not", async () => {
    await earlier(unsuspicious.sustained - 1, "23 hours", here);
    await earlier(1000, "25 hours", here);
    expect((await signFrom(here)).reasons).toEqual([]);
    expect((await signFrom(here)).reasons).toEqual(["sustained"]);
  });

  test("another letter's signatures say nothing", async () => {
    await earlier(200, "1 minute", here);
    letter = await makeLetter(author);
    expect((await signFrom(here)).reasons).toEqual([]);
  });

  test("one name several times from one network", async () => {
    for (const [name, reasons] of [
      ["Jean Dupont", []],
      ["DUPONT Jean", []],
      ["Jéan Dupont", ["same-name"]],
    ] as const)
      expect((await signFrom(here, name)).reasons, name).toEqual(reasons);
    expect((await signFrom("203.0.113.0/24", "Jean Dupont")).reasons).toEqual([]);
  });

  test("a name that many sign with within an hour, from wherever", async () => {
    await earlier(20, "61 minutes", "198.51.100.0/24", "dupont jean");
    for (let times = 0; times < unsuspicious.namesakes; times++)
      expect((await signFrom(`203.0.${times}.0/24`, "Jean Dupont")).reasons).toEqual([]);
    expect((await signFrom("203.0.99.0/24", "Jean Dupont")).reasons).toEqual(["name-pattern"]);
  });

  test("what it asks is read by index, and no more of it than decides", async () => {
    await sql`
      insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language,
        network, name_key)
      select ${letter.id}, 1, 'n' || n, 'One', 'one@example.org', true, false, 'en', 'N-' || upper(lpad(to_hex(n % 250), 12, '0')),
        'name ' || n % 5000
      from generate_series(1, 20000) n`;
    await sql`analyze signatures`;
    const plan = (await sql`
      explain (analyze, format json) select created_at from signatures
      where letter_id = ${letter.id} and network = 'N-000000000001' and network <> ''
        and created_at > now() - interval '24 hours' order by created_at desc limit 150`) as unknown as {
      "QUERY PLAN": unknown;
    }[];
    expect(JSON.stringify(plan)).toContain("signatures_network");
    const names = await sql`
      explain select created_at, network from signatures
      where letter_id = ${letter.id} and name_key = 'name 7' and name_key <> ''
        and created_at > now() - interval '24 hours' order by created_at desc limit 100`;
    expect(JSON.stringify(names)).toContain("signatures_name_key");
  });
});

describe("who is held", () => {
  /** Everything a sender gets to see, with their own values taken out. */
  async function seenBy(email: string, name: string) {
    await signLetter(letter.slug, signForm({ name, email }), "en", origin, here);
    const before = await tokenMailedTo(email, "/signatures");
    const pending = await readOwnSignature(before);
    const confirmed = await confirmSignature(before, origin);
    const again = await confirmSignature(before, origin);
    const token = await tokenMailedTo(email, "/signatures");
    const own = await readOwnSignature(token);
    const signed = await hasSigned(letter.id, email);
    const resigned = await signLetter(letter.slug, signForm({ name, email }), "en", origin, here);
    const withdrawn = await withdrawSignature(token, origin);
    const after = await readOwnSignature(token);
    const mails = await sql`
      select kind, language, subject, body from mails where to_address = ${email} order by id`;
    const seen = { pending, confirmed, again, own, signed, resigned, withdrawn, after, mails };
    return JSON.parse(
      JSON.stringify(seen, (key, value: unknown) => (key === "id" ? undefined : value))
        .replaceAll(/signatures\/[\w-]{32}/g, "signatures/TOKEN")
        .replaceAll(email, "EMAIL")
        .replaceAll(name, "NAME"),
    ) as Record<string, unknown>;
  }

  test("sees the same pages, answers, counts and mails as everybody", async () => {
    const clean = await seenBy("clean@example.org", "Clean Person");
    const held = await seenBy("held@mailinator.com", "Held Person");
    expect(held).toEqual(clean);
    expect(held.own).toMatchObject({ state: "confirmed", signatureCount: 1 });
    expect(held.confirmed).toEqual({ outcome: "confirmed" });
    expect((held.mails as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      "confirm-signature",
      "signature-receipt",
      "already-signed",
      "signature-withdrawn",
    ]);
  });

  test("is neither counted nor on the roster, and withdraws as easily", async () => {
    const { email } = await signFrom(here, "qwertyuiop");
    const token = await tokenMailedTo(email, "/signatures");
    await confirmSignature(token, origin);
    expect(await stateOf(email)).toBe("held");
    await countSignatures();
    await recountSignatures();
    const [counts] = await sql`select signature_count, last_number from letters where id = ${letter.id}`;
    expect(counts).toEqual({ signature_count: 0, last_number: 0 });
    const roster = await readRoster(letter.id, readFilter(new URLSearchParams(), false), null);
    expect(roster.signatures).toEqual([]);
    expect(await withdrawSignature(token, origin)).toEqual({ outcome: "withdrawn" });
    expect(await stateOf(email)).toBe("withdrawn");
  });

  test("is still held after signing again under a better name", async () => {
    const { email } = await signFrom(here, "qwertyuiop");
    await signFrom(here, "Quentin Werty", email);
    await confirmSignature(await tokenMailedTo(email, "/signatures"), origin);
    expect(await stateOf(email)).toBe("held");
  });
});

test("fifty who sign at the same moment with one address make one signature, and each is answered", async () => {
  const email = "race@example.org";
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => signLetter(letter.slug, signForm({ email }), "en", origin, here)),
  );
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["mailed"]));
  const rows = await sql<{ id: number; state: string }[]>`
    select id, state from signatures where letter_id = ${letter.id} and email = ${email}`;
  expect(rows).toEqual([{ id: expect.any(Number) as number, state: "pending" }]);
  const [mails] = await sql<{ mails: number; tokens: number }[]>`
    select (select count(*)::int from mails where to_address = ${email} and kind = 'confirm-signature') as mails,
      (select count(*)::int from signature_tokens where letter_id = ${letter.id} and signature_id = ${rows[0]?.id ?? 0}) as tokens`;
  expect(mails).toEqual({ mails: 50, tokens: 50 });
  const tokens = await sql<{ body: string }[]>`select body from mails where to_address = ${email}`;
  const confirmed = await Promise.all(
    tokens.map(({ body }) => confirmSignature(/signatures\/([\w-]{32})/.exec(body)?.[1] ?? "", origin)),
  );
  expect(new Set(confirmed.map(({ outcome }) => outcome))).toEqual(new Set(["confirmed"]));
  const [receipts] = await sql<{ receipts: number }[]>`
    select count(*)::int as receipts from mails where to_address = ${email} and kind = 'signature-receipt'`;
  expect(receipts).toEqual({ receipts: 1 });
  await countSignatures();
  const [count] = await sql`select signature_count from letters where id = ${letter.id}`;
  expect(count).toEqual({ signature_count: 1 });
});
