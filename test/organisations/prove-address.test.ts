import { beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { changeRole, endMembership } from "#app/organisations/change-member.server.ts";
import { editOrganisation } from "#app/organisations/edit-organisation.server.ts";
import { endMandate } from "#app/organisations/end-mandate.server.ts";
import { readMandates } from "#app/organisations/list-mandates.server.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import {
  acceptProof,
  addressProof,
  mailProof,
  proveByAccount,
  readProofMail,
  sweepProofMails,
} from "#app/organisations/prove-address.server.ts";
import { readEvents } from "#app/organisations/read-organisation.server.ts";
import { addDomain, removeDomain } from "#app/organisations/verify-domain.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin, password, tokenMailedTo } from "../made-up.ts";
import { admitTo, makeOrganisation } from "./organisation-with-members.ts";

useDatabase();

let owner: Account;
let speaker: Account;
let organisation: Organisation;
let made = 0;
beforeEach(async () => {
  made++;
  owner = await makeAccount({ name: "Olga" });
  speaker = await makeAccount({ name: "Sasha", email: `sasha-${made}@mail.hexanuage.example` });
  organisation = await makeOrganisation(owner, { website: "https://www.hexanuage.example/" });
  await admitTo(organisation, owner, speaker, "spokesperson");
});

const own = () => `olga-${made}@hexanuage.example`;
const mandates = async () =>
  (await readMandates(organisation.id)).map(({ accountId, level, evidence }) => [accountId, level, evidence]);
const lastEvent = async () => {
  const [event] = await readEvents(organisation.id);
  return [event?.event, event?.actor, event?.account, event?.subject];
};
const olgaProves = async () => {
  await mailProof(organisation, owner, own(), origin);
  return acceptProof(await tokenMailedTo(own(), "/mandates"), owner, origin);
};
const editWebsite = (website: string) =>
  editOrganisation(organisation.id, owner, { ...organisation, website, another: false });
/** As if it had been looked at and found. */
const prove = (domain: string) => sql`
  update organisation_domains set state = 'proved', method = 'dns', proved_at = now()
  where organisation_id = ${organisation.id} and domain = ${domain}`;

test("an account whose address is at the organisation's domain uses it, once; the owners are told", async () => {
  expect(await addressProof(organisation.id, speaker)).toEqual({
    domains: ["hexanuage.example"],
    ownAddress: true,
    proved: null,
  });
  expect((await addressProof(organisation.id, owner)).ownAddress).toBe(false);
  expect((await proveByAccount(organisation, speaker, origin)).outcome).toBe("granted");
  expect((await proveByAccount(organisation, speaker, origin)).outcome, "again").toBe("granted");
  expect(await mandates()).toEqual([[speaker.id, "mailed", "hexanuage.example"]]);
  expect((await addressProof(organisation.id, speaker)).proved).toMatchObject({
    domain: "hexanuage.example",
  });
  expect(await lastEvent()).toEqual(["mandate-mailed", "Sasha", null, "hexanuage.example"]);
  const told = await lastMailTo(owner.email);
  expect(told.kind).toBe("mandate-granted");
  expect(told.body).toContain("Sasha");
  expect(told.body).toContain(`${origin}/organisations/${organisation.slug}/members`);
  expect(
    (await sql`select 1 from mails where kind = 'mandate-granted' and to_address = ${owner.email}`).count,
  ).toBe(1);
});

test("an address elsewhere, at a provider or at no domain proves nothing", async () => {
  expect((await proveByAccount(organisation, owner, origin)).outcome).toBe("another-domain");
  for (const [email, outcome] of [
    ["olga@another.example", "another-domain"],
    ["olga@hexanuage.example.another.example", "another-domain"],
    ["olga@gmail.com", "free-mail"],
    ["olga@github.io", "public-suffix"],
    ["olga@127.0.0.1", "ip-address"],
  ] as const)
    expect(await mailProof(organisation, owner, email, origin), email).toEqual({ outcome });
  expect((await sql`select 1 from mails where kind = 'prove-address'`).count).toBe(0);
  expect(await mandates()).toEqual([]);
});

test("a website at a provider is no domain of the organisation's own", async () => {
  await editWebsite("https://gmail.com/");
  expect((await addressProof(organisation.id, owner)).domains).toEqual([]);
  expect((await mailProof(organisation, owner, "olga@gmail.com", origin)).outcome).toBe("free-mail");
});

describe("a mail's link", () => {
  test("grants the mandate once, when its button is pressed", async () => {
    expect((await mailProof(organisation, owner, own(), origin)).outcome).toBe("mailed");
    const token = await tokenMailedTo(own(), "/mandates");
    expect(await readProofMail(token)).toMatchObject({ name: organisation.name, email: own() });
    expect(await mandates(), "reading changes nothing").toEqual([]);
    expect(await acceptProof(token, owner, origin)).toEqual({ outcome: "granted", slug: organisation.slug });
    expect(await mandates()).toEqual([[owner.id, "mailed", "hexanuage.example"]]);
    expect(await readProofMail(token)).toBeNull();
    expect((await acceptProof(token, owner, origin)).outcome).toBe("unknown-token");
  });

  test("pressed twice at the same moment is used once", async () => {
    await mailProof(organisation, owner, own(), origin);
    const token = await tokenMailedTo(own(), "/mandates");
    const outcomes = await Promise.all([
      acceptProof(token, owner, origin),
      acceptProof(token, owner, origin),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["granted", "unknown-token"]);
  });

  test("is for the account that asked for it", async () => {
    await mailProof(organisation, owner, own(), origin);
    const token = await tokenMailedTo(own(), "/mandates");
    expect((await acceptProof(token, speaker, origin)).outcome).toBe("another-account");
    expect(await mandates()).toEqual([]);
    expect((await acceptProof(token, owner, origin)).outcome, "it is not used up").toBe("granted");
  });

  test("does nothing after 24 hours, and is forgotten", async () => {
    await mailProof(organisation, owner, own(), origin);
    await sql`update mandate_mails set expires_at = expires_at - interval '24 hours'`;
    const token = await tokenMailedTo(own(), "/mandates");
    expect(await readProofMail(token)).toBeNull();
    expect((await acceptProof(token, owner, origin)).outcome).toBe("unknown-token");
    await sweepProofMails();
    expect((await sql`select 1 from mandate_mails`).count).toBe(0);
  });

  test("does nothing when the organisation has moved to another domain meanwhile", async () => {
    await mailProof(organisation, owner, own(), origin);
    await editWebsite("https://moved.example/");
    const token = await tokenMailedTo(own(), "/mandates");
    expect((await acceptProof(token, owner, origin)).outcome).toBe("another-domain");
    expect(await mandates()).toEqual([]);
  });
});

test("members and strangers prove nothing, and a spokesperson who became a member no longer does", async () => {
  const stranger = await makeAccount({ email: `eve-${made}@hexanuage.example` });
  expect((await proveByAccount(organisation, stranger, origin)).outcome).toBe("forbidden");
  expect((await mailProof(organisation, stranger, own(), origin)).outcome).toBe("forbidden");
  await mailProof(organisation, speaker, own(), origin);
  const token = await tokenMailedTo(own(), "/mandates");
  await sql`update organisation_members set role = 'member' where account_id = ${speaker.id}`;
  expect((await acceptProof(token, speaker, origin)).outcome).toBe("forbidden");
  expect((await proveByAccount(organisation, speaker, origin)).outcome).toBe("forbidden");
  expect(await mandates()).toEqual([]);
});

describe("a mandate ends", () => {
  beforeEach(async () => {
    await proveByAccount(organisation, speaker, origin);
    await olgaProves();
    expect(await mandates()).toHaveLength(2);
  });
  const olgaAlone = () => [[owner.id, "mailed", "hexanuage.example"]];

  test("when the membership does", async () => {
    await endMembership(organisation.id, owner, speaker.id);
    expect(await lastEvent()).toEqual(["mandate-ended", "Olga", "Sasha", "hexanuage.example"]);
    await admitTo(organisation, owner, speaker, "spokesperson");
    expect(await mandates(), "and does not come back").toEqual(olgaAlone());
  });

  test("when the role falls to member, and not when it changes between those who speak", async () => {
    await changeRole(organisation.id, owner, speaker.id, "owner");
    expect(await mandates()).toHaveLength(2);
    await changeRole(organisation.id, owner, speaker.id, "member");
    await changeRole(organisation.id, owner, speaker.id, "spokesperson");
    expect(await mandates()).toEqual(olgaAlone());
  });

  test("when an owner says so, or the member, and nobody else", async () => {
    expect((await endMandate(organisation.id, speaker, owner.id)).outcome).toBe("forbidden");
    expect((await endMandate(organisation.id, speaker, speaker.id)).outcome).toBe("ended");
    expect(await mandates()).toEqual(olgaAlone());
    expect((await endMandate(organisation.id, owner, owner.id)).outcome).toBe("ended");
    expect((await endMandate(organisation.id, owner, owner.id)).outcome, "again").toBe("ended");
    expect(await mandates()).toEqual([]);
    const ends = (await readEvents(organisation.id)).filter(({ event }) => event === "mandate-ended");
    expect(ends).toHaveLength(2);
    expect((await proveByAccount(organisation, speaker, origin)).outcome, "and is proved anew").toBe(
      "granted",
    );
    expect(await mandates()).toHaveLength(1);
  });

  test("when the website moves to another domain that nothing proves, and not when it moves within", async () => {
    await editWebsite("https://hexanuage.example/fr");
    expect(await mandates()).toHaveLength(2);
    await editWebsite("https://moved.example/");
    expect(await mandates()).toEqual([]);
  });

  test("only with the domain that was proved, when there is one", async () => {
    await addDomain(organisation.id, owner, "hexanuage.example");
    await prove("hexanuage.example");
    await editWebsite("https://moved.example/");
    expect(await mandates()).toHaveLength(2);
    await removeDomain(organisation.id, owner, "hexanuage.example");
    expect(await mandates()).toEqual([]);
  });

  test("when the account is deleted, and its open links with it", async () => {
    await mailProof(organisation, speaker, own(), origin);
    expect((await deleteAccount(speaker, password)).outcome).toBe("deleted");
    expect(await mandates()).toEqual(olgaAlone());
    expect((await sql`select 1 from mandate_mails where account_id = ${speaker.id}`).count).toBe(0);
    expect(
      (await sql`select 1 from mandates where account_id = ${speaker.id} and ended_at is null`).count,
    ).toBe(0);
  });
});

test("another domain of the organisation's takes the place of the first", async () => {
  await proveByAccount(organisation, speaker, origin);
  await addDomain(organisation.id, owner, "hexanuage-group.example");
  await prove("hexanuage-group.example");
  const email = `sasha-${made}@hexanuage-group.example`;
  await mailProof(organisation, speaker, email, origin);
  await acceptProof(await tokenMailedTo(email, "/mandates"), speaker, origin);
  expect(await mandates()).toEqual([[speaker.id, "mailed", "hexanuage-group.example"]]);
});
