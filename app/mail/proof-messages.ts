import type { Language } from "#app/languages/language.ts";
import { formatDay } from "#app/languages/translate.ts";
import { compose } from "./compose.ts";

export const proveAddressMessage = (
  language: Language,
  values: { name: string; organisation: string },
  link: string,
) =>
  compose(
    language,
    "prove-address",
    "mail.proveAddress.subject",
    ["mail.proveAddress.text", { link }, "mail.proveAddress.ignore"],
    values,
  );

export const mandateGrantedMessage = (
  language: Language,
  values: { name: string; organisation: string; domain: string },
  link: string,
) =>
  compose(
    language,
    "mandate-granted",
    "mail.mandateGranted.subject",
    ["mail.mandateGranted.text", { link }],
    values,
  );

/** @param lapsesAt until when the proof holds although it is not found */
export const domainFailingMessage = (
  language: Language,
  values: { organisation: string; domain: string },
  lapsesAt: Date,
  link: string,
) =>
  compose(
    language,
    "domain-failing",
    "mail.domainFailing.subject",
    ["mail.domainFailing.text", "mail.domainFailing.grace", { link }],
    { ...values, day: formatDay(language, lapsesAt) },
  );

export const domainLapsedMessage = (
  language: Language,
  values: { organisation: string; domain: string },
  link: string,
) =>
  compose(
    language,
    "domain-lapsed",
    "mail.domainLapsed.subject",
    ["mail.domainLapsed.text", "mail.domainLapsed.signatures", { link }],
    values,
  );

export const organisationsMergedMessage = (
  language: Language,
  values: { kept: string; gone: string },
  link: string,
) =>
  compose(
    language,
    "organisations-merged",
    "mail.organisationsMerged.subject",
    ["mail.organisationsMerged.text", { link }],
    values,
  );
