import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { requestAddressChange } from "#app/accounts/change-account.server.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { invitePerson } from "#app/co-authors/invite-co-author.server.ts";
import { follow } from "#app/notices/subscribe.server.ts";
import { unsubscribeLink } from "#app/notices/unsubscribe.server.ts";
import { inviteMember } from "#app/organisations/invite-member.server.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { mailProof } from "#app/organisations/prove-address.server.ts";
import { askForData } from "#app/personal-data/ask-for-data.server.ts";
import { SignForForm } from "#app/signatures/sign-for.ts";
import { signForOrganisation } from "#app/signatures/sign-for-organisation.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { ask, logInAt, post } from "../asking.ts";
import { proveDomainOf } from "../doctrine/made-up-officials.ts";
import { lastMailTo, makeAccount, makeDraft, makeLetter, origin, password, sign } from "../made-up.ts";
import { admitTo, makeOrganisation } from "../organisations/organisation-with-members.ts";
import { root } from "../program.ts";
import { useTribune } from "../server/tribune.ts";
import { settledContentOf } from "./rows.ts";

const tribune = useTribune();
beforeAll(() => (process.env.DATABASE_URL = tribune.databaseUrl()));
afterAll(closeSql);

/** The path of the newest mail's link to `path`. */
async function linkTo(email: string, path: string): Promise<string> {
  const { body } = await lastMailTo(email);
  const link = new RegExp(`https?://[^\\s/]+(${path}/[\\w-]+)`).exec(body)?.[1];
  if (!link) throw new Error(`no link to ${path} in:\n${body}`);
  return link;
}

let owner: Account;
let organisation: Organisation;
let letter: { id: number; slug: string };
beforeAll(async () => {
  owner = await makeAccount({ name: "Olga Owner", email: "olga@hexa.example" });
  organisation = await makeOrganisation(owner, { name: "Hexa", website: "https://hexa.example/" });
  await proveDomainOf(organisation, owner);
  letter = await makeLetter(owner, { title: "A letter with links" });
}, 60_000);

type Mailed = {
  /** Where the mail leads, and what its page's button sends. */
  path: string;
  fields: Record<string, string>;
  cookie?: string;
  /** What a second press may write again: a new session of whoever just proved who they are. */
  again?: string[];
};
let guests = 0;
const guest = async () => {
  const account = await makeAccount({ email: `guest-${++guests}@hexa.example` });
  return { account, cookie: await logInAt(tribune.url(), { email: account.email, password }) };
};
const entering = ["sessions", "sign_ins", "known_devices"];

/** Every link that a mail holds and that does something: by the route that it leads to, and what it does. */
const links: Record<string, () => Promise<Mailed>> = {
  "confirm-address.$token: join": async () => {
    const fields = { name: "Jo", email: "jo@example.org", password };
    const asked = await post(tribune.url(), "/join", fields);
    expect(asked.status).toBeLessThan(400);
    const path = await linkTo(fields.email, "/confirm-address");
    return { path, fields: { intent: "join", password }, again: entering };
  },
  "confirm-address.$token: change": async () => {
    const { account } = await guest();
    await requestAddressChange(account, password, "moved@example.org", origin);
    return { path: await linkTo("moved@example.org", "/confirm-address"), fields: { intent: "change" } };
  },
  "reset-password.$token": async () => {
    const { account } = await guest();
    await requestPasswordReset(account.email, origin);
    const path = await linkTo(account.email, "/reset-password");
    return { path, fields: { password: "another quiet phrase" } };
  },
  "invitations.$token": async () => {
    const { account, cookie } = await guest();
    await inviteMember(organisation, owner, { email: account.email, role: "member" }, origin);
    return { path: await linkTo(account.email, "/invitations"), fields: {}, cookie };
  },
  "co-authors.$token": async () => {
    const { account, cookie } = await guest();
    const draft = await makeDraft(owner, { title: "Written by two" });
    await invitePerson(draft, owner, { email: account.email, role: "editor" }, origin);
    return { path: await linkTo(account.email, "/co-authors"), fields: {}, cookie };
  },
  "mandates.$token": async () => {
    const { account, cookie } = await guest();
    await admitTo(organisation, owner, account, "spokesperson");
    await mailProof(organisation, account, "speaker@hexa.example", origin);
    return { path: await linkTo("speaker@hexa.example", "/mandates"), fields: {}, cookie };
  },
  "countersign.$token": async () => {
    const { account } = await guest();
    await admitTo(organisation, owner, account, "owner");
    const wish = { organisation: organisation.slug, version: "1", countersigner: String(account.id) };
    const form = SignForForm.parse(wish);
    const signed = await signForOrganisation(letter.slug, organisation, owner, form, origin);
    expect(signed.outcome).toBe("signed");
    return { path: await linkTo(account.email, "/countersign"), fields: { version: "1" } };
  },
  "signatures.$token: confirm": async () => {
    const token = await sign(letter.slug, "signer@example.org", {}, false);
    return { path: `/signatures/${token}`, fields: { intent: "confirm" } };
  },
  "signatures.$token: withdraw": async () => {
    const token = await sign(letter.slug, "leaver@example.org");
    return { path: `/signatures/${token}`, fields: { intent: "withdraw" } };
  },
  "signatures.$token: inform": async () => {
    const token = await sign(letter.slug, "curious@example.org");
    return { path: `/signatures/${token}`, fields: { intent: "inform" } };
  },
  "my-data.$token.signatures.$id": async () => {
    await sign(letter.slug, "careful@example.org");
    await askForData("careful@example.org", "en", origin);
    const [own] = await sql<{ id: string }[]>`
      select id from signatures where letter_id = ${letter.id} order by id desc limit 1`;
    const path = `${await linkTo("careful@example.org", "/my-data")}/signatures/${own?.id}`;
    return { path, fields: { intent: "withdraw" } };
  },
  "my-data.$token.erase": async () => {
    await sign(letter.slug, "gone@example.org");
    await askForData("gone@example.org", "en", origin);
    return { path: `${await linkTo("gone@example.org", "/my-data")}/erase`, fields: {} };
  },
  "notices.unsubscribe.$token": async () => {
    const { account } = await guest();
    const thing = { kind: "letter" as const, id: letter.id };
    await follow(account.id, thing, "daily");
    const token = await sql.begin((tx) => unsubscribeLink(tx, account.id, thing));
    return { path: `/notices/unsubscribe/${token}`, fields: {} };
  },
};

test("every route with a token that acts is pressed twice here", () => {
  const folder = join(root, "app/routes");
  const found = readdirSync(folder)
    .filter((file) => file.includes("$token"))
    .filter((file) => /export (async function|const) action\b/.test(readFileSync(join(folder, file), "utf8")))
    .map((file) => file.replace(/\.tsx?$/, ""));
  const tried = Object.keys(links).map((name) => name.split(": ")[0]);
  expect([...new Set(tried)].toSorted()).toEqual(found.toSorted());
});

const changed = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(after).filter((name) => after[name] !== before[name]);

describe("a mailed link is looked at by scanners without effect, acts once, and not a second time", () => {
  test.each(Object.keys(links))("%s", async (name) => {
    const { path, fields, cookie = "", again = [] } = (await links[name]?.()) ?? { path: "", fields: {} };
    const before = await settledContentOf(tribune.sql());
    for (const method of ["GET", "HEAD"]) {
      const { status } = await ask(tribune.url(), path, { method, headers: { Cookie: cookie } });
      expect(status, `${method} ${path}`).toBeLessThan(400);
    }
    expect(changed(before, await settledContentOf(tribune.sql())), "by reading").toEqual([]);

    const first = await post(tribune.url(), path, fields, { Cookie: cookie });
    expect(first.status, first.text.slice(0, 2000)).toBeLessThan(400);
    const once = await settledContentOf(tribune.sql());
    expect(changed(before, once), "by pressing").not.toEqual([]);

    // The same once more, then by somebody else who found the mail: without the session, and with another one.
    const { cookie: other } = await guest();
    const between = await settledContentOf(tribune.sql());
    for (const Cookie of [cookie, "", other]) {
      const second = await post(tribune.url(), path, fields, { Cookie });
      expect(second.status).toBeLessThan(500);
      // Who presses a link of joining again within ten minutes has to know the password.
      const allowed = Cookie === cookie ? again : entering.filter((table) => again.includes(table));
      const effects = changed(between, await settledContentOf(tribune.sql()));
      expect(effects.filter((table) => !allowed.includes(table))).toEqual([]);
    }
  });
});

test("no link that went to an address opens an account that has left it", async () => {
  const { account } = await guest();
  await requestPasswordReset(account.email, origin);
  const reset = await linkTo(account.email, "/reset-password");
  await requestAddressChange(account, password, "safe@example.org", origin);
  const change = await linkTo("safe@example.org", "/confirm-address");
  expect((await post(tribune.url(), change, { intent: "change" })).headers.location).toBe(
    "/login?after=address",
  );
  await post(tribune.url(), reset, { password: "the thief's own phrase" });
  const stolen = { email: "safe@example.org", password: "the thief's own phrase" };
  expect((await post(tribune.url(), "/login", stolen)).status).toBe(400);
  await logInAt(tribune.url(), { email: "safe@example.org", password });
});
