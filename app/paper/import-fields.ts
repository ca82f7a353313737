import { z } from "zod";
import { isLanguage } from "#app/languages/language.ts";
import { letterLimits, optionalLine } from "#app/letters/letter.ts";

/** The fields of the form that a draft is imported by, beside the file; what is empty is taken from that. */
export const DraftImportFields = z.object({
  title: optionalLine(letterLimits.title),
  language: z
    .string()
    .default("")
    .transform((language) => (isLanguage(language) ? language : undefined)),
});
