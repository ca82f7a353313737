import { z } from "zod";
import type { Translate } from "#app/languages/translate.ts";
import { readLetterInput } from "#app/letters/letter-input.server.ts";
import { apiFields } from "./api-fields.ts";
import { saidFields } from "./api-error.ts";

const Sent = z.strictObject({
  title: z.string(),
  summary: z.string().optional(),
  addressees: z.array(z.string().regex(/^[^\n]*$/)).optional(),
  authorKind: z.string().optional(),
  authorName: z.string().optional(),
  language: z.string().optional(),
  closesOn: z.string().nullable().optional(),
  text: z.string().optional(),
  document: z.record(z.string(), z.unknown()).optional(),
});

/**
 * A draft as a program sends it, read by what reads the editing form: the same limits, the same messages.
 * @returns what is to be saved, or what is wrong by field
 */
export function readSentDraft(t: Translate, json: Record<string, unknown>) {
  const sent = apiFields(t, Sent, json);
  if (!sent.ok) return sent;
  const { addressees, closesOn, document, ...lines } = sent.value;
  const texts = [lines.text, document].filter((given) => given !== undefined);
  // One of both: nobody empties a letter by leaving its text out.
  if (texts.length !== 1) return { ok: false as const, fields: { text: t("api.field.unknown") } };
  const values = {
    ...Object.fromEntries(
      Object.entries(lines).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    ...(addressees ? { addressees: addressees.join("\n") } : {}),
    closesOn: closesOn ?? "",
    ...(document ? { document: JSON.stringify(document) } : {}),
  } as Record<string, string>;
  const input = readLetterInput(values);
  if (!input.ok) return { ok: false as const, fields: saidFields(t, input.state.errors, input.state.told) };
  return { ok: true as const, value: { fields: input.fields, document: input.document } };
}
