import type { FormState } from "#app/requests/form.ts";
import { PasswordAgain } from "#app/administration/password-again.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { Area } from "./areas.server.ts";

/** For administrators: the letters and texts that an account moderates, to be ended one by one, and another one to name. */
export function AreaForms({
  here,
  areas,
  proved,
  form,
}: {
  here: string;
  areas: Area[];
  proved: boolean;
  form?: FormState;
}) {
  const { t } = useWords();
  const ending = form?.values.intent === "area-end" ? form : undefined;
  const naming = form?.values.intent === "area" ? form : undefined;
  return (
    <section className="console-setting stack">
      <h2>{t("areas.title")}</h2>
      <p>{t("areas.text")}</p>
      {areas.length > 0 ? (
        <form method="post" action={here} className="stack" noValidate data-once>
          <ErrorSummary form={ending} idPrefix="area-end-" />
          <input type="hidden" name="intent" value="area-end" />
          <ul className="rows">
            {areas.map((area) => (
              <li key={area.id}>
                <a href={area.path} lang={area.language}>
                  {area.title}
                </a>{" "}
                <button className="button button-quiet" name="area" value={area.id}>
                  {t("areas.end")} <span className="visually-hidden">: {area.title}</span>
                </button>
              </li>
            ))}
          </ul>
          <PasswordAgain proved={proved} form={ending} idPrefix="area-end-" />
        </form>
      ) : null}
      <form method="post" action={here} className="stack" noValidate data-once>
        <ErrorSummary form={naming} idPrefix="area-" />
        <input type="hidden" name="intent" value="area" />
        <Field
          name="place"
          label="areas.place"
          hint="areas.place.hint"
          form={naming}
          idPrefix="area-"
          maxLength={500}
        />
        <PasswordAgain proved={proved} form={naming} idPrefix="area-" />
        <p>
          <button className="button">{t("areas.name")}</button>
        </p>
      </form>
    </section>
  );
}
