import type { ReactNode } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/words.tsx";
import { PasswordAgain } from "./password-again.tsx";

/** One thing that an administrator can do to an account: what it means, the password again, a button. */
export function AccountAct({
  intent,
  title,
  button,
  here,
  proved,
  form,
  children,
}: {
  intent: string;
  title: Phrase;
  button: Phrase;
  /** The address of the account's page. */
  here: string;
  proved: boolean;
  /** The page's refused form, of whichever of its acts. */
  form: FormState | undefined;
  children: (form: FormState | undefined, idPrefix: string) => ReactNode;
}) {
  const { t } = useWords();
  const own = form?.values.intent === intent ? form : undefined;
  const idPrefix = `${intent}-`;
  return (
    <section className="console-setting stack">
      <h2>{t(title)}</h2>
      <form method="post" action={here} className="stack" noValidate data-once>
        <ErrorSummary form={own} idPrefix={idPrefix} />
        <input type="hidden" name="intent" value={intent} />
        {children(own, idPrefix)}
        <PasswordAgain proved={proved} form={own} idPrefix={idPrefix} />
        <p>
          <button className="button">{t(button)}</button>
        </p>
      </form>
    </section>
  );
}
