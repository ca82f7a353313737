import { z } from "zod";
import { Email, line } from "#app/accounts/account.ts";
import type { Level } from "#app/organisations/mandate.ts";
import type { Sector } from "#app/organisations/organisation.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { optionalLine, prose } from "#app/letters/letter.ts";

export type SignatureState = "pending" | "confirmed" | "withdrawn" | "invalidated";
export const signatureLimits = { name: 160, role: 160, affiliation: 200, statement: 500, distinction: 40 };

export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** The form a signatory fills. `organisation` is what they type as employer: identification only. */
export const SignForm = z.object({
  name: line(signatureLimits.name, "form.name.missing"),
  email: Email,
  role: optionalLine(signatureLimits.role),
  organisation: optionalLine(signatureLimits.affiliation),
  statement: prose(signatureLimits.statement),
  showName: ticked,
  /** The press may quote the statement, under the name; nothing without both. */
  quotable: ticked,
  keepInformed: ticked,
  version: z.coerce
    .number("form.choice.wrong" satisfies Phrase)
    .int()
    .positive()
    .optional(),
});
export type SignForm = z.output<typeof SignForm>;

/** Whether a form permits the press to quote: nothing without a name and without words. */
export const mayBeQuoted = (form: { quotable: boolean; showName: boolean; statement: string }): boolean =>
  form.quotable && form.showName && form.statement !== "";

/** The word that tells two people of one name apart; empty takes it away. */
export const DistinctionForm = z.object({ distinction: optionalLine(signatureLimits.distinction) });

/** A signature as everybody may see it. A name that is not shown is null, with all that would tell it. */
export type PublicSignature = {
  id: number;
  number: number | null;
  kind: "person" | "organisation";
  name: string | null;
  /** A word that tells two people of one name apart. */
  distinction: string;
  role: string;
  /** Who signed for an organisation, if they agreed to be named. */
  representedBy: string;
  affiliation: string;
  statement: string;
  website: string;
  country: string;
  version: number;
  imported: boolean;
  signedAt: Date;
  /** How well it is proved that it binds the organisation; null for people who name none of ours. */
  level: Level | null;
  /** The domain or the issuer that proves it. */
  evidence: string;
  provedAt: Date | null;
  organisationSlug: string | null;
  /** SHA-256 of the organisation's logo. */
  logo: string | null;
  sector: Sector | null;
  /** Shown first by the author's choice. */
  pinned?: boolean;
};
