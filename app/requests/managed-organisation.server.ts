import type { AppLoadContext } from "@remix-run/node";
import type { Account } from "#app/accounts/account.ts";
import type { Organisation } from "#app/organisations/organisation.ts";
import { readOrganisation, standingIn } from "#app/organisations/read-organisation.server.ts";
import { accountOf, forbidden, notFound } from "./visitor.server.ts";

/** The organisation of the address and the account that looks after it; a stranger is sent to log in, others away (403). */
export async function managedOrganisation(asked: {
  request: Request;
  params: { slug?: string };
  context: AppLoadContext;
}): Promise<{ account: Account; organisation: Organisation }> {
  const { account } = await accountOf(asked);
  const organisation = await readOrganisation(asked.params.slug ?? "");
  if (!organisation) throw notFound();
  if (!(await standingIn(organisation.id, account)).manages) throw forbidden();
  return { account, organisation };
}
