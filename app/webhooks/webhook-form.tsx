import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkboxes, Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { events, webhookLimits } from "./webhook.ts";

/** The form of a new webhook. */
export function WebhookForm({ form }: { form?: FormState }) {
  const { t } = useWords();
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
      <Checkboxes
        name="events"
        label="webhooks.events"
        form={form}
        boxes={events.map((name) => ({ name, label: `webhooks.event.${name}` as const }))}
      />
      <p>
        <button className="button" name="intent" value="add">
          {t("webhooks.add")}
        </button>
      </p>
    </form>
  );
}
