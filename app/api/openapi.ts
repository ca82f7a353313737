import { writeOperations } from "#app/tokens/write-operations.ts";
import { consultations } from "./consultations.ts";
import { discussion } from "./discussion.ts";
import { doctrine } from "./doctrine.ts";
import { embeds } from "./embeds.ts";
import { letters } from "./letters.ts";
import { moderation } from "./moderation.ts";
import { organisations } from "./organisations.ts";
import { json, object, reads, type Schema, text } from "./schema.ts";
import { signatures } from "./signatures.ts";
import { webhooks } from "./webhooks.ts";

/** One file of this folder a noun. */
const chapters = [
  letters,
  signatures,
  organisations,
  discussion,
  doctrine,
  consultations,
  moderation,
  embeds,
];

const itself = reads("readDescription", "description", "This description", json({ type: "object" }), {
  always: true,
});

/** Every address of public data, with what it answers. */
export const paths = Object.assign(
  { "/openapi.json": itself },
  ...chapters.map((chapter) => chapter.paths),
) as (typeof letters)["paths"];

const said = object({ error: text("A word that says what is wrong; it stays the same.") });
const problem = { content: { "application/json": { schema: said } } };

/**
 * The description of what programs may ask of Tribune (OpenAPI 3.1).
 * @param origin the address that Tribune is known by
 */
export const openapi = (origin: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Tribune",
    version: "1",
    summary: "Open letters, who signed which text, and the discussion of the rules they answer.",
    description:
      "What has no `security` is public and needs no key. Fields may be added; those that are described stay what they are.",
    license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
  },
  servers: [{ url: origin }],
  paths: { ...paths, ...writeOperations.paths },
  webhooks,
  components: {
    securitySchemes: writeOperations.components.securitySchemes,
    schemas: Object.assign(
      { ...writeOperations.components.schemas },
      ...chapters.map((chapter) => chapter.schemas ?? {}),
    ) as Record<string, Schema>,
    responses: {
      NotModified: { description: "What the tag in If-None-Match names is still what is there." },
      NotFound: {
        description: "There is nothing by that name; drafts are unknown to everybody.",
        ...problem,
      },
      Hidden: { description: "Moderation hid it: `page` tells why.", ...problem },
      Removed: {
        description: "It was removed for a provision of law: `page` names that.",
        ...problem,
      },
      TooOften: {
        description: "Asked too often: Retry-After says in how many seconds to come back.",
        headers: { "Retry-After": { description: "Seconds.", schema: { type: "integer" } } },
        ...problem,
      },
    },
  },
});
