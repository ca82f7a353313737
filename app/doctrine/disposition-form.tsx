import type { FormState } from "#app/requests/form.ts";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { decisions, dispositionLimits } from "./disposition.ts";

type Props = {
  /** The page of the form, which takes it: /doctrine/:text/:provision/disposition. */
  action: string;
  /** The day of the revision that is read. */
  revision: string;
  submissionKey: string;
  /** The provision's id. */
  provision: number;
  form?: FormState;
};

/** An official's answer to what was said about a provision: a decision and its reasons. */
export function DispositionForm({ action, revision, submissionKey, provision, form }: Props) {
  const { t, language } = useWords();
  return (
    <form method="post" action={action} className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <input type="hidden" name="key" value={form?.values.key ?? submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="provision" value={form?.values.provision ?? provision} />
      <Choices
        name="decision"
        label="disposition.decision"
        form={form}
        defaultValue=""
        choices={decisions.map((value) => ({
          value,
          label: `doctrine.provision.decision.${value}` as const,
        }))}
      />
      <TextArea
        name="reasons"
        label="disposition.reasons"
        hint="disposition.reasons.hint"
        form={form}
        rows={8}
        maxLength={dispositionLimits.reasons}
      />
      <p className="quiet">{t("disposition.speaks", { day: formatCalendarDay(language, revision) })}</p>
      <p>
        <button className="button">{t("disposition.post")}</button>
      </p>
    </form>
  );
}
