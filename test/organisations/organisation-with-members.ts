import type { Account } from "#app/accounts/account.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { acceptInvitation, inviteMember } from "#app/organisations/invite-member.server.ts";
import type { MemberRole, Organisation } from "#app/organisations/organisation.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { origin, tokenMailedTo } from "../made-up.ts";

/** An organisation of its own, whose first owner is `owner`. */
export async function makeOrganisation(
  owner: Account,
  wish: { name?: string; website?: string } = {},
): Promise<Organisation> {
  const made = await createOrganisation(owner.id, {
    ...{ name: "Hexanuage", sector: "association", country: "FR", another: true },
    ...{ website: "", registration: "", about: "" },
    ...wish,
  });
  const found = await readOrganisation(made.outcome === "created" ? made.slug : "");
  if (!found) throw new Error("the organisation was not made");
  return found;
}

/** Makes an account a member, as it happens: by an invitation. */
export async function admitTo(
  organisation: Organisation,
  owner: Account,
  account: Account,
  role: MemberRole,
): Promise<void> {
  await inviteMember(organisation, owner, { email: account.email, role }, origin);
  const { outcome } = await acceptInvitation(await tokenMailedTo(account.email, "/invitations"), account);
  if (outcome !== "joined") throw new Error(`not joined: ${outcome}`);
}
