import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

/** Tells an author what became of a letter that was to publish itself. */
export const plannedMessage = (
  language: Language,
  title: string,
  became: "published" | "submitted" | "failed",
  link: string,
) =>
  compose(
    language,
    `planned-${became}`,
    `mail.planned.${became}.subject`,
    [`mail.planned.${became}.text`, { link }],
    { title },
  );
