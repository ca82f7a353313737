import type { Account } from "#app/accounts/account.ts";
import { binds } from "#app/organisations/mandate.ts";
import type { SpokenFor } from "#app/organisations/read-mandate.server.ts";
import type { PublicSignature } from "./signature.ts";
import type { SignForForm } from "./sign-for.ts";

/** The signature as the roster will show it, before there is one: what `signForOrganisation` writes of the same form. */
export function previewOf(organisation: SpokenFor, account: Account, form: SignForForm): PublicSignature {
  const { level, evidence, provedAt } = organisation.mandate;
  const bound = binds(level);
  return {
    id: 0,
    number: null,
    kind: bound ? "organisation" : "person",
    name: bound ? organisation.name : account.name,
    distinction: "",
    role: bound && !form.showMe ? "" : form.role,
    representedBy: bound && form.showMe ? account.name : "",
    affiliation: bound ? "" : organisation.name,
    statement: form.statement,
    website: "",
    country: "",
    version: form.version,
    imported: false,
    signedAt: new Date(),
    level,
    evidence,
    provedAt,
    organisationSlug: organisation.slug,
    logo: null,
    sector: null,
  };
}
