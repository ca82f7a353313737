import { z } from "zod";
import { isDay } from "#app/languages/calendar-day.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { isLanguage } from "#app/languages/language.ts";
import { isTextSlug, isWebAddress } from "./import-text.ts";
import { oneLine } from "./parsed-provision.ts";

const phrase = (key: Phrase) => key;

/** The fields of the form that a text is imported by; what is empty is taken from the file. */
export const ImportFields = z.object({
  slug: z
    .string()
    .default("")
    .transform((slug) => slug.trim())
    .refine(isTextSlug, phrase("doctrineImport.slug.wrong")),
  revision: z.string().default("").refine(isDay, phrase("doctrineImport.revision.wrong")),
  title: z
    .string()
    .default("")
    .transform(oneLine)
    .pipe(z.string().max(300, phrase("form.tooLong"))),
  language: z
    .string()
    .default("")
    .transform((language) => (isLanguage(language) ? language : undefined)),
  source: z
    .string()
    .default("")
    .transform((source) => source.trim())
    .refine((source) => source === "" || isWebAddress(source), phrase("doctrineImport.source.wrong")),
});
