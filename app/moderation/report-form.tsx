import { limits } from "#app/accounts/account.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Choices, Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { reportReasons } from "./reason.ts";

type Props = {
  submissionKey: string;
  /** Whether the reporter has an account: its address is known then. */
  loggedIn: boolean;
  form?: FormState;
};

/** What a report asks: the reason, why, who reports if they want to be told, and that it is meant honestly. */
export function ReportForm({ submissionKey, loggedIn, form }: Props) {
  const { t } = useWords();
  return (
    <form method="post" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <input type="hidden" name="key" value={form?.values.key ?? submissionKey} />
      <Choices
        name="reason"
        label="report.reason"
        form={form}
        defaultValue=""
        choices={reportReasons.map((value) => ({ value, label: `moderation.reason.${value}` as const }))}
      />
      <p>
        <a href="/moderation/reasons">{t("report.reasons")}</a>
      </p>
      <TextArea
        name="explanation"
        label="report.explanation"
        hint="report.explanation.hint"
        form={form}
        optional
        maxLength={4000}
      />
      {loggedIn ? (
        <p className="quiet">{t("report.account")}</p>
      ) : (
        <>
          <Field
            name="name"
            label="report.name"
            form={form}
            optional
            maxLength={limits.name}
            autoComplete="name"
          />
          <Field
            name="email"
            type="email"
            label="report.email"
            hint="report.email.hint"
            form={form}
            optional
            autoComplete="email"
          />
        </>
      )}
      <Checkbox name="faith" label="report.faith" form={form} />
      <p>
        <button className="button button-seal">{t("report.button")}</button>
      </p>
    </form>
  );
}
