import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

export const tokenMadeMessage = (language: Language, name: string, settings: string) =>
  compose(
    language,
    "token-made",
    "mail.tokenMade.subject",
    ["mail.tokenMade.text", "mail.tokenMade.not", { link: settings }],
    { name },
  );
