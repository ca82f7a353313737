import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { type Letter, letterLimits } from "./letter.ts";

/** The form that takes signatures again: why, and until when. A last day that is over is not offered again. */
export function ReopenForm({
  letter,
  today,
  form,
}: {
  letter: Pick<Letter, "closesOn" | "language">;
  today: string;
  form?: FormState;
}) {
  const { t } = useWords();
  const { closesOn } = letter;
  return (
    <form method="post" className="stack" noValidate data-once>
      <p>{t("reopen.text")}</p>
      <ErrorSummary form={form} />
      <TextArea
        name="reason"
        label="reopen.reason"
        hint="reopen.reason.hint"
        form={form}
        rows={4}
        maxLength={letterLimits.reason}
        lang={letter.language}
        data-count
      />
      <Field
        name="closesOn"
        type="date"
        label="reopen.closesOn"
        hint="draft.closesOn.hint"
        form={form}
        optional
        min={today}
        defaultValue={closesOn !== null && closesOn >= today ? closesOn : ""}
      />
      <p>
        <button className="button button-seal">{t("reopen.button")}</button>
      </p>
    </form>
  );
}
