import { provisionChanges, provisionKinds } from "#app/doctrine/provision.ts";
import {
  address,
  asked,
  atom,
  type Chapter,
  count,
  day,
  json,
  language,
  list,
  moment,
  named,
  object,
  oneOf,
  orNull,
  reads,
  ref,
  text,
} from "./schema.ts";

export const textSlug = named("slug", "The text's name in its address.", "informatique-en-nuage-de-l-etat");
export const provisionName = named("provision", "The provision's name in its address.", "9");
const revision = asked("revision", "The day of a revision; without it the newest.", day());

const annotations = "application/ld+json";
const named_ = object({ kind: oneOf(provisionKinds), number: text(), title: text(), address: text() });
const selectors = list({
  anyOf: [
    object({
      type: { type: "string", const: "TextQuoteSelector" },
      exact: text(),
      prefix: text(),
      suffix: text(),
    }),
    object({ type: { type: "string", const: "TextPositionSelector" }, start: count(), end: count() }),
  ],
});
const pageFields = {
  id: address(),
  type: text(),
  partOf: address(),
  items: list({ anyOf: [ref("Annotation"), address()] }),
};
const page = object(pageFields, { next: address() });

export const decision = oneOf(["accepted", "partly-accepted", "rejected", "noted"]);

/** Official texts, their provisions and annotations. */
export const doctrine: Chapter = {
  paths: {
    "/doctrine.json": reads(
      "listTexts",
      "doctrine",
      "Every official text, the one that changed last first",
      json(object({ texts: list(ref("ListedText")) })),
      { always: true },
    ),
    "/doctrine/{slug}.json": reads("readText", "doctrine", "A revision of a text, whole", json(ref("Text")), {
      description: "A revision never changes.",
      parameters: [textSlug, revision],
    }),
    "/doctrine/{slug}/{provision}.json": reads(
      "readProvision",
      "doctrine",
      "A provision with its history and what answers it",
      json(ref("Provision")),
      { parameters: [textSlug, provisionName, revision] },
    ),
    "/doctrine/find": reads(
      "findProvisions",
      "doctrine",
      "Up to eight provisions, by number first, then by words",
      json(
        object({
          provisions: list(
            object({
              ...{ text: text(), textTitle: text(), language, provision: text(), revision: day() },
              ...{ label: text(), title: text(), beginning: text() },
            }),
          ),
        }),
      ),
      {
        parameters: [
          asked("q", "A number or words.", text(), "règle 9"),
          asked("language", "Of `label`.", { ...language, default: "fr" }),
        ],
        always: true,
        limited: true,
      },
    ),
    "/doctrine/{slug}/feed.atom": reads(
      "followText",
      "feeds",
      "Revisions of a text, letters that cite it, dispositions",
      atom,
      { parameters: [textSlug] },
    ),
    "/doctrine/{slug}/annotations/": reads(
      "listAnnotations",
      "annotations",
      "A text's annotations: a container of the Web Annotation Protocol, a hundred a page",
      {
        [annotations]: {
          anyOf: [
            object(
              { "@context": list(text()), id: address(), type: list(text()), label: text(), total: count() },
              { first: { anyOf: [page, address()] } },
            ),
            object({ "@context": text(), ...pageFields }, { next: address() }),
          ],
        },
      },
      { parameters: [textSlug, asked("after", "The last annotation of the page before.", count())] },
    ),
    "/doctrine/{slug}/annotations/{annotation}": reads(
      "readAnnotation",
      "annotations",
      "One annotation",
      { [annotations]: ref("Annotation") },
      { parameters: [textSlug, named("annotation", "Its number.", 1)] },
    ),
  },
  schemas: {
    ListedText: object({
      slug: text(),
      url: address("Its page."),
      data: address("Its newest revision, as JSON."),
      title: text(),
      language,
      revision: day("Of its newest revision."),
      revisions: count(),
      provisions: count("That have nothing below them."),
      comments: count(),
      letters: count("Whose current version cites it."),
    }),
    Text: object({
      title: text("As this revision calls it."),
      revision: day(),
      url: address("The page that shows this revision for good."),
      language,
      source: text("Where the official text stands; may be empty."),
      revisions: list(day(), "The newest first."),
      provisions: list(ref("ProvisionTree"), "In the order of reading."),
    }),
    ProvisionTree: object({
      number: text('"L100-1", "9", "19.6"; empty for a heading without one.'),
      kind: oneOf(provisionKinds),
      title: text(),
      text: text("Its own text, one paragraph a line."),
      children: list(ref("ProvisionTree")),
    }),
    Provision: object({
      url: address(),
      doctrine: address("Its text's page."),
      revision: day(),
      number: text(),
      kind: oneOf(provisionKinds),
      title: text(),
      text: text(),
      references: list({ type: "object" }, "What its text points at."),
      ancestors: list(named_, "From the widest."),
      children: list(named_),
      history: list(
        object({
          revision: day(),
          change: oneOf(provisionChanges),
          kind: oneOf(provisionKinds),
          number: text(),
          title: text(),
        }),
        "The newest first.",
      ),
      citations: object({
        letterCount: count(),
        organisationCount: count(),
        letters: list(object({ url: address(), title: text(), author: text(), revision: day() })),
      }),
      comments: count(),
      discussion: address(),
      annotations: address(),
      officialAnswers: count(),
      disposition: orNull(
        object({
          decision,
          reasons: text(),
          revision: day(),
          by: orNull(text()),
          organisation: orNull(text()),
          madeAt: moment(),
        }),
      ),
    }),
    Annotation: object(
      {
        id: address(),
        type: { type: "string", const: "Annotation" },
        motivation: text(),
        created: moment(),
        body: list(object({ type: text(), purpose: text(), format: text(), value: text() })),
        target: object({
          type: text(),
          source: address(),
          selector: selectors,
          state: object({ type: text(), sourceDate: moment() }),
        }),
        via: address("The comment's page, which tells what became of the passage since."),
        "@context": text(),
      },
      { creator: object({ type: text(), name: text() }), modified: moment() },
    ),
  },
};
