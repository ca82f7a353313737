import type { ReactNode } from "react";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import {
  type Decision,
  decisionReasons,
  decisionsOn,
  everywhere as farReaching,
  lawSources,
  slowDays,
  slowMinutes,
  type SubjectKind,
} from "./reason.ts";

type Props = {
  kind: SubjectKind;
  /** Whether the moderator moderates all letters and texts: only they reach an account wherever it writes. */
  everywhere: boolean;
  submissionKey: string;
  /** The text that is decided on, by its name, and the decisions there are: others meanwhile are told. */
  made: string;
  after: number;
  form?: FormState;
};

/** What a moderator decides, why, and what is told to the person concerned. */
export function DecisionForm({ kind, everywhere, submissionKey, made, after, form }: Props) {
  const { t } = useWords();
  const offered = decisionsOn[kind].filter((each) => everywhere || !farReaching.includes(each));
  return (
    <form method="post" className="stack" noValidate data-once id="decide">
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="decide" />
      {/* After a refusal, too, the form is about what is shown now: the page shows it again. */}
      <input type="hidden" name="key" value={submissionKey} />
      <input type="hidden" name="made" value={made} />
      <input type="hidden" name="after" value={after} />
      <Choices
        name="decision"
        label="decide.decision"
        form={form}
        defaultValue=""
        choices={offered.map((value) => ({
          value,
          label: `moderation.decision.${value}` as const,
        }))}
      />
      <Choices
        name="reason"
        label="decide.reason"
        form={form}
        defaultValue=""
        choices={decisionReasons.map((value) => ({ value, label: `moderation.reason.${value}` as const }))}
      />
      <Only of="hide-part" offered={offered}>
        <TextArea
          name="passages"
          label="decide.passages"
          hint="decide.passages.hint"
          form={form}
          optional
          rows={3}
          maxLength={10_000}
        />
      </Only>
      <Only of="remove" offered={offered}>
        <Field name="law" label="decide.law" hint="decide.law.hint" form={form} optional maxLength={200} />
        <Choices
          name="lawFrom"
          label="decide.lawFrom"
          form={form}
          defaultValue=""
          choices={lawSources.map((value) => ({ value, label: `decide.lawFrom.${value}` as const }))}
        />
      </Only>
      <Only of="slow" offered={offered}>
        <Choices
          name="minutes"
          label="decide.minutes"
          hint="decide.minutes.hint"
          form={form}
          defaultValue=""
          choices={slowMinutes.map((value) => ({
            value: String(value),
            label: `decide.minutes.${value}` as const,
          }))}
        />
        <Choices
          name="slowDays"
          label="decide.slowDays"
          form={form}
          defaultValue=""
          choices={slowDays.map((value) => ({
            value: String(value),
            label: `decide.slowDays.${value}` as const,
          }))}
        />
      </Only>
      <Only of="pause" offered={offered}>
        <Field
          name="days"
          label="decide.days"
          hint="decide.days.hint"
          form={form}
          optional
          inputMode="numeric"
          maxLength={3}
        />
      </Only>
      <TextArea
        name="statement"
        label="decide.statement"
        hint="decide.statement.hint"
        form={form}
        optional
        maxLength={4000}
      />
      <p>
        <button className="button button-seal">{t("decide.button")}</button>
      </p>
    </form>
  );
}

/** What one decision alone asks for. The style sheet shows it once that decision is chosen, with or without scripts. */
function Only({
  of,
  offered,
  children,
}: {
  of: Decision;
  offered: readonly Decision[];
  children: ReactNode;
}) {
  if (!offered.includes(of)) return null;
  return (
    <div className="stack decision-part" data-decision={of}>
      {children}
    </div>
  );
}
