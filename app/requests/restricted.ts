import { formatMoment } from "#app/languages/translate.ts";
import type { Language } from "#app/languages/language.ts";
import { refusedForm } from "./form.ts";

/** The form again, for an account that moderation paused until a moment, or barred (null). */
export function refusedRestricted(values: Record<string, string>, language: Language, until: Date | null) {
  if (until === null) return refusedForm(values, {}, "moderation.barred");
  return refusedForm(values, {}, "moderation.paused", { until: formatMoment(language, until) });
}
