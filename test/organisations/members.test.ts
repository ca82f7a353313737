import { beforeEach, expect, test } from "vitest";
import type { Account } from "#app/accounts/account.ts";
import { deleteAccount } from "#app/accounts/change-account.server.ts";
import { changeRole, endMembership, sweepInvitations } from "#app/organisations/change-member.server.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import {
  acceptInvitation,
  cancelInvitation,
  inviteMember,
  readInvitation,
} from "#app/organisations/invite-member.server.ts";
import type { MemberRole } from "#app/organisations/organisation.ts";
import {
  openInvitations,
  readEvents,
  readMembers,
  readOrganisation,
  standingIn,
} from "#app/organisations/read-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { useDatabase } from "../database.ts";
import { makeAccount, origin, password } from "../made-up.ts";

useDatabase();

let owner: Account;
let other: Account;
let organisation: { id: number; name: string };
beforeEach(async () => {
  owner = await makeAccount({ name: "Olga" });
  other = await makeAccount({ name: "Otto", language: "fr" });
  const made = await createOrganisation(owner.id, {
    ...{ name: "Hexanuage", sector: "association", country: "FR", another: true },
    ...{ website: "", registration: "", about: "" },
  });
  const found = await readOrganisation(made.outcome === "created" ? made.slug : "");
  if (!found) throw new Error("the organisation was not made");
  organisation = found;
});

/** The link of the newest mail to an address. */
async function tokenFor(email: string): Promise<string> {
  const [mail] = await sql<{ body: string }[]>`
    select body from mails where to_address = ${email} and kind = 'invitation' order by id desc limit 1`;
  return /\/invitations\/([\w-]+)/.exec(mail?.body ?? "")?.[1] ?? "";
}
async function admit(account: Account, role: MemberRole): Promise<void> {
  await inviteMember(organisation, owner, { email: account.email, role }, origin);
  expect((await acceptInvitation(await tokenFor(account.email), account)).outcome).toBe("joined");
}
const roles = async () =>
  Object.fromEntries((await readMembers(organisation.id)).map(({ name, role }) => [name, role]));

test("who is invited by mail becomes a member when they accept, and the link does no more", async () => {
  await inviteMember(organisation, owner, { email: other.email, role: "spokesperson" }, origin);
  const token = await tokenFor(other.email);
  expect(await readInvitation(token)).toMatchObject({
    name: "Hexanuage",
    role: "spokesperson",
    inviter: "Olga",
  });
  expect(await roles(), "reading changes nothing").toEqual({ Olga: "owner" });
  expect((await acceptInvitation(token, other)).outcome).toBe("joined");
  expect(await roles()).toEqual({ Olga: "owner", Otto: "spokesperson" });
  expect(await readInvitation(token)).toBeNull();
  expect((await acceptInvitation(token, other)).outcome).toBe("unknown-token");
  expect((await readEvents(organisation.id)).map(({ event }) => event)).toEqual([
    "joined",
    "invited",
    "created",
  ]);
});

test("the mail is in the language of whoever it is for", async () => {
  await inviteMember(organisation, owner, { email: other.email, role: "owner" }, origin);
  const [mail] = await sql<{ subject: string }[]>`
    select subject from mails where to_address = ${other.email} order by id desc limit 1`;
  expect(mail?.subject).toContain("vous invite");
});

test("an invitation is for the mailbox it was sent to", async () => {
  await inviteMember(organisation, owner, { email: "somebody@example.org", role: "owner" }, origin);
  const token = await tokenFor("somebody@example.org");
  expect((await acceptInvitation(token, other)).outcome).toBe("another-address");
  expect(await roles()).toEqual({ Olga: "owner" });
  expect(await readInvitation(token), "it is not used up").not.toBeNull();
});

test("a second invitation takes the place of the first, one taken back or too old does nothing", async () => {
  await inviteMember(organisation, owner, { email: other.email, role: "member" }, origin);
  const first = await tokenFor(other.email);
  await inviteMember(organisation, owner, { email: other.email, role: "spokesperson" }, origin);
  const second = await tokenFor(other.email);
  expect(await readInvitation(first)).toBeNull();
  expect(await openInvitations(organisation.id)).toMatchObject([
    { email: other.email, role: "spokesperson" },
  ]);
  await cancelInvitation(organisation.id, owner, other.email);
  expect((await acceptInvitation(second, other)).outcome).toBe("unknown-token");
  await inviteMember(organisation, owner, { email: other.email, role: "member" }, origin);
  await sql`update organisation_invitations set expires_at = now() - interval '1 second'`;
  expect((await acceptInvitation(await tokenFor(other.email), other)).outcome).toBe("unknown-token");
  await sweepInvitations();
  expect((await sql`select 1 from organisation_invitations`).count).toBe(0);
});

test("who is a member already keeps their role, whatever an invitation says", async () => {
  await admit(other, "owner");
  await admit(other, "member");
  expect(await roles()).toEqual({ Olga: "owner", Otto: "owner" });
});

test("owners alone invite, change and remove; anybody leaves", async () => {
  await admit(other, "spokesperson");
  const invited = await inviteMember(organisation, other, { email: "x@example.org", role: "owner" }, origin);
  expect(invited.outcome).toBe("forbidden");
  expect((await sql`select 1 from mails where to_address = 'x@example.org'`).count).toBe(0);
  expect((await cancelInvitation(organisation.id, other, "x@example.org")).outcome).toBe("forbidden");
  expect((await changeRole(organisation.id, other, other.id, "owner")).outcome).toBe("forbidden");
  expect((await endMembership(organisation.id, other, owner.id)).outcome).toBe("forbidden");
  expect((await endMembership(organisation.id, other, other.id)).outcome).toBe("ended");
  expect(await roles()).toEqual({ Olga: "owner" });
  expect((await readEvents(organisation.id))[0]).toMatchObject({ event: "left", actor: "Otto" });
});

test("an organisation is handed over, and its last owner neither leaves nor steps down", async () => {
  await admit(other, "member");
  expect((await endMembership(organisation.id, owner, owner.id)).outcome).toBe("last-owner");
  expect((await changeRole(organisation.id, owner, owner.id, "member")).outcome).toBe("last-owner");
  expect((await changeRole(organisation.id, owner, other.id, "owner")).outcome).toBe("changed");
  expect((await endMembership(organisation.id, owner, owner.id)).outcome).toBe("ended");
  expect(await roles()).toEqual({ Otto: "owner" });
  expect((await readEvents(organisation.id)).slice(0, 2)).toMatchObject([
    { event: "left", actor: "Olga" },
    { event: "role-changed", actor: "Olga", account: "Otto", role: "owner" },
  ]);
});

test("of two owners who leave at the same moment one stays", async () => {
  for (let round = 0; round < 5; round++) {
    if (Object.keys(await roles()).length < 2) {
      const [left] = await readMembers(organisation.id);
      const [here, gone] = left?.accountId === owner.id ? [owner, other] : [other, owner];
      await inviteMember(organisation, here, { email: gone.email, role: "owner" }, origin);
      await acceptInvitation(await tokenFor(gone.email), gone);
    }
    const outcomes = await Promise.all(
      [owner, other].map((account) => endMembership(organisation.id, account, account.id)),
    );
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["ended", "last-owner"]);
  }
});

test("an account that is deleted leaves; an administrator can then name an owner", async () => {
  await admit(other, "member");
  expect((await deleteAccount(owner, password)).outcome).toBe("deleted");
  expect(await roles()).toEqual({ Otto: "member" });
  expect((await readEvents(organisation.id))[0]).toMatchObject({ event: "left", actor: null });
  const admin = await makeAccount({ role: "admin" });
  expect(await standingIn(organisation.id, admin)).toEqual({ role: null, manages: true });
  expect(await standingIn(organisation.id, other)).toEqual({ role: "member", manages: false });
  expect((await changeRole(organisation.id, admin, other.id, "owner")).outcome).toBe("changed");
  expect(await roles()).toEqual({ Otto: "owner" });
});
