import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { compose } from "./compose.ts";

const disabled = (why: Phrase) => (language: Language, url: string, page: string) =>
  compose(
    language,
    "webhook-disabled",
    "mail.webhookDisabled.subject",
    [why, { text: url }, "mail.webhookDisabled.again", { link: page }],
    {},
  );

/**
 * Tells who added a webhook that it was switched off, since nothing could be delivered for five days.
 * @param url where it was delivered to
 * @param page where it is switched on again
 */
export const webhookDisabledMessage = disabled("mail.webhookDisabled.text");

/** The same, since its receiver answered 410. */
export const webhookGoneMessage = disabled("mail.webhookDisabled.gone");
