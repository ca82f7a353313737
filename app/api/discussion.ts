import { stances } from "#app/discussion/comment.ts";
import { letterSlug } from "./letters.ts";
import { provisionName, textSlug } from "./doctrine.ts";
import {
  address,
  after,
  type Chapter,
  count,
  day,
  json,
  list,
  moment,
  next,
  object,
  oneOf,
  orNull,
  reads,
  ref,
  type Schema,
  text,
  yes,
} from "./schema.ts";

/** A comment as every list of comments gives it. */
export const comment: Record<string, Schema> = {
  id: count(),
  parent: orNull(count("The comment that it answers.")),
  url: address(),
  author: text(
    "As the account shows it; empty when account or comment was deleted, or moderation hid the comment.",
  ),
  stance: oneOf([...stances, ""], "Empty when it was deleted."),
  body: text(
    "Markdown as it was typed, with words in the place of what moderators hid of it; empty when it was deleted or hidden.",
  ),
  agree: count(),
  disagree: count(),
  created_at: moment(),
  edited_at: { anyOf: [moment(), { type: "string", const: "" }] },
  deleted: yes("It keeps its place, without words."),
  official: yes("Whether it is the answer of an official."),
  official_of: text("In whose name; empty for a person."),
  quote: text("The passage that an annotation is about."),
  quote_revision: { anyOf: [day("The revision that it was read in."), { type: "string", const: "" }] },
  hidden: text("The reason for which moderation hid it, as /moderation/reasons names them; else empty."),
};

const page = json(
  object({ about: address(), comments: list(ref("Comment"), "In the order of time."), next }),
);

/** What is said of letters and provisions. */
export const discussion: Chapter = {
  paths: {
    "/letters/{slug}/discussion.json": reads(
      "listLetterComments",
      "discussion",
      "What is said of a letter, a hundred comments a page",
      page,
      { parameters: [letterSlug, after], hidden: true },
    ),
    "/doctrine/{slug}/{provision}/discussion.json": reads(
      "listProvisionComments",
      "discussion",
      "What is said of a provision, a hundred comments a page",
      page,
      { parameters: [textSlug, provisionName, after] },
    ),
  },
  schemas: { Comment: object(comment) },
};
