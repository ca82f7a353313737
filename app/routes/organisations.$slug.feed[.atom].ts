import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { lettersOfOrganisation } from "#app/letters/letters-of-organisation.server.ts";
import { organisationFeed } from "#app/organisations/organisation-feed.ts";
import {
  readMembers,
  readMergedInto,
  readOrganisation,
} from "#app/organisations/read-organisation.server.ts";
import { feedAnswer } from "#app/requests/feed.ts";
import { notThere } from "#app/requests/not-there.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { readSignedLetters } from "#app/signatures/signed-letters.server.ts";

/** The letters that an organisation published and signed as an Atom feed. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = args.params.slug ?? "";
  const organisation = await readOrganisation(asked);
  if (!organisation) {
    const kept = await readMergedInto(asked);
    return kept ? redirect(`/organisations/${kept}/feed.atom`, 301) : notThere();
  }
  // Who speaks for it publishes in its name: a letter that is new is told as one of all.
  args.context.madeOf.add(`organisation:${organisation.id}`).add("accounts").add("letters");
  const { language, t } = await visitorOf(args);
  const members = await readMembers(organisation.id);
  const speakers = members.filter(({ role }) => role !== "member").map(({ accountId }) => accountId);
  const [written, signed] = await Promise.all([
    lettersOfOrganisation(speakers, organisation.name),
    readSignedLetters(organisation.id),
  ]);
  for (const { id } of signed) args.context.madeOf.add(`letter:${id}`);
  return feedAnswer(organisationFeed(organisation, { written, signed }, t, language), args.context.origin);
}
