import { levels } from "#app/organisations/mandate.ts";
import { sectors } from "#app/organisations/organisation.ts";
import { useWords } from "#app/ui/words.tsx";
import type { RosterFilter } from "./roster.ts";

/** The form that narrows a roster; a plain GET, so that a narrowed list has an address. */
export function RosterFilterForm({
  action,
  filter,
  countries,
  versions,
}: {
  action: string;
  filter: RosterFilter;
  /** Countries of organisations that signed. */
  countries: string[];
  /** The newest version's number. */
  versions: number;
}) {
  const { t, language } = useWords();
  const any = { value: "", label: t("roster.filter.any") };
  const countryName = new Intl.DisplayNames(language, { type: "region" });
  const narrowed = [
    filter.kind,
    filter.level,
    filter.country,
    filter.sector,
    filter.version,
    filter.statement,
  ];
  return (
    <form method="get" action={action} role="search" className="search">
      <input type="hidden" name="list" value={filter.imported ? "imported" : "signed"} />
      <label htmlFor="search">{t("roster.search")}</label>
      <div className="search-line">
        <input id="search" name="search" type="search" defaultValue={filter.search} maxLength={200} />
        <button className="button button-quiet">{t("roster.search.button")}</button>
      </div>
      {filter.imported ? null : (
        <details className="roster-filter" open={narrowed.some(Boolean)}>
          <summary>{t("roster.filter")}</summary>
          <div className="roster-filter-fields">
            <Choice
              name="kind"
              label={t("roster.filter.kind")}
              value={filter.kind}
              choices={[
                { value: "", label: t("roster.filter.everybody") },
                { value: "organisation", label: t("roster.organisations") },
                { value: "person", label: t("roster.people") },
              ]}
            />
            <Choice
              name="level"
              label={t("roster.filter.level")}
              value={filter.level}
              choices={[
                any,
                ...levels
                  .filter((level) => level !== "declared")
                  .map((level) => ({ value: level, label: t(`level.${level}`) })),
              ]}
            />
            <Choice
              name="sector"
              label={t("organisation.sector")}
              value={filter.sector}
              choices={[
                any,
                ...sectors.map((sector) => ({ value: sector, label: t(`organisation.sector.${sector}`) })),
              ]}
            />
            {countries.length > 1 || filter.country ? (
              <Choice
                name="country"
                label={t("organisation.country")}
                value={filter.country}
                choices={[
                  any,
                  ...countries.map((code) => ({ value: code, label: countryName.of(code) ?? code })),
                ]}
              />
            ) : null}
            {versions > 1 ? (
              <Choice
                name="version"
                label={t("roster.filter.version")}
                value={filter.version === null ? null : String(filter.version)}
                choices={[
                  any,
                  ...Array.from({ length: versions }, (_, index) => String(versions - index)).map(
                    (version) => ({
                      value: version,
                      label: version,
                    }),
                  ),
                ]}
              />
            ) : null}
          </div>
          <p className="field-check">
            <input type="checkbox" id="statement" name="statement" defaultChecked={filter.statement} />
            <label htmlFor="statement">{t("roster.filter.statement")}</label>
          </p>
          <button className="button button-quiet">{t("roster.filter.button")}</button>
        </details>
      )}
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string | null;
  choices: { value: string; label: string }[];
}) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ""}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  );
}
