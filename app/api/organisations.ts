import { sectors } from "#app/organisations/organisation.ts";
import {
  address,
  after,
  asked,
  atom,
  type Chapter,
  json,
  language,
  list,
  moment,
  named,
  next,
  object,
  oneOf,
  orNull,
  reads,
  ref,
  text,
} from "./schema.ts";

const slug = named("slug", "The organisation's name in its address.", "hexanuage");
const letter = object({ title: text(), language, url: address() });

/** Organisations and what they wrote and signed. */
export const organisations: Chapter = {
  paths: {
    "/organisations.json": reads(
      "listOrganisations",
      "organisations",
      "The organisations by name, fifty a page",
      json(object({ organisations: list(ref("ListedOrganisation")), next })),
      {
        parameters: [asked("search", "Words of the name, or their beginnings.", text()), after],
        always: true,
        limited: true,
        description: "Counted by network when it is searched.",
      },
    ),
    "/organisations/{slug}.json": reads(
      "readOrganisation",
      "organisations",
      "An organisation with what it proved, wrote and signed",
      json(ref("Organisation")),
      { parameters: [slug], hidden: true },
    ),
    "/organisations/{slug}/feed.atom": reads(
      "followOrganisation",
      "feeds",
      "The letters that an organisation published and signed",
      atom,
      { parameters: [slug], hidden: true },
    ),
  },
  schemas: {
    ListedOrganisation: object({
      slug: text(),
      url: address("Its page."),
      data: address("Everything public about it, as JSON."),
      name: text(),
      sector: oneOf(sectors),
      country: text("ISO 3166-1, two letters."),
      logo: orNull(address()),
    }),
    Organisation: object({
      slug: text(),
      url: address(),
      name: text(),
      sector: oneOf(sectors),
      country: text("ISO 3166-1, two letters."),
      website: text("May be empty."),
      registration: text("Its number in the register of its country; may be empty."),
      about: text(),
      logo: orNull(address()),
      domains: list(object({ domain: text(), provedAt: moment() }), "Domains that it proved to be its own."),
      letters: list(letter, "Published in its name, the newest twenty."),
      signed: list(
        object({
          ...letter.properties,
          level: orNull(oneOf(["mailed", "domain", "countersigned", "federated"])),
          signedAt: moment(),
        }),
        "The twenty it signed last.",
      ),
    }),
  },
};
