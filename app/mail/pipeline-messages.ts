import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";
import type { Message } from "./queue-mail.server.ts";

/** Tells somebody that their comment, which was held back, is seen now. @param title what it was said about */
export const heldReleasedMessage = (language: Language, title: string, link: string): Message =>
  compose(language, "held-released", "mail.held.released.subject", ["mail.held.released", { link }], {
    title,
  });
