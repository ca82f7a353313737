import type { FormState } from "#app/requests/form.ts";
import { Field } from "#app/ui/field.tsx";

/** The password once more, before what cannot be taken back; nothing when it was shown less than ten minutes ago. */
export function PasswordAgain({
  proved,
  form,
  idPrefix,
}: {
  proved: boolean;
  form?: FormState;
  idPrefix?: string;
}) {
  if (proved) return null;
  return (
    <Field
      name="currentPassword"
      label="administration.password"
      hint="administration.password.hint"
      type="password"
      autoComplete="current-password"
      form={form}
      idPrefix={idPrefix}
    />
  );
}
