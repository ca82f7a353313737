import type { z } from "zod";
import type { Phrase } from "#app/languages/translate.ts";
import { parseForm, refusedForm, type FormState } from "#app/requests/form.ts";
import { type DocumentFault, type DocumentNode, longestDocument, parseDocument } from "./document.ts";
import { LetterFields, RevisionFields } from "./letter.ts";
import { markdownToDocument } from "./markdown.ts";
import { TranslationFields } from "#app/translations/translation.ts";

const faults: Record<DocumentFault, Phrase> = {
  "unknown-node": "draft.text.unknown",
  "too-long": "draft.text.tooLong",
  "too-deep": "draft.text.unknown",
  "bad-link": "draft.text.badLink",
  "bad-image": "draft.text.badImage",
  "image-without-description": "draft.text.noDescription",
  "bad-citation": "citation.wrong",
  "too-many-citations": "citation.many",
};

/**
 * Reads what the form of a draft sends: its fields, and its text either as the editor's JSON (`document`) or as
 * Markdown (`text`).
 * @returns the parsed letter, or the form's state with what was typed
 */
export function readLetterInput(values: Record<string, string>): Input<LetterFields> {
  return readInput(LetterFields, values);
}

/** The same of the form of a next version. */
export function readRevisionInput(values: Record<string, string>): Input<RevisionFields> {
  return readInput(RevisionFields, values);
}

/** The same of the form of a translation. */
export function readTranslationInput(values: Record<string, string>): Input<{ title: string }> {
  return readInput(TranslationFields, values);
}

type Input<Fields> = { ok: true; fields: Fields; document: DocumentNode } | { ok: false; state: FormState };

function readInput<Fields>(schema: z.ZodType<Fields>, values: Record<string, string>): Input<Fields> {
  const parsed = parseForm(schema, values);
  const text = readText(values);
  if (parsed.ok && text.ok) return { ok: true, fields: parsed.value, document: text.document };
  const errors = {
    ...(parsed.ok ? {} : parsed.state.errors),
    ...(text.ok ? {} : { text: faults[text.fault] }),
  };
  return { ok: false, state: refusedForm(values, errors) };
}

function readText(values: Record<string, string>): ReturnType<typeof parseDocument> {
  if (!values.document) {
    const markdown = values.text ?? "";
    return markdown.length > longestDocument
      ? { ok: false, fault: "too-long" }
      : parseDocument(markdownToDocument(markdown));
  }
  let json: unknown;
  try {
    json = JSON.parse(values.document);
  } catch {
    return { ok: false, fault: "unknown-node" };
  }
  return parseDocument(json);
}
