import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

export const webhookDisabledMessage = (language: Language, url: string, page: string) =>
  compose(
    language,
    "webhook-disabled",
    "mail.webhookDisabled.subject",
    ["mail.webhookDisabled.text", { text: url }, "mail.webhookDisabled.again", { link: page }],
    {},
  );
