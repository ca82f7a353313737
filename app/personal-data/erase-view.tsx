import { typeset } from "#app/languages/french-spacing.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { HeldSignature } from "./held-data.ts";

/** What erasing does, and the button that does it. */
export function EraseView({
  signature,
  base,
  account,
  password,
  form,
}: {
  /** The one signature that is meant; null for everything. */
  signature: Pick<HeldSignature, "id" | "kind" | "letter"> | null;
  base: string;
  account: boolean;
  /** Whether the account's password is asked for. */
  password: boolean;
  form?: FormState;
}) {
  const { t } = useWords();
  const one = signature?.kind === "organisation" ? "myData.erase.one.organisation" : "myData.erase.one.text";
  return (
    <form method="post" action={`${base}/erase`} className="stack" noValidate data-once>
      <ErrorSummary form={form} />
      {signature ? (
        <>
          <input type="hidden" name="signature" value={signature.id} />
          <p className="lead" lang={signature.letter.language}>
            {typeset(signature.letter.title, signature.letter.language)}
          </p>
          <p>{t(one)}</p>
        </>
      ) : (
        <>
          <p>{t("myData.erase.text")}</p>
          {account ? <p>{t("myData.erase.account")}</p> : null}
          {password ? (
            <Field
              name="currentPassword"
              label="settings.password.current"
              hint="myData.password.hint"
              type="password"
              form={form}
              autoComplete="current-password"
            />
          ) : null}
        </>
      )}
      <div className="actions">
        <button className="button">{t(signature ? "myData.erase.one.button" : "myData.erase.button")}</button>
        <a href={base}>{t(signature ? "myData.erase.back" : "myData.back")}</a>
      </div>
    </form>
  );
}
