import { ProveByPasskey } from "#app/passkeys/prove-by-passkey.tsx";
import type { FormState } from "#app/requests/form.ts";
import { Field } from "#app/ui/field.tsx";

/** The password once more, or a passkey, before what cannot be taken back; nothing when it was shown less than ten minutes ago. */
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
    <ProveByPasskey>
      <Field
        name="currentPassword"
        label="administration.password"
        hint="administration.password.hint"
        type="password"
        autoComplete="current-password"
        form={form}
        idPrefix={idPrefix}
      />
    </ProveByPasskey>
  );
}
