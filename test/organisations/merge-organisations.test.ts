import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { inviteMember } from "#app/organisations/invite-member.server.ts";
import { readMandates } from "#app/organisations/list-mandates.server.ts";
import { findKept, mergeOrganisations, previewMerge } from "#app/organisations/merge-organisations.server.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { proveByAccount } from "#app/organisations/prove-address.server.ts";
import {
  alikeOrganisations,
  listOrganisations,
  openInvitations,
  readEvents,
  readMembers,
  readMergedInto,
  readOrganisation,
} from "#app/organisations/read-organisation.server.ts";
import { addDomain, readDomains } from "#app/organisations/verify-domain.server.ts";
import { readSignedLetters } from "#app/signatures/signed-letters.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, makeLetter, origin } from "../made-up.ts";
import { admitTo, makeOrganisation } from "./organisation-with-members.ts";

useDatabase();

let admin: Account;
let olga: Account;
let otto: Account;
let gone: Organisation;
let kept: Organisation;
let made = 0;
beforeEach(async () => {
  made++;
  admin = await makeAccount({ name: "Ada", role: "admin" });
  olga = await makeAccount({ name: "Olga", email: `olga-${made}@hexanuage.example` });
  otto = await makeAccount({ name: "Otto", email: `otto-${made}@hexanuage.example`, language: "fr" });
  gone = await makeOrganisation(olga, { name: `Hexanuage ${made} SAS`, website: "https://old.example/" });
  kept = await makeOrganisation(otto, { name: `Hexa Nuage ${made}`, website: "https://hexanuage.example/" });
});
const merge = (by = admin, typed = gone.name, [from, into] = [gone, kept]) =>
  mergeOrganisations(from.id, into.id, by, typed, origin);

/** A signature of an organisation as signing makes it, `daysAgo`. */
async function signed(
  letter: { id: number },
  organisation: Organisation,
  daysAgo: number,
  state: "pending" | "confirmed" | "withdrawn" = "confirmed",
): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into signatures (letter_id, version_number, kind, signer_key, name, email, name_shown, keep_informed, language,
      organisation_id, level, state, signed_at, confirmed_at, withdrawn_at)
    values (${letter.id}, 1, 'organisation', ${`organisation:${organisation.id}`}, ${organisation.name}, 'x@example.org',
      true, false, 'en', ${organisation.id}, 'mailed', ${state}, now() - make_interval(days => ${daysAgo}),
      case when ${state} = 'confirmed' then now() end, case when ${state} = 'withdrawn' then now() end)
    returning id`;
  return row?.id ?? 0;
}
const signatures = (letter: { id: number }) => sql<{ id: number; state: string; key: string; of: number }[]>`
  select id, state, signer_key as key, organisation_id as of from signatures where letter_id = ${letter.id} order by id`;

test("administrators alone merge, and only with the name of the page that goes", async () => {
  expect((await merge(olga)).outcome).toBe("forbidden");
  expect((await merge(admin, kept.name)).outcome).toBe("wrong-name");
  expect((await merge(admin, "")).outcome).toBe("wrong-name");
  expect((await mergeOrganisations(gone.id, gone.id, admin, gone.name, origin)).outcome).toBe("not-found");
  expect(await readOrganisation(gone.slug)).not.toBeNull();
  expect(await merge(admin, ` ${gone.name.toUpperCase()} `)).toEqual({ outcome: "merged", slug: kept.slug });
  expect((await merge()).outcome, "again").toBe("not-found");
});

test("the page that stays is found by address, slug and name, never the page itself", async () => {
  const slugs = async (typed: string) => (await findKept(typed, gone.id)).map(({ slug }) => slug);
  expect(await slugs(kept.slug)).toEqual([kept.slug]);
  expect(await slugs(`https://tribune.example/organisations/${kept.slug}?x`)).toEqual([kept.slug]);
  expect(await slugs(kept.name)).toEqual([kept.slug]);
  expect(await slugs(gone.slug)).toEqual([]);
  expect(await slugs("")).toEqual([]);
});

test("members move, each with the role that may do more; the owners of both are told", async () => {
  await admitTo(kept, otto, olga, "member");
  const helper = await makeAccount({ name: "Hedy" });
  await admitTo(gone, olga, helper, "spokesperson");
  expect(await previewMerge(gone.id, kept.id)).toEqual({
    members: ["Olga", "Hedy"],
    signatures: 0,
    both: [],
  });
  await merge();
  const roles = (await readMembers(kept.id)).map(({ name, role }) => [name, role]);
  expect(Object.fromEntries(roles)).toEqual({ Olga: "owner", Otto: "owner", Hedy: "spokesperson" });
  expect(await readMembers(gone.id)).toEqual([]);
  for (const owner of [olga, otto]) {
    const { kind, body } = await lastMailTo(owner.email);
    expect(kind).toBe("organisations-merged");
    expect(body).toContain(`${origin}/organisations/${kept.slug}`);
  }
  expect((await lastMailTo(helper.email)).kind).not.toBe("organisations-merged");
});

test("the page that goes leads to the other one, also over two merges, and is in no list", async () => {
  await merge();
  expect(await readOrganisation(gone.slug)).toBeNull();
  expect(await readMergedInto(gone.slug)).toBe(kept.slug);
  const last = await makeOrganisation(otto, { name: `Last ${made}` });
  await merge(admin, kept.name, [kept, last]);
  expect(await readMergedInto(gone.slug)).toBe(last.slug);
  expect(await readMergedInto(kept.slug)).toBe(last.slug);
  const listed = (await listOrganisations("hexanuage", null)).organisations.map(({ id }) => id);
  expect(listed).not.toContain(gone.id);
  const alike = await alikeOrganisations({ ...gone, registration: "" });
  expect(alike.map(({ id }) => id)).not.toContain(gone.id);
});

test("what was done for both is in one log, and everybody can read that they were merged", async () => {
  await merge();
  expect((await readEvents(kept.id)).slice(0, 3)).toMatchObject([
    { event: "merged", actor: "Ada", subject: gone.name },
    { event: "created", actor: "Otto" },
    { event: "created", actor: "Olga" },
  ]);
  expect(
    await sql`select event, organisation_id, subject from public_log order by id desc limit 1`,
  ).toMatchObject([
    { event: "organisations-merged", organisation_id: kept.id, subject: `${gone.name} → ${kept.name}` },
  ]);
});

test("mandates, domains and invitations move, the better one of each pair", async () => {
  await admitTo(gone, olga, otto, "owner");
  for (const [of, by] of [
    [gone, olga],
    [kept, otto],
  ] as const) {
    await addDomain(of.id, by, "both.example");
    await addDomain(of.id, by, `only-${of.id}.example`);
    await inviteMember(of, by, { email: "both@example.org", role: "member" }, origin);
    await inviteMember(of, by, { email: `only-${of.id}@example.org`, role: "member" }, origin);
  }
  await addDomain(gone.id, olga, "hexanuage.example");
  await sql`
    update organisation_domains set state = 'proved', method = 'dns', proved_at = now()
    where organisation_id = ${gone.id} and domain in ('both.example', 'hexanuage.example')`;
  // One at a domain that both have, and one whose account has proved itself to both.
  await proveByAccount(gone, olga, origin);
  await proveByAccount(gone, otto, origin);
  await proveByAccount(kept, otto, origin);
  await sql`insert into mandates (organisation_id, account_id, level, evidence) values (${gone.id}, ${admin.id}, 'mailed', 'old.example')`;
  await merge();
  const states = (await readDomains(kept.id)).map(({ domain, state }) => [domain, state]);
  expect(Object.fromEntries(states)).toEqual({
    "both.example": "proved",
    "hexanuage.example": "proved",
    [`only-${gone.id}.example`]: "pending",
    [`only-${kept.id}.example`]: "pending",
  });
  expect((await openInvitations(kept.id)).map(({ email }) => email).toSorted()).toEqual(
    ["both@example.org", `only-${gone.id}@example.org`, `only-${kept.id}@example.org`].toSorted(),
  );
  expect((await readMandates(kept.id)).map(({ accountId }) => accountId).toSorted()).toEqual(
    [olga.id, otto.id].toSorted(),
  );
  const old = await sql`select 1 from mandates where evidence = 'old.example' and ended_at is null`;
  expect(old.count, "the old page's website is not the other one's").toBe(0);
});

describe("signatures", () => {
  let letter: { id: number; slug: string };
  beforeEach(async () => (letter = await makeLetter(otto, { title: `Letter of merge ${made}` })));
  const key = () => `organisation:${kept.id}`;

  test("move to the page that stays, claims of people among them", async () => {
    const id = await signed(letter, gone, 3);
    await sql`
      insert into signatures (letter_id, version_number, signer_key, name, email, name_shown, keep_informed, language,
        organisation_id, level, state, confirmed_at)
      values (${letter.id}, 1, 'ada@example.org', 'Ada', 'ada@example.org', true, false, 'en', ${gone.id}, 'declared',
        'confirmed', now())`;
    expect(await previewMerge(gone.id, kept.id)).toMatchObject({ signatures: 2, both: [] });
    await merge();
    expect(await signatures(letter)).toMatchObject([
      { id, state: "confirmed", key: key(), of: kept.id },
      { state: "confirmed", key: "ada@example.org", of: kept.id },
    ]);
    expect((await readSignedLetters(kept.id)).map(({ slug }) => slug)).toEqual([letter.slug]);
  });

  test.each([
    ["the page that goes", 9, 3],
    ["the page that stays", 3, 9],
  ])("on one letter the older one stays: that of %s", async (_which, goneDays, keptDays) => {
    const ids = [await signed(letter, gone, goneDays), await signed(letter, kept, keptDays)];
    const [stays, goes] = goneDays > keptDays ? ids : ids.toReversed();
    expect((await previewMerge(gone.id, kept.id)).both).toEqual([`Letter of merge ${made}`]);
    await merge();
    const rows = await signatures(letter);
    expect(rows.find(({ id }) => id === stays)).toMatchObject({
      state: "confirmed",
      key: key(),
      of: kept.id,
    });
    const other = rows.find(({ id }) => id === goes);
    expect(other).toMatchObject({ state: "withdrawn", of: kept.id });
    expect(other?.key).not.toBe(key());
    expect(await sql`select event from signature_events where signature_id = ${goes ?? 0}`).toMatchObject([
      { event: "withdrawn" },
    ]);
    const events = (await readEvents(kept.id)).map(({ event, subject }) => `${event} ${subject}`);
    expect(events).toContain(`signature-withdrawn Letter of merge ${made}`);
  });

  test("one that was withdrawn, or never confirmed, gives way to one that holds", async () => {
    const confirmed = await signed(letter, kept, 1);
    await signed(letter, gone, 9, "withdrawn");
    const another = await makeLetter(otto);
    await signed(another, kept, 9, "pending");
    const later = await signed(another, gone, 1);
    await merge();
    expect((await signatures(letter)).find(({ id }) => id === confirmed)).toMatchObject({
      key: key(),
      state: "confirmed",
    });
    expect(await signatures(another)).toMatchObject([
      { state: "withdrawn" },
      { id: later, key: key(), state: "confirmed" },
    ]);
  });
});

test("of two who merge them the other way round at the same moment one does", async () => {
  const outcomes = await Promise.all([merge(), merge(admin, kept.name, [kept, gone])]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["merged", "not-found"]);
});
