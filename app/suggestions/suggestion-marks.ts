import {
  type AnyExtension,
  Extension,
  type Extensions,
  getExtensionField,
  getSchema,
  Mark,
} from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { documentExtensions } from "#app/letters/document-extensions.ts";
import { nodeSuggestions } from "./suggestion.ts";

const who = () => ({ id: { default: "" }, account: { default: 0 }, at: { default: "" } });
// No `parseHTML`: what is pasted from elsewhere is no suggestion.
const nowhere = { parseHTML: () => null };

const Insertion = Mark.create({
  name: "insertion",
  inclusive: false,
  addAttributes: who,
  renderHTML: ({ mark }) => ["ins", { class: "suggested", "data-suggestion": mark.attrs.id as string }, 0],
});

const Deletion = Mark.create({
  name: "deletion",
  inclusive: false,
  addAttributes: who,
  renderHTML: ({ mark }) => ["del", { class: "suggested", "data-suggestion": mark.attrs.id as string }, 0],
});

/** Text whose form is to change: it shows the new one; `was` is the JSON of the marks that it has until then. */
const Formatting = Mark.create({
  name: "formatting",
  inclusive: false,
  addAttributes: () => ({ ...who(), was: { default: "[]" } }),
  renderHTML: ({ mark }) => [
    "span",
    { class: "suggested-form", "data-suggestion": mark.attrs.id as string },
    0,
  ],
});

// Code lets no other mark in, which would let a suggestion about it pass for decided.
function open(extension: AnyExtension): AnyExtension {
  if (extension.name === "code")
    return (extension as Mark).extend({ excludes: "code bold italic strike link" });
  if (extension.name === "codeBlock") return extension.extend({ marks: "insertion deletion" });
  return extension;
}

/** The extensions that a kit consists of. */
function partsOf(kit: AnyExtension): Extensions {
  const context = { name: kit.name, options: kit.options as unknown, storage: kit.storage as unknown };
  return getExtensionField<() => Extensions>(kit, "addExtensions", context)();
}

// The starter kit is taken apart; its own undo would take back what others write.
const parts = documentExtensions
  .flatMap((extension) => (extension.name === "starterKit" ? partsOf(extension) : extension))
  .filter(({ name }) => name !== "undoRedo")
  .map(open);

/** Yjs keeps no marks on nodes, so a node that is to come or to go says so in an attribute. */
const SuggestedNodes = Extension.create({
  name: "suggestedNodes",
  addGlobalAttributes: () => [
    {
      types: parts
        .filter(({ type, name }) => type === "node" && !/^(doc|text)$/.test(name))
        .map(({ name }) => name),
      attributes: Object.fromEntries(
        nodeSuggestions.map((name) => [
          name,
          {
            default: null,
            ...nowhere,
            renderHTML: (attributes: Record<string, unknown>) =>
              attributes[name] ? { [`data-${name}`]: "true" } : {},
          },
        ]),
      ),
    },
  ],
});

/** What a draft is made of while it is written together: a letter, and what is proposed for it. */
export const draftExtensions: Extensions = [...parts, Insertion, Deletion, Formatting, SuggestedNodes];

export const draftSchema: Schema = getSchema(draftExtensions);
