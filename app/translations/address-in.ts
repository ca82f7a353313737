import type { Language } from "#app/languages/language.ts";

/** Where a page of a letter is read in a language; the original has the plain address. */
export const addressIn = (page: string, original: Language, language: Language): string =>
  language === original ? page : `${page}?in=${language}`;
