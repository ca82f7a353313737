import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { checkDomains } from "#app/organisations/check-domains.server.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { readEvents } from "#app/organisations/read-organisation.server.ts";
import {
  addDomain,
  readDomains,
  readProvedDomains,
  removeDomain,
  verifyDomain,
} from "#app/organisations/verify-domain.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { lastMailTo, makeAccount, origin } from "../made-up.ts";
import { type NameServer, startNameServer } from "../name-server.ts";
import { admitTo, makeOrganisation } from "./organisation-with-members.ts";

useDatabase();

const domain = "proved.example";
let names: NameServer;
let owner: Account;
let organisation: Organisation;
beforeAll(async () => void (names = await startNameServer()));
afterAll(() => names.close());
beforeEach(async () => {
  await sql`delete from organisation_domains`;
  names.texts.clear();
  names.silent.clear();
  owner = await makeAccount({ name: "Olga" });
  organisation = await makeOrganisation(owner);
});

const reach = () => ({ nameServers: [names.address] });
const check = (by = owner, of: { id: number } = organisation, which = domain) =>
  verifyDomain(of.id, by, which, origin, reach());
const tokenOf = async (of: { id: number }, which = domain) =>
  (await readDomains(of.id)).find((row) => row.domain === which)?.token ?? "";
const place = async (of: { id: number }, which = domain) =>
  names.texts.set(`_tribune.${which}`, [`tribune=${await tokenOf(of, which)}`]);
const states = async (of: { id: number } = organisation) =>
  Object.fromEntries((await readDomains(of.id)).map((row) => [row.domain, row.state]));
const events = async () =>
  (await readEvents(organisation.id)).map(({ event, subject, actor }) => [event, subject, actor].join(" "));
/** Turns the clock of every proof forward. */
const later = (days: number) => sql`
  update organisation_domains set next_check_at = next_check_at - make_interval(days => ${days}),
    failing_since = failing_since - make_interval(days => ${days})`;
const hoursToNextCheck = async () => {
  const [row] = await sql<{ hours: number | null }[]>`
    select round(extract(epoch from next_check_at - now()) / 3600)::int as hours from organisation_domains
    where organisation_id = ${organisation.id}`;
  return row?.hours ?? null;
};

test("a domain is added once, looked at, and proved when its token is found", async () => {
  expect(await addDomain(organisation.id, owner, "https://www.Proved.example/")).toEqual({
    outcome: "added",
    domain,
  });
  const token = await tokenOf(organisation);
  expect(await addDomain(organisation.id, owner, domain)).toEqual({ outcome: "added", domain });
  expect(await tokenOf(organisation), "its token stays").toBe(token);
  expect(await check()).toEqual({ outcome: "not-found" });
  expect(await readDomains(organisation.id)).toMatchObject([
    { state: "pending", lastOutcome: "not-found", provedAt: null },
  ]);
  expect(await readProvedDomains(organisation.id)).toEqual([]);
  await place(organisation);
  expect(await check()).toEqual({ outcome: "proved" });
  expect(await readProvedDomains(organisation.id)).toMatchObject([{ domain, method: "dns" }]);
  const [first] = await readProvedDomains(organisation.id);
  expect(await check(), "again").toEqual({ outcome: "proved" });
  expect(await readProvedDomains(organisation.id), "since when stays").toEqual([first]);
  expect(await events()).toEqual([
    `domain-proved ${domain} Olga`,
    `domain-added ${domain} Olga`,
    "created  Olga",
  ]);
  expect(await hoursToNextCheck()).toBe(7 * 24);
});

test("what is no domain of one's own is refused, with what it is", async () => {
  for (const [typed, outcome] of [
    ["github.io", "public-suffix"],
    ["127.0.0.1", "ip-address"],
    ["nothing", "not-a-domain"],
  ] as const)
    expect(await addDomain(organisation.id, owner, typed)).toEqual({ outcome });
  expect(await states()).toEqual({});
  for (let number = 0; number < 20; number++) await addDomain(organisation.id, owner, `d${number}.example`);
  expect((await addDomain(organisation.id, owner, "d20.example")).outcome).toBe("too-many");
  expect((await addDomain(organisation.id, owner, "d3.example")).outcome, "one that is there").toBe("added");
});

test("only who looks after the organisation adds, checks and removes", async () => {
  const [spokesperson, stranger] = [await makeAccount(), await makeAccount()];
  await admitTo(organisation, owner, spokesperson, "spokesperson");
  await addDomain(organisation.id, owner, domain);
  await place(organisation);
  const heard = names.heard();
  for (const other of [spokesperson, stranger]) {
    expect((await addDomain(organisation.id, other, "more.example")).outcome).toBe("forbidden");
    expect((await check(other)).outcome).toBe("unknown-domain");
    expect((await removeDomain(organisation.id, other, domain)).outcome).toBe("forbidden");
  }
  expect(names.heard(), "nobody else makes us look").toBe(heard);
  expect(await states()).toEqual({ [domain]: "pending" });
  const admin = await makeAccount({ role: "admin" });
  expect((await check(admin)).outcome).toBe("proved");
  expect((await removeDomain(organisation.id, admin, domain)).outcome).toBe("removed");
  expect(await states()).toEqual({});
  expect((await check()).outcome, "one that is gone").toBe("unknown-domain");
});

describe("a domain speaks for one organisation", () => {
  let other: Organisation;
  let otto: Account;
  beforeEach(async () => {
    otto = await makeAccount({ name: "Otto" });
    other = await makeOrganisation(otto, { name: "Another" });
    await addDomain(organisation.id, owner, domain);
    await addDomain(other.id, otto, domain);
  });

  test("the second learns that it is taken only when its own token stands there", async () => {
    await place(organisation);
    expect((await check()).outcome).toBe("proved");
    expect((await check(otto, other)).outcome, "not told to who does not hold it").toBe("wrong-token");
    await place(other);
    expect((await check(otto, other)).outcome).toBe("taken");
    expect(await states(other)).toEqual({ [domain]: "pending" });
    await removeDomain(organisation.id, owner, domain);
    expect((await check(otto, other)).outcome).toBe("proved");
  });

  test("of two that prove it at the same moment one finds it taken", async () => {
    const both = [await tokenOf(organisation), await tokenOf(other)].map((token) => `tribune=${token}`);
    names.texts.set(`_tribune.${domain}`, both);
    for (let round = 0; round < 5; round++) {
      const outcomes = await Promise.all([check(), check(otto, other)]);
      expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["proved", "taken"]);
      await sql`update organisation_domains set state = 'pending'`;
    }
  });
});

describe("looked at again by itself", () => {
  beforeEach(async () => {
    await addDomain(organisation.id, owner, domain);
    await place(organisation);
    await check();
  });

  test("a proof that is found stays, and is not looked at before it is due", async () => {
    expect(await checkDomains(origin, reach())).toBe(0);
    await later(7);
    expect(await checkDomains(origin, reach())).toBe(1);
    expect(await states()).toEqual({ [domain]: "proved" });
    expect(await hoursToNextCheck()).toBe(7 * 24);
  });

  test("one that is gone fails for 14 days, of which its owners are told, and lapses", async () => {
    const helper = await makeAccount({ language: "fr" });
    await admitTo(organisation, owner, helper, "owner");
    names.texts.clear();
    await later(7);
    await checkDomains(origin, reach());
    expect(await states()).toEqual({ [domain]: "failing" });
    expect(await readProvedDomains(organisation.id), "it still holds").toMatchObject([{ domain }]);
    expect(await hoursToNextCheck()).toBe(24);
    const told = await lastMailTo(owner.email);
    expect(told.kind).toBe("domain-failing");
    expect(told.body).toContain(`${origin}/organisations/${organisation.slug}/domains`);
    expect((await lastMailTo(helper.email)).subject).toContain("n’est plus trouvée");

    // Told once, not each day.
    await later(1);
    await checkDomains(origin, reach());
    const mails =
      await sql`select 1 from mails where to_address = ${owner.email} and kind = 'domain-failing'`;
    expect(mails.count).toBe(1);
    await later(12);
    await checkDomains(origin, reach());
    expect(await states(), "after 13 days").toEqual({ [domain]: "failing" });
    await later(1);
    await checkDomains(origin, reach());
    expect(await states(), "after 14 days").toEqual({ [domain]: "lapsed" });
    expect(await readProvedDomains(organisation.id)).toEqual([]);
    expect((await lastMailTo(owner.email)).kind).toBe("domain-lapsed");
    expect((await events()).slice(0, 2)).toEqual([`domain-lapsed ${domain} `, `domain-failing ${domain} `]);
    expect(await hoursToNextCheck()).toBeNull();
    await later(100);
    expect(await checkDomains(origin, reach()), "not looked at any more").toBe(0);

    // Its owner puts it back and asks.
    await place(organisation);
    expect((await check()).outcome).toBe("proved");
    expect(await states()).toEqual({ [domain]: "proved" });
  });

  test("one that is found again within the days is proved, since the same day", async () => {
    const [before] = await readProvedDomains(organisation.id);
    names.texts.clear();
    await later(7);
    await checkDomains(origin, reach());
    await place(organisation);
    await later(1);
    await checkDomains(origin, reach());
    expect(await states()).toEqual({ [domain]: "proved" });
    expect(await readProvedDomains(organisation.id)).toEqual([before]);
    expect((await readDomains(organisation.id))[0]?.failingSince).toBeNull();
    const actors = (await readEvents(organisation.id)).slice(0, 2);
    expect(actors).toMatchObject([
      { event: "domain-proved", byItself: true, actor: null },
      { event: "domain-failing", byItself: true },
    ]);
  });

  test("one that lapsed while another organisation proved the domain stays lapsed", async () => {
    names.texts.clear();
    await later(7);
    await checkDomains(origin, reach());
    await later(14);
    await checkDomains(origin, reach());
    const otto = await makeAccount();
    const other = await makeOrganisation(otto, { name: "Another" });
    await addDomain(other.id, otto, domain);
    await place(other);
    expect((await check(otto, other)).outcome).toBe("proved");
    await place(organisation);
    expect((await check()).outcome).toBe("taken");
    expect(await states()).toEqual({ [domain]: "lapsed" });
  });

  test(
    "silent name servers hold up nobody: the others are looked at meanwhile",
    { timeout: 40_000 },
    async () => {
      // More of them than are looked at side by side would take two rounds of ten seconds.
      for (let number = 0; number < 12; number++) {
        const silent = `silent${number}.example`;
        await addDomain(organisation.id, owner, silent);
        names.silent.add(silent);
      }
      await sql`
      update organisation_domains set state = 'proved', method = 'dns', proved_at = now(),
        next_check_at = now() - interval '2 days'
      where domain like 'silent%'`;
      await later(7);
      const running = checkDomains(origin, reach());
      await expect
        .poll(
          async () =>
            (await readDomains(organisation.id)).find((row) => row.domain === domain)?.checkedAt?.getTime(),
          {
            timeout: 5000,
          },
        )
        .toBeGreaterThan((await sql<{ at: Date }[]>`select now() as at`)[0]?.at.getTime() ?? Infinity);
      const meanwhile = Object.entries(await states()).filter(([name]) => name.startsWith("silent"));
      expect(new Set(meanwhile.map(([, state]) => state)), "those are waited for").toEqual(
        new Set(["proved"]),
      );
      expect(await running).toBe(13);
      const rows = (await readDomains(organisation.id)).filter((row) => row.domain !== domain);
      expect(new Set(rows.map(({ state, lastOutcome }) => `${state} ${lastOutcome}`))).toEqual(
        new Set(["failing no-answer"]),
      );
    },
  );
});
