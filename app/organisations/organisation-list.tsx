import { useWords } from "#app/ui/words.tsx";
import { LogoImage } from "./logo.tsx";
import type { OrganisationSummary } from "./organisation.ts";

/** Organisations as a list: the name, what it is and where. */
export function OrganisationList({
  organisations,
  newTab,
}: {
  organisations: OrganisationSummary[];
  /** From within a form: what was typed stays where it is. */
  newTab?: boolean;
}) {
  return (
    <ul className="organisation-list">
      {organisations.map((organisation) => (
        <li key={organisation.slug}>
          <LogoImage logo={organisation.logo} size={32} />
          <a
            href={`/organisations/${organisation.slug}`}
            {...(newTab ? { target: "_blank", rel: "noopener" } : {})}
          >
            {organisation.name}
          </a>{" "}
          <span className="quiet">
            <SectorAndCountry organisation={organisation} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "Cloud provider, France". */
export function SectorAndCountry({
  organisation: { sector, country },
}: {
  organisation: Pick<OrganisationSummary, "sector" | "country">;
}) {
  const { t, language } = useWords();
  const name = new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
  return (
    <>
      {t(`organisation.sector.${sector}`)}, {name}
    </>
  );
}
