import { sorts } from "#app/letters/letter.ts";
import {
  address,
  after,
  asked,
  atom,
  type Chapter,
  count,
  day,
  hash,
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
  yes,
} from "./schema.ts";

export const letterSlug = named(
  "slug",
  "The letter's name in its address.",
  "pour-un-cloud-de-confiance-verifiable",
);

const author = object({ kind: oneOf(["person", "organisation"]), name: text() });
const signed = object({
  title: text(),
  language,
  document: ref("Document"),
  translations: list(object({ title: text(), language, document: ref("Document") })),
});
const versionName = object({ number: count(), sha256: hash, publishedAt: moment(), url: address() });

/** Letters, their versions and the feeds of both. */
export const letters: Chapter = {
  paths: {
    "/letters.json": reads(
      "listLetters",
      "letters",
      "The published letters, twenty a page",
      json(object({ letters: list(ref("ListedLetter")), next })),
      {
        parameters: [
          asked("sort", "In which order. `closing-soon` has those alone that are open and have a last day.", {
            ...oneOf(sorts),
            default: "newest",
          }),
          after,
        ],
        always: true,
      },
    ),
    "/letters/{slug}.json": reads(
      "readLetter",
      "letters",
      "A letter in its current version",
      json(ref("Letter")),
      {
        parameters: [letterSlug],
        hidden: true,
      },
    ),
    "/letters/{slug}/versions/{number}.json": reads(
      "readVersion",
      "letters",
      "What was signed, whole, with its hash",
      json(
        object({
          letter: address(),
          number: count(),
          publishedAt: moment(),
          reason: text("Why it was made; empty for the first."),
          signed,
          sha256: hash,
        }),
      ),
      {
        description:
          "`sha256` is that of the UTF-8 bytes of `signed` in the form of RFC 8785. A version never changes.",
        parameters: [letterSlug, named("number", "The version's number.", 1)],
        hidden: true,
      },
    ),
    "/letters/{slug}/feed.atom": reads(
      "followLetter",
      "feeds",
      "What happens to a letter, the newest fifty",
      atom,
      {
        parameters: [letterSlug],
        hidden: true,
      },
    ),
    "/feed.atom": reads("followLetters", "feeds", "The twenty newest letters", atom, { always: true }),
  },
  schemas: {
    Document: object(
      { type: { type: "string", const: "doc" } },
      { content: list({ type: "object" }), attrs: { type: "object" } },
    ),
    ListedLetter: object({
      slug: text(),
      url: address("Its page."),
      data: address("Everything public about it, as JSON."),
      open: yes("Whether it can be signed now."),
      language,
      title: text(),
      summary: text("May be empty."),
      author: text(),
      addressees: list(text()),
      publishedAt: moment(),
      closesOn: orNull(day("The last day to sign.")),
      signatures: object({
        confirmed: count("By mail, organisations too."),
        organisations: count("Of them, organisations with a proved mandate."),
        imported: count("Taken over from elsewhere, unverified."),
      }),
      comments: count(),
    }),
    Letter: object({
      url: address(),
      slug: text("It never changes."),
      state: oneOf(["open", "closed", "archived"]),
      language,
      title: text(),
      summary: text("May be empty."),
      author,
      addressees: list(text()),
      publishedAt: moment(),
      closesOn: orNull(day()),
      closedAt: orNull(moment()),
      version: versionName,
      versions: list(
        object({ number: count(), sha256: hash, publishedAt: moment(), url: address(), signatures: count() }),
        "The newest first.",
      ),
      document: ref("Document"),
      translations: list(
        object({ language, title: text(), sha256: hash, ofVersion: orNull(count()), url: address() }),
      ),
      citations: list(
        object({ text: text(), provision: text(), revision: day(), label: text(), url: address() }),
      ),
      signatures: object({ confirmed: count(), imported: count(), csv: address() }),
      comments: count(),
      discussion: address(),
      updates: list(
        object({ title: text(), text: text("Markdown."), publishedAt: moment(), url: address() }),
      ),
      deliveries: list(
        object({
          addressee: text(),
          day: day(),
          version: object({ number: count(), sha256: hash, url: address() }),
          signatures: object({
            confirmed: count(),
            onVersion: count(),
            organisations: count(),
            imported: count(),
          }),
          recordedAt: moment(),
        }),
      ),
      replies: list(
        object({
          name: text(),
          office: text(),
          day: day(),
          text: text("Markdown; may be empty when there is an address."),
          address: orNull(address()),
          recordedBy: oneOf(["author", "official"]),
          official: orNull(object({ body: text(), siret: text(), issuer: text() })),
          recordedAt: moment(),
          url: address(),
        }),
      ),
      history: list(
        object(
          {
            event: oneOf([
              ...["published", "version", "update", "reply", "delivered"],
              ...["closed", "reopened", "archived", "unarchived"],
            ]),
            day: day(),
            at: moment(),
            by: oneOf(["author", "official", "clock"]),
          },
          {
            version: count(),
            reason: text(),
            closesOn: orNull(day()),
            url: address(),
            addressee: text(),
            signatures: count(),
          },
        ),
      ),
    }),
  },
};
