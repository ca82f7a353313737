import { z } from "zod";
import { Email, line } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { countryCodes } from "#app/signatures/countries.ts";
import { registrationNumber } from "./registration-number.ts";

export const sectors = [
  "cloud-provider",
  "software-publisher",
  "integrator",
  "user",
  "association",
  "research",
  "public-body",
] as const;
export type Sector = (typeof sectors)[number];

/** Owners look after it, spokespersons speak for it, members belong to it. */
export const memberRoles = ["owner", "spokesperson", "member"] as const;
export type MemberRole = (typeof memberRoles)[number];

export const limits = { name: 160, website: 300, registration: 60, about: 1000 };

/** In bytes, as it is sent; what is kept is smaller. */
export const largestLogo = 2 * 1024 * 1024;

/** Paths below /organisations that are pages of their own. */
export const reservedSlugs = new Set(["new"]);

/** A stored picture: its bytes are at /images/SHA256. */
export type Logo = { sha256: string; width: number; height: number };

/** An organisation as everybody sees it. */
export type Organisation = {
  id: number;
  slug: string;
  name: string;
  sector: Sector;
  country: string;
  website: string;
  registration: string;
  about: string;
  logo: Logo | null;
};
export type OrganisationSummary = Pick<Organisation, "id" | "slug" | "name" | "sector" | "country" | "logo">;
export type Member = { accountId: number; name: string; role: MemberRole; joinedAt: Date };

const phrase = (key: Phrase) => key;

/** A web address, with https where no scheme was typed; only http and https, and a name with a dot. */
const Website = z
  .string()
  .default("")
  .transform((typed) => typed.trim())
  .transform((typed) => (typed === "" || /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`))
  .refine((address) => address === "" || isWebsite(address), phrase("organisation.website.wrong"))
  .transform((address) => (address === "" ? "" : new URL(address).href))
  .refine((address) => address.length <= limits.website, phrase("form.tooLong"));

function isWebsite(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "";
}

const about = z
  .string()
  .default("")
  .transform((text) => text.normalize("NFC").trim())
  .pipe(z.string().max(limits.about, phrase("form.tooLong")));

/** What its owners say of an organisation, and whether they have looked at those that are alike. */
export const OrganisationForm = z
  .object({
    name: line(limits.name, "organisation.name.missing"),
    sector: z.enum(sectors, phrase("form.choice.wrong")),
    country: z.string(phrase("form.choice.wrong")).refine((code) => countryCodes().includes(code), {
      message: phrase("organisation.country.missing"),
    }),
    website: Website,
    registration: z
      .string()
      .default("")
      .pipe(z.string().max(limits.registration, phrase("form.tooLong"))),
    about,
    another: z.string().optional(),
  })
  .transform((form, context) => {
    const registration = registrationNumber(form.country, form.registration);
    if (registration === null)
      context.addIssue({
        code: "custom",
        path: ["registration"],
        message: phrase("organisation.registration.wrong"),
      });
    return { ...form, registration: registration ?? "", another: form.another === "on" };
  });
export type OrganisationForm = z.output<typeof OrganisationForm>;

const Role = z.enum(memberRoles, phrase("form.choice.wrong"));
export const InvitationForm = z.object({ email: Email, role: Role });
export const RoleForm = z.object({ account: z.coerce.number().int().positive(), role: Role });
