import { randomUUID } from "node:crypto";

/** What most forms take as filled in: a form that cannot be read is refused whoever sends it. */
export const filled = {
  ...{ title: "Taken", text: "Taken.", body: "Taken.", name: "Taken", reason: "Taken.", office: "Taken" },
  ...{ addressees: "The minister", addressee: "The minister", authorName: "Taken", day: "2026-01-15" },
  ...{
    key: randomUUID(),
    revision: "1",
    basedOn: "1",
    original: "0".repeat(64),
    quote: "trois administrations",
  },
};
