import type { z } from "zod";
import type { Phrase } from "#app/languages/translate.ts";

/** What a form shows again after a refusal: what was typed and, for each field, what is wrong with it. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, Phrase>;
  /** Something that is wrong with no single field. */
  formError?: Phrase;
  /** What stands in the placeholders of the errors: days, names. */
  told?: Record<string, string>;
};

/** Names of fields that are never sent back to the browser. */
const secret = /password/i;

/** The text fields of a form as they were typed. Files and repeated names do not belong here. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    // PostgreSQL stores no NUL; the server refuses it in ordinary forms, this is for multipart ones.
    if (typeof value === "string") values[name] = value.replaceAll("\0", "").replaceAll("\r\n", "\n");
  }
  return values;
}

/** A form state with what was typed (never passwords) and the errors given. */
export function refusedForm(
  values: Record<string, string>,
  errors: Record<string, Phrase>,
  formError?: Phrase,
  told?: Record<string, string>,
): FormState {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
  return { values: kept, errors, formError, told };
}

/**
 * Parses typed values by a schema whose messages are phrases.
 * @returns the parsed value, or the state to show the form again with, one error a field
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  values: Record<string, string>,
): { ok: true; value: z.output<Schema> } | { ok: false; state: FormState } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, Phrase> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message as Phrase;
  return { ok: false, state: refusedForm(values, errors) };
}
