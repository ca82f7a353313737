import type { LoaderFunctionArgs } from "@remix-run/node";
import { organisationCard } from "#app/organisations/organisation-card.ts";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { readProvedDomains } from "#app/organisations/verify-domain.server.ts";
import { cardAnswer } from "#app/requests/card.server.ts";
import { notThere } from "#app/requests/not-there.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";

/** The picture that goes with a link to an organisation. */
export async function loader(args: LoaderFunctionArgs) {
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) return notThere();
  args.context.madeOf.add(`organisation:${organisation.id}`);
  const { language } = await visitorOf(args);
  const domains = await readProvedDomains(organisation.id);
  const shown = domains.map((domain) => domain.shown);
  return cardAnswer(organisationCard(organisation, shown, language));
}
