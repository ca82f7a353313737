import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

export const passkeyAddedMessage = (language: Language, name: string, settings: string) =>
  compose(
    language,
    "passkey-added",
    "mail.passkeyAdded.subject",
    ["mail.passkeyAdded.text", "mail.passkeys.not", { link: settings }],
    { name },
  );

export const passkeyRemovedMessage = (language: Language, name: string, settings: string) =>
  compose(
    language,
    "passkey-removed",
    "mail.passkeyRemoved.subject",
    ["mail.passkeyRemoved.text", "mail.passkeys.not", { link: settings }],
    { name },
  );

export const passkeysForgottenMessage = (language: Language, settings: string) =>
  compose(
    language,
    "passkeys-forgotten",
    "mail.passkeysForgotten.subject",
    ["mail.passkeysForgotten.text", { link: settings }],
    {},
  );

export const recoveryCodeUsedMessage = (language: Language, left: number, settings: string) =>
  compose(
    language,
    "recovery-code-used",
    "mail.recoveryCodeUsed.subject",
    ["mail.recoveryCodeUsed.text", "mail.recoveryCodeUsed.left", "mail.passkeys.not", { link: settings }],
    { count: left },
  );
