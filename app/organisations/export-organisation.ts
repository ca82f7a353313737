import type { Organisation, OrganisationSummary } from "./organisation.ts";

/** An organisation of a list as public data; docs/api.md describes every field. @param origin that Tribune is known by */
export function exportedSummary(organisation: OrganisationSummary, origin: string) {
  const { slug, name, sector, country } = organisation;
  const url = `${origin}/organisations/${slug}`;
  return { slug, url, data: `${url}.json`, name, sector, country, logo: logoAddress(organisation, origin) };
}

const logoAddress = ({ logo }: Pick<Organisation, "logo">, origin: string) =>
  logo && `${origin}/images/${logo.sha256}`;

/** An organisation with what it proved, wrote and signed, as public data. */
export function exportedOrganisation(
  organisation: Organisation,
  shown: {
    domains: { shown: string; provedAt: Date }[];
    written: { slug: string; title: string; language: string }[];
    signed: { slug: string; title: string; language: string; level: string | null; signedAt: Date }[];
  },
  origin: string,
) {
  const { slug, name, sector, country, website, registration, about } = organisation;
  const letter = (one: { slug: string; title: string; language: string }) => ({
    title: one.title,
    language: one.language,
    url: `${origin}/letters/${one.slug}`,
  });
  return {
    ...{ slug, url: `${origin}/organisations/${slug}`, name, sector, country, website, registration, about },
    logo: logoAddress(organisation, origin),
    domains: shown.domains.map(({ shown: domain, provedAt }) => ({ domain, provedAt })),
    letters: shown.written.map(letter),
    signed: shown.signed.map((one) => ({ ...letter(one), level: one.level, signedAt: one.signedAt })),
  };
}
