import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { standingStates } from "./invalidation.ts";
import { type HoldReason, holdReasons } from "./suspicion-words.ts";

/** The form of a condition. It asks (GET): what it fits is shown before anything is done. */
export function ConditionForm({ slug, form }: { slug: string; form?: FormState }) {
  const { t } = useWords();
  const common = { form, optional: true, defaultValue: "" };
  const moment = { ...common, type: "datetime-local" };
  return (
    <form method="get" action={`/letters/${slug}/signatures/review/invalidate`} className="stack" noValidate>
      <ErrorSummary form={form} />
      <p>{t("invalidate.lead")}</p>
      <div className="review-condition">
        <Select
          {...common}
          name="state"
          label="invalidate.state"
          placeholder={t("invalidate.any")}
          choices={standingStates.map((value) => ({ value, label: t(`review.state.${value}`) }))}
        />
        <Select
          {...common}
          name="held"
          label="invalidate.held"
          placeholder={t("invalidate.any")}
          choices={(Object.keys(holdReasons) as HoldReason[]).map((value) => ({
            value,
            label: t(holdReasons[value]),
          }))}
        />
        <Field {...common} name="network" label="invalidate.network" maxLength={50} autoComplete="off" />
        <Field {...common} name="domain" label="invalidate.domain" maxLength={254} autoComplete="off" />
        <Field {...common} name="name" label="invalidate.name" maxLength={160} autoComplete="off" />
        <Select
          {...common}
          name="kind"
          label="invalidate.kind"
          placeholder={t("invalidate.kind.person")}
          choices={[{ value: "organisation", label: t("invalidate.kind.organisation") }]}
        />
        <Field {...moment} name="from" label="invalidate.from" />
        <Field {...moment} name="until" label="invalidate.until" />
      </div>
      <p>
        <button className="button button-quiet">{t("invalidate.try")}</button>
      </p>
    </form>
  );
}
