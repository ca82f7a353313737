import { PasswordAgain } from "#app/administration/password-again.tsx";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkboxes, Choices, Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { scopes, terms, tokenLimits } from "./token.ts";

/** The form that makes a token; it asks for the password or a passkey again. */
export function TokenForm({ proved, form }: { proved: boolean; form?: FormState }) {
  const { t } = useWords();
  return (
    <form method="post" action="/settings/tokens" className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      <Field
        name="name"
        label="tokens.name"
        hint="tokens.name.hint"
        form={form}
        autoComplete="off"
        maxLength={tokenLimits.name}
      />
      <Checkboxes
        name="scopes"
        label="tokens.scopes"
        form={form}
        boxes={scopes.map((name) => ({ name, label: `tokens.scope.${name}` as const }))}
      />
      <Choices
        name="term"
        label="tokens.term"
        defaultValue="30"
        form={form}
        choices={terms.map((value) => ({ value, label: `tokens.term.${value}` as const }))}
      />
      <PasswordAgain proved={proved} form={form} />
      <p>
        <button className="button" name="intent" value="make">
          {t("tokens.make.button")}
        </button>
      </p>
    </form>
  );
}
