import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { consultationLimits, zone } from "./consultation.ts";

/** The form by which officials open a window for comments, now or later. */
export function ConsultationForm({ form }: { form?: FormState }) {
  const { t } = useWords();
  return (
    <form method="post" className="stack" noValidate data-once>
      <h2>{t("consultation.new")}</h2>
      <ErrorSummary form={form} />
      <Field
        name="title"
        label="consultation.title"
        hint="consultation.title.hint"
        form={form}
        maxLength={consultationLimits.title}
      />
      <Field
        name="opens"
        type="datetime-local"
        label="consultation.opens"
        hint="consultation.opens.hint"
        hintValues={{ zone }}
        form={form}
        optional
      />
      <Field
        name="closes"
        type="datetime-local"
        label="consultation.closes"
        hint="consultation.closes.hint"
        hintValues={{ zone }}
        form={form}
      />
      <p>
        <button className="button">{t("consultation.open.button")}</button>
      </p>
    </form>
  );
}
