import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

/** The link to all that is held about the address it goes to. */
export const myDataMessage = (language: Language, link: string) =>
  compose(language, "my-data", "mail.myData.subject", ["mail.myData.text", { link }, "mail.myData.ignore"]);
