import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, Field, Select, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { LogoField } from "./logo.tsx";
import { OrganisationList } from "./organisation-list.tsx";
import { limits, type Organisation, type OrganisationSummary, sectors } from "./organisation.ts";

export type OrganisationFormState = FormState & { alike?: OrganisationSummary[] };

/**
 * The fields of an organisation: a new one, or `values` of one that is edited.
 * @param countries codes, as the server knows them
 */
export function OrganisationFields({
  form,
  values,
  countries,
  button,
}: {
  form?: OrganisationFormState;
  values?: Organisation;
  countries: string[];
  button: "organisation.new.button" | "form.save";
}) {
  const { t, language } = useWords();
  const names = new Intl.DisplayNames(language, { type: "region" });
  const choices = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <form
      method="post"
      // Only one that is there has a logo.
      encType={values ? "multipart/form-data" : undefined}
      className="stack"
      noValidate
      data-once
    >
      <ErrorSummary form={form} />
      <Field
        name="name"
        label="organisation.name"
        hint="organisation.name.hint"
        form={form}
        defaultValue={values?.name}
        autoComplete="organization"
        maxLength={limits.name}
      />
      {form?.alike ? <Alike alike={form.alike} /> : null}
      <Choices
        name="sector"
        label="organisation.sector"
        form={form}
        defaultValue={values?.sector ?? ""}
        choices={sectors.map((value) => ({ value, label: `organisation.sector.${value}` as const }))}
      />
      <Select
        name="country"
        label="organisation.country"
        form={form}
        defaultValue={values?.country ?? (language === "fr" ? "FR" : "")}
        placeholder={t("organisation.country.choose")}
        choices={choices}
      />
      <Field
        name="website"
        label="organisation.website"
        hint="organisation.website.hint"
        optional
        form={form}
        defaultValue={values?.website}
        inputMode="url"
        autoComplete="url"
        maxLength={limits.website}
      />
      <Field
        name="registration"
        label="organisation.registration"
        hint="organisation.registration.hint"
        optional
        form={form}
        defaultValue={values?.registration}
        maxLength={limits.registration}
      />
      <TextArea
        name="about"
        label="organisation.about"
        optional
        form={form}
        defaultValue={values?.about}
        maxLength={limits.about}
      />
      {values ? <LogoField form={form} logo={values.logo} /> : null}
      <p>
        <button className="button">{t(button)}</button>
      </p>
    </form>
  );
}

/** Those that may be the same, and the way on for whoever has looked at them. */
function Alike({ alike }: { alike: OrganisationSummary[] }) {
  const { t } = useWords();
  return (
    <fieldset className="field">
      <legend>{t("organisation.alike.title")}</legend>
      <p className="field-hint">{t("organisation.alike.text")}</p>
      <OrganisationList organisations={alike} newTab />
      <div className="field-check">
        <input id="another" type="checkbox" name="another" />
        <label htmlFor="another">{t("organisation.alike.another")}</label>
      </div>
    </fieldset>
  );
}
