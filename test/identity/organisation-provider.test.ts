import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { comeBack } from "#app/identity/come-back.server.ts";
import type { ProviderForm } from "#app/identity/identity.ts";
import { linkIdentity } from "#app/identity/link-identity.server.ts";
import { describeProvider, hasProvider, organisationProvider } from "#app/identity/provider.server.ts";
import { removeProvider, setProvider } from "#app/identity/set-provider.server.ts";
import { setOut } from "#app/identity/set-out.server.ts";
import { listIdentities, unlinkIdentity } from "#app/identity/unlink-identity.server.ts";
import { endMembership } from "#app/organisations/change-member.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import type { MemberRole } from "#app/organisations/organisation.ts";
import { readEvents, readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, origin, password } from "../made-up.ts";
import { passThrough, type RealProvider, startProvider } from "./real-provider.ts";

useDatabase();

const callback = `${origin}/identity/callback`;
let real: RealProvider;
beforeAll(async () => {
  real = await startProvider(callback, { signed: false });
});
afterAll(() => real.close());

let owner: Account;
let spokesperson: Account;
let member: Account;
let id: number;
let domain: string;
let form: ProviderForm;
let made = 0;
beforeEach(async () => {
  [owner, spokesperson, member] = [
    await makeAccount({ name: "Olga" }),
    await makeAccount(),
    await makeAccount(),
  ];
  const created = await createOrganisation(owner.id, {
    ...{ name: `Hexanuage ${++made}`, sector: "association", country: "FR", another: true },
    ...{ website: "", registration: "", about: "" },
  });
  id = (await readOrganisation(created.outcome === "created" ? created.slug : ""))?.id ?? 0;
  domain = `hexanuage-${made}.example`;
  await admit(spokesperson, "spokesperson");
  await admit(member, "member");
  await sql`
    insert into organisation_domains (organisation_id, domain, token, state, created_by, proved_at)
    values (${id}, ${domain}, 'token', 'proved', ${owner.id}, now())`;
  form = { issuer: real.issuer, clientId: real.clientId, clientPassword: real.secret };
  real.people.clear();
});

async function admit(account: Account, role: MemberRole) {
  await sql`insert into organisation_members (organisation_id, account_id, role) values (${id}, ${account.id}, ${role})`;
}
const set = () => setProvider(id, owner, form);
/** A person of the provider, by name. */
function employ(login: string, claims: Record<string, unknown> = {}) {
  const who = `${login}-${made}`;
  real.people.set(who, { email: `${login}@${domain}`, email_verified: true, ...claims });
  return who;
}
async function go(login: string, account: Account | null = null) {
  const found = await organisationProvider(id);
  if (found.outcome !== "found") throw new Error(found.outcome);
  const accountId = account?.id ?? null;
  const ready = await setOut(found.provider, { accountId, browser: undefined, next: "/", origin });
  if (ready.outcome !== "ready") throw new Error(ready.why);
  const back = await passThrough(ready.address, login, callback);
  return {
    result: await comeBack(back, { browser: ready.browser, accountId, origin }),
    browser: ready.browser,
  };
}
async function link(login: string, account: Account) {
  const { browser } = await go(login, account);
  return linkIdentity(account, password, browser, origin);
}
const mandates = async () =>
  (
    await sql<{ account_id: number; evidence: string; live: boolean }[]>`
      select account_id, evidence, ended_at is null as live from mandates
      where organisation_id = ${id} and level = 'federated' order by id`
  ).map(({ account_id, evidence, live }) => ({ account: account_id, evidence, live }));

describe("a provider is set by owners", () => {
  test("once a domain is proved; the secret is sealed, and nothing shows it", async () => {
    await sql`update organisation_domains set state = 'pending' where organisation_id = ${id}`;
    expect(await set()).toEqual({ outcome: "no-domain" });
    await sql`update organisation_domains set state = 'failing', failing_since = now() where organisation_id = ${id}`;
    expect(await setProvider(id, spokesperson, form)).toEqual({ outcome: "forbidden" });
    expect(await set()).toEqual({ outcome: "set" });
    const [row] = await sql<{ sealed: Uint8Array }[]>`
      select sealed_secret as sealed from organisation_providers where organisation_id = ${id}`;
    expect(Buffer.from(row?.sealed ?? []).toString("latin1")).not.toContain(real.secret);
    const shown = await describeProvider(id);
    expect(shown).toMatchObject({
      issuer: real.issuer,
      clientId: real.clientId,
      triedAt: null,
      readable: true,
    });
    expect(JSON.stringify(shown)).not.toContain(real.secret);
    expect((await readEvents(id)).map(({ event }) => event)).toContain("provider-set");
  });

  test.each([
    "not an address",
    "ftp://x.example",
    "https://x.example/?a=b",
    "https://user:pass@x.example",
    "http://x.example",
  ])("and not at %s", async (issuer) => {
    expect(await setProvider(id, owner, { ...form, issuer })).toEqual({ outcome: "issuer-wrong" });
  });

  test("an empty secret keeps the sealed one, of the same issuer only", async () => {
    form = { ...form, clientPassword: "" };
    expect(await set()).toEqual({ outcome: "secret-missing" });
    await setProvider(id, owner, { ...form, clientPassword: real.secret });
    expect(await setProvider(id, owner, { ...form, clientId: "another" })).toEqual({ outcome: "set" });
    expect(await organisationProvider(id)).toMatchObject({
      provider: { clientId: "another", secret: real.secret },
    });
    expect(await setProvider(id, owner, { ...form, issuer: "https://new.example" })).toEqual({
      outcome: "secret-missing",
    });
  });

  test("another SECRET_KEY: it must be set anew, and nothing crashes", async () => {
    await set();
    const key = process.env.SECRET_KEY;
    process.env.SECRET_KEY = "a key that was changed, of more than 32 characters";
    expect(await organisationProvider(id)).toEqual({ outcome: "unreadable" });
    expect(await describeProvider(id)).toMatchObject({ readable: false });
    expect(await set()).toEqual({ outcome: "set" });
    expect((await organisationProvider(id)).outcome).toBe("found");
    process.env.SECRET_KEY = key;
    expect((await organisationProvider(id)).outcome).toBe("unreadable");
  });
});

describe("who comes by it", () => {
  beforeEach(set);

  test("and speaks for the organisation has a federated mandate, once, and its owners are told", async () => {
    const login = employ("sam");
    expect(await hasProvider(id)).toBe(false);
    expect(await link(login, spokesperson)).toMatchObject({ outcome: "linked" });
    expect(await hasProvider(id), "it has worked").toBe(true);
    expect((await go(login)).result).toMatchObject({ outcome: "known", accountId: spokesperson.id });
    expect(await mandates()).toEqual([{ account: spokesperson.id, evidence: real.issuer, live: true }]);
    const mails = await sql`
      select to_address from mails where kind = 'federated-mandate' and to_address = ${owner.email}`;
    expect(mails).toHaveLength(1);
    expect((await readEvents(id)).filter(({ event }) => event === "mandate-federated")).toHaveLength(1);
  });

  test("and is a member logs in, and proves no mandate", async () => {
    expect(await link(employ("mel"), member)).toMatchObject({ outcome: "linked" });
    expect(await mandates()).toEqual([]);
  });

  test("and does not belong to it can link nothing; who left logs in no more", async () => {
    const stranger = await makeAccount();
    expect(await link(employ("eve"), stranger)).toEqual({ outcome: "not-member" });
    expect(await listIdentities(stranger.id)).toEqual([]);
    const login = employ("sam");
    await link(login, spokesperson);
    await endMembership(id, owner, spokesperson.id);
    expect((await go(login)).result.outcome).toBe("not-member");
  });

  test.each([
    ["whose address is not verified", { email_verified: false }, "email-unverified"],
    ["whose address is verified in words", { email_verified: "true" }, "email-unverified"],
    ["who has no address", { email: undefined }, "email-unverified"],
    ["whose address is elsewhere", { email: "sam@example.org" }, "email-elsewhere"],
    ["whose address looks alike", { email: "sam@evil-hexanuage.example" }, "email-elsewhere"],
    ["whose address holds ours", { email: `sam@hexanuage.example@evil.example` }, "email-elsewhere"],
  ])("%s proves nothing", async (_what, claims, outcome) => {
    expect((await go(employ("sam", claims))).result.outcome).toBe(outcome);
    expect(await hasProvider(id)).toBe(false);
  });

  test("after the last domain has lapsed nobody does", async () => {
    await sql`update organisation_domains set state = 'lapsed' where organisation_id = ${id}`;
    expect(await organisationProvider(id)).toEqual({ outcome: "none" });
  });

  test("by another organisation's entry to the same provider is not taken for the first one's", async () => {
    const login = employ("sam");
    await link(login, spokesperson);
    const first = id;
    const created = await createOrganisation(owner.id, {
      ...{ name: `Écluse ${made}`, sector: "association", country: "FR", another: true },
      ...{ website: "", registration: "", about: "" },
    });
    id = (await readOrganisation(created.outcome === "created" ? created.slug : ""))?.id ?? 0;
    await sql`
      insert into organisation_domains (organisation_id, domain, token, state, created_by, proved_at)
      values (${id}, ${`other-${domain}`}, 'token', 'proved', ${owner.id}, now())`;
    real.people.set(login, { email: `sam@other-${domain}`, email_verified: true });
    await set();
    expect((await go(login)).result.outcome).toBe("other-use");
    expect(await mandates()).toEqual([]);
    id = first;
    expect(await mandates()).toHaveLength(1);
  });
});

describe("what it proved ends", () => {
  let login: string;
  beforeEach(async () => {
    await set();
    login = employ("sam");
    await link(login, spokesperson);
  });
  const ended = () => [{ account: spokesperson.id, evidence: real.issuer, live: false }];

  test("when the provider is removed", async () => {
    expect(await removeProvider(id, spokesperson)).toEqual({ outcome: "forbidden" });
    expect((await mandates())[0]?.live).toBe(true);
    expect(await removeProvider(id, owner)).toEqual({ outcome: "removed" });
    expect(await removeProvider(id, owner)).toEqual({ outcome: "removed" });
    expect(await mandates()).toEqual(ended());
    expect(await listIdentities(spokesperson.id)).toEqual([]);
    expect((await readEvents(id)).filter(({ event }) => event === "provider-removed")).toHaveLength(1);
  });

  test("when it is another one", async () => {
    await setProvider(id, owner, { issuer: "https://new.example", clientId: "x", clientPassword: "y" });
    expect(await mandates()).toEqual(ended());
    expect(await listIdentities(spokesperson.id)).toEqual([]);
  });

  test("when its owner takes the identity off; linked again, it begins anew", async () => {
    await unlinkIdentity(spokesperson, real.issuer, login, origin);
    expect(await mandates()).toEqual(ended());
    await link(login, spokesperson);
    expect((await mandates()).map(({ live }) => live)).toEqual([false, true]);
  });
});
