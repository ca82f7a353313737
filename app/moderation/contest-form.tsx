import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";

/** Why somebody contests a decision about their own words. */
export function ContestForm({ form }: { form?: FormState }) {
  const { t } = useWords();
  return (
    <form method="post" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <TextArea
        name="text"
        label="contest.text"
        hint="contest.text.hint"
        form={form}
        rows={8}
        maxLength={4000}
      />
      <p>
        <button className="button button-seal">{t("contest.button")}</button>
      </p>
    </form>
  );
}
