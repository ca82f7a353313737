import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { readTranslatedLetter } from "#app/translations/read-translations.server.ts";
import { saveTranslation } from "#app/translations/save-translation.server.ts";
import { paragraph } from "../made-up.ts";

/** Saves a translation, by default as one that says what the original says now. */
export async function translate(
  account: Account,
  slug: string,
  wish: { language?: Language; title?: string; text?: string; declared?: boolean } = {},
): Promise<number> {
  const {
    language = "fr",
    title = "Une lettre",
    text = "Nous voulons des règles lisibles.",
    declared = true,
  } = wish;
  const letter = await readTranslatedLetter(slug, account.id);
  if (!letter) throw new Error(`${account.email} does not write ${slug}`);
  const revision = letter.translations.find((each) => each.language === language)?.revision ?? 0;
  const written = { title, document: text === "" ? { type: "doc" } : paragraph(text) };
  const original = declared ? letter.sha256 : null;
  const saved = await saveTranslation(slug, account.id, language, revision, written, original);
  if (saved.outcome !== "saved") throw new Error(`not saved: ${saved.outcome}`);
  return saved.revision;
}
