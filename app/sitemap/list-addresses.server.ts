import { lastDoctrineIds, provisionAddresses, textAddresses } from "#app/doctrine/list-addresses.server.ts";
import { lastLetterId, letterAddresses } from "#app/letters/list-addresses.server.ts";
import { lastOrganisationId, organisationAddresses } from "#app/organisations/list-addresses.server.ts";
import { idsAPart, partName, type SitemapEntry, type SitemapKind } from "./sitemap.ts";

/** Pages that are always there. */
const pages = [
  "/",
  "/letters",
  "/doctrine",
  "/organisations",
  "/moderation/log",
  "/moderation/reasons",
  "/privacy",
];

/** The names of all parts that there are. */
export async function listParts(): Promise<string[]> {
  const [letters, doctrine, organisations] = await Promise.all([
    lastLetterId(),
    lastDoctrineIds(),
    lastOrganisationId(),
  ]);
  const lastIds: [SitemapKind, number][] = [
    ["letters", letters],
    ["texts", doctrine.texts],
    ["provisions", doctrine.provisions],
    ["organisations", organisations],
  ];
  const parts = lastIds.flatMap(([kind, last]) =>
    Array.from({ length: Math.ceil(last / idsAPart) }, (_, place) => partName(kind, place + 1)),
  );
  return [partName("pages", 1), ...parts];
}

/** The addresses of a part. */
export async function listPart(kind: SitemapKind, place: number): Promise<SitemapEntry[]> {
  const range = { from: (place - 1) * idsAPart + 1, to: place * idsAPart };
  switch (kind) {
    case "letters":
      return letterAddresses(range);
    case "texts":
      return textAddresses(range);
    case "provisions":
      return provisionAddresses(range);
    case "organisations":
      return organisationAddresses(range);
    case "pages":
      return place === 1 ? pages.map((path) => ({ path, changed: null })) : [];
  }
}
