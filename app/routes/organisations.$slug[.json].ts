import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { lettersOfOrganisation } from "#app/letters/letters-of-organisation.server.ts";
import { exportedOrganisation } from "#app/organisations/export-organisation.ts";
import {
  readMembers,
  readMergedInto,
  readOrganisation,
} from "#app/organisations/read-organisation.server.ts";
import { readProvedDomains } from "#app/organisations/verify-domain.server.ts";
import { readSignedLetters } from "#app/signatures/signed-letters.server.ts";

/** The public data of an organisation: docs/api.md describes every field. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const asked = params.slug ?? "";
  const organisation = await readOrganisation(asked);
  if (!organisation) {
    const kept = await readMergedInto(asked);
    return kept
      ? redirect(`/organisations/${kept}.json`, 301)
      : Response.json({ error: "not-found" }, { status: 404 });
  }
  // A letter that it publishes is told as one of all.
  context.madeOf.add(`organisation:${organisation.id}`).add("accounts").add("letters");
  const members = await readMembers(organisation.id);
  const speakers = members.filter(({ role }) => role !== "member").map(({ accountId }) => accountId);
  const [domains, written, signed] = await Promise.all([
    readProvedDomains(organisation.id),
    lettersOfOrganisation(speakers, organisation.name),
    readSignedLetters(organisation.id),
  ]);
  for (const { id } of signed) context.madeOf.add(`letter:${id}`);
  return Response.json(exportedOrganisation(organisation, { domains, written, signed }, context.origin));
}
