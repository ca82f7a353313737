import type { z } from "zod";
import type { Translate } from "#app/languages/translate.ts";

/** Reads an object by a schema; a field that is unknown or of another kind is named, as is what must be there. */
export function apiFields<Schema extends z.ZodType>(
  t: Translate,
  schema: Schema,
  json: Record<string, unknown>,
): { ok: true; value: z.output<Schema> } | { ok: false; fields: Record<string, string> } {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const names = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])],
  );
  return { ok: false, fields: Object.fromEntries(names.map((name) => [name, t("api.field.unknown")])) };
}
