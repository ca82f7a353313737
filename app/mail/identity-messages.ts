import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

export const identityLinkedMessage = (language: Language, provider: string, settings: string) =>
  compose(
    language,
    "identity-linked",
    "mail.identityLinked.subject",
    ["mail.identityLinked.text", { link: settings }, "mail.identityLinked.warning"],
    { provider },
  );

export const identityUnlinkedMessage = (language: Language, provider: string, settings: string) =>
  compose(
    language,
    "identity-unlinked",
    "mail.identityUnlinked.subject",
    ["mail.identityUnlinked.text", { link: settings }],
    { provider },
  );

export const federatedMandateMessage = (
  language: Language,
  values: { name: string; organisation: string; provider: string },
  members: string,
) =>
  compose(
    language,
    "federated-mandate",
    "mail.federatedMandate.subject",
    ["mail.federatedMandate.text", { link: members }],
    values,
  );
