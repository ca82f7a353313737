import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Checkbox, Field, TextArea } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import { ConsentLine } from "./consent-line.tsx";
import { EffortField, Trap } from "./prove-effort.tsx";
import { signatureLimits } from "./signature.ts";

/** The form to sign a letter: two fields must be filled, the rest may. The text signed is named by its version. */
export function SignForm({
  action,
  version,
  form,
}: {
  /** The address of the letter's sign page, in the language that was read. */
  action: string;
  version: number;
  form?: FormState;
}) {
  const { t } = useWords();
  return (
    <form method="post" action={action} className="sign-form stack" data-once noValidate>
      <ErrorSummary form={form} />
      <input type="hidden" name="version" value={version} />
      <Field name="name" label="sign.name" form={form} autoComplete="name" maxLength={signatureLimits.name} />
      <Field
        name="email"
        label="sign.email"
        hint="sign.email.hint"
        form={form}
        type="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
      />
      <Field
        name="role"
        label="sign.role"
        form={form}
        optional
        autoComplete="organization-title"
        maxLength={signatureLimits.role}
      />
      <Field
        name="organisation"
        label="sign.organisation"
        hint="sign.organisation.hint"
        form={form}
        optional
        autoComplete="organization"
        maxLength={signatureLimits.affiliation}
      />
      <TextArea
        name="statement"
        label="sign.statement"
        hint="sign.statement.hint"
        form={form}
        optional
        rows={4}
        maxLength={signatureLimits.statement}
        data-count
        // For the style sheet, which knows by it that nothing is written.
        placeholder=" "
      />
      <Checkbox name="showName" label="sign.showName" hint="sign.showName.hint" form={form} />
      <Checkbox name="quotable" label="sign.quotable" hint="sign.quotable.hint" form={form} />
      <Checkbox name="keepInformed" label="sign.keepInformed" form={form} />
      <ConsentLine />
      <p>
        <button className="button button-seal">{t("sign.button")}</button>
      </p>
      <Trap />
      <EffortField />
    </form>
  );
}
