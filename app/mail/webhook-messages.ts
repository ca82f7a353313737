import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

/** Tells who added a webhook that it was switched off. @param url where it was delivered to @param page where it is switched on again */
export const webhookDisabledMessage = (language: Language, url: string, page: string) =>
  compose(
    language,
    "webhook-disabled",
    "mail.webhookDisabled.subject",
    ["mail.webhookDisabled.text", { text: url }, "mail.webhookDisabled.again", { link: page }],
    {},
  );
