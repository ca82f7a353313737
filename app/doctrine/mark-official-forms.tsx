import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";

/** The two forms by which an administrator says who answers for a text. */
export function MarkOfficialForms({ form }: { form?: FormState }) {
  const { t } = useWords();
  return (
    <>
      <ErrorSummary form={form} />
      <form method="post" className="stack" noValidate data-once>
        <h2>{t("officials.organisation")}</h2>
        <Field
          name="organisation"
          label="officials.organisation.label"
          hint="officials.organisation.hint"
          form={form}
          maxLength={300}
        />
        <p>
          <button className="button" name="intent" value="organisation">
            {t("officials.mark")}
          </button>
        </p>
      </form>
      <form method="post" className="stack" noValidate data-once>
        <h2>{t("officials.account")}</h2>
        <Field
          name="email"
          type="email"
          label="form.email"
          hint="officials.account.email.hint"
          form={form}
          autoComplete="off"
          spellCheck={false}
        />
        <p>
          <button className="button" name="intent" value="account">
            {t("officials.mark")}
          </button>
        </p>
      </form>
    </>
  );
}
