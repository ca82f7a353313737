import { type FormState, parseForm } from "#app/requests/form.ts";
import { LetterFields } from "./letter.ts";

/**
 * Reads what the form of a draft sends that is edited live: its fields, and in `update`, as base64, what the page could
 * not send over its connection.
 */
export function readLiveInput(
  values: Record<string, string>,
): { update: Uint8Array | null } & ({ fields: LetterFields } | { fields: null; state: FormState }) {
  const update = values.update ? Buffer.from(values.update, "base64") : null;
  const parsed = parseForm(LetterFields, values);
  return parsed.ok ? { update, fields: parsed.value } : { update, fields: null, state: parsed.state };
}
