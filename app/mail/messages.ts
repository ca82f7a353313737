import type { Language } from "#app/languages/language.ts";
import { formatNumber, type Phrase, translator } from "#app/languages/translate.ts";
import type { MemberRole } from "#app/organisations/organisation.ts";
import type { Message } from "./queue-mail.server.ts";

type Values = Record<string, string | number>;

/** One paragraph a phrase; the signature line comes last. A link stands alone on its line. */
export function compose(
  language: Language,
  kind: string,
  subject: Phrase,
  paragraphs: (Phrase | { link: string })[],
  values: Values = {},
): Message {
  const t = translator(language);
  const body = paragraphs.map((part) => (typeof part === "string" ? t(part, values) : part.link));
  return { kind, subject: t(subject, values), body: [...body, t("mail.closing")].join("\n\n") + "\n" };
}

export const joinMessage = (language: Language, name: string, link: string) =>
  compose(language, "join", "mail.join.subject", ["mail.join.text", { link }, "mail.join.ignore"], { name });

export const alreadyJoinedMessage = (language: Language, logIn: string, forgotten: string) =>
  compose(language, "already-joined", "mail.joined.subject", [
    "mail.joined.text",
    { link: logIn },
    "mail.joined.forgotten",
    { link: forgotten },
    "mail.ignore",
  ]);

export const resetPasswordMessage = (language: Language, link: string) =>
  compose(language, "reset-password", "mail.reset.subject", ["mail.reset.text", { link }, "mail.ignore"]);

export const passwordChangedMessage = (language: Language, forgotten: string) =>
  compose(language, "password-changed", "mail.passwordChanged.subject", [
    "mail.passwordChanged.text",
    { link: forgotten },
  ]);

export const changeAddressMessage = (language: Language, link: string) =>
  compose(language, "change-address", "mail.changeAddress.subject", [
    "mail.changeAddress.text",
    { link },
    "mail.ignore",
  ]);

export const addressTakenMessage = (language: Language, logIn: string) =>
  compose(language, "address-taken", "mail.addressTaken.subject", [
    "mail.addressTaken.text",
    { link: logIn },
    "mail.ignore",
  ]);

export const addressChangesMessage = (language: Language, settings: string) =>
  compose(language, "address-changes", "mail.addressChanges.subject", [
    "mail.addressChanges.text",
    { link: settings },
  ]);

export const invitationMessage = (
  language: Language,
  values: { inviter: string; organisation: string },
  role: MemberRole,
  link: string,
) =>
  compose(
    language,
    "invitation",
    "mail.invitation.subject",
    ["mail.invitation.text", `mail.invitation.${role}`, { link }, "mail.invitation.ignore"],
    values,
  );

export const confirmSignatureMessage = (
  language: Language,
  values: { name: string; title: string; version: number },
  link: string,
) =>
  compose(
    language,
    "confirm-signature",
    "mail.confirm.subject",
    ["mail.confirm.text", { link }, "mail.confirm.ignore"],
    values,
  );

export const alreadySignedMessage = (
  language: Language,
  values: { name: string; title: string; version: number },
  link: string,
) =>
  compose(
    language,
    "already-signed",
    "mail.signedAlready.subject",
    ["mail.signedAlready.text", { link }],
    values,
  );

export const signatureReceiptMessage = (
  language: Language,
  values: { name: string; title: string; version: number; sha256: string; others: number },
  letter: string,
  link: string,
) =>
  compose(
    language,
    "signature-receipt",
    "mail.receipt.subject",
    ["mail.receipt.text", { link: letter }, "mail.receipt.withdraw", { link }],
    {
      ...values,
      others: formatNumber(language, values.others),
    },
  );

export const withdrawnMessage = (
  language: Language,
  values: { name: string; title: string },
  letter: string,
) =>
  compose(
    language,
    "signature-withdrawn",
    "mail.withdrawn.subject",
    ["mail.withdrawn.text", { link: letter }],
    values,
  );
