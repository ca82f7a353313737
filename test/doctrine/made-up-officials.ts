import type { Account } from "#app/accounts/account.ts";
import { markAccount, markOrganisation } from "#app/doctrine/mark-official.server.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { sql } from "#db/sql.ts";
import { makeAccount, organisationForm } from "../made-up.ts";
import { type MadeText, makeText, provision } from "../made-up-doctrine.ts";

/** A text of three rules in one revision of 14 May 2023. */
export const makeRules = (slug?: string): Promise<MadeText> =>
  makeText(
    [
      {
        dated: "2023-05-14",
        provisions: [
          provision("1", "Use the cloud first."),
          provision("2", "Say where data is."),
          provision("3", "Be able to leave."),
        ],
      },
    ],
    slug === undefined ? {} : { slug },
  );

/** An organisation with an owner and a proved domain: its owner speaks for it with a mandate that binds. */
export async function makeProvedOrganisation(
  owner: Account,
  wish: Parameters<typeof organisationForm>[0] = {},
): Promise<Organisation> {
  const made = await createOrganisation(owner.id, organisationForm(wish));
  const organisation = await readOrganisation(made.outcome === "created" ? made.slug : "");
  if (!organisation) throw new Error("the organisation was not made");
  await proveDomainOf(organisation, owner);
  return organisation;
}

export const proveDomainOf = ({ id, slug }: { id: number; slug: string }, owner: Account) => sql`
  insert into organisation_domains (organisation_id, domain, token, state, method, created_by, proved_at)
  values (${id}, ${`${slug}.example`}, 'x', 'proved', 'dns', ${owner.id}, now())`;

/** An account that is official for a text itself. */
export async function makeOfficial(
  text: MadeText,
  admin: Account,
  name = "Odile Official",
): Promise<Account> {
  const official = await makeAccount({ name });
  const { outcome } = await markAccount(text.id, admin, official.email);
  if (outcome !== "marked") throw new Error(outcome);
  return official;
}

/** The owner of an organisation that is official for a text, and the organisation. */
export async function makeOfficialBody(
  text: MadeText,
  admin: Account,
  name: string,
): Promise<{ owner: Account; body: Organisation }> {
  const owner = await makeAccount({ name: `Owner of ${name}` });
  const body = await makeProvedOrganisation(owner, { name, sector: "public-body" });
  const { outcome } = await markOrganisation(text.id, admin, body.id);
  if (outcome !== "marked") throw new Error(outcome);
  return { owner, body };
}
