import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { events, webhookLimits } from "./webhook.ts";

/** The form of a new webhook. */
export function WebhookForm({ form }: { form?: FormState }) {
  const { t } = useWords();
  const wrong = form?.errors.events;
  return (
    <form method="post" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <Field
        name="url"
        label="webhooks.url"
        hint="webhooks.url.hint"
        type="url"
        form={form}
        autoComplete="off"
        maxLength={webhookLimits.url}
      />
      <fieldset
        id="events"
        className={wrong ? "field field-wrong" : "field"}
        aria-describedby={wrong ? "events-error" : undefined}
      >
        <legend>{t("webhooks.events")}</legend>
        {wrong ? (
          <p className="field-error" id="events-error">
            {t(wrong)}
          </p>
        ) : null}
        {events.map((event) => (
          <Checkbox key={event} name={event} label={`webhooks.event.${event}`} form={form} />
        ))}
      </fieldset>
      <p>
        <button className="button" name="intent" value="add">
          {t("webhooks.add")}
        </button>
      </p>
    </form>
  );
}
