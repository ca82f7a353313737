import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

type Signed = { name: string; organisation: string; title: string };

/** To an owner: somebody signed in the organisation's name, or as a person who says that they belong to it. */
export const signedForMessage = (
  language: Language,
  kind: "organisation" | "claim",
  values: Signed,
  claims: string,
) =>
  compose(
    language,
    kind === "organisation" ? "signed-for-organisation" : "claimed-organisation",
    `mail.signedFor.${kind}.subject`,
    [`mail.signedFor.${kind}.text`, { link: claims }],
    values,
  );

/** To a second officer: please approve this signature. */
export const countersignMessage = (language: Language, values: Signed, link: string) =>
  compose(
    language,
    "countersign",
    "mail.countersign.subject",
    ["mail.countersign.text", { link }, "mail.countersign.ignore"],
    values,
  );

/** To who signed for an organisation: one of its owners has withdrawn the signature. */
export const withdrawnByOwnerMessage = (language: Language, values: Signed, letter: string) =>
  compose(
    language,
    "signature-withdrawn-by-owner",
    "mail.withdrawnByOwner.subject",
    ["mail.withdrawnByOwner.text", { link: letter }],
    values,
  );

/** To a signatory: the organisation says that they do not belong to it. */
export const claimRefusedMessage = (language: Language, values: Signed, letter: string) =>
  compose(
    language,
    "claim-refused",
    "mail.claimRefused.subject",
    ["mail.claimRefused.text", { link: letter }],
    values,
  );
