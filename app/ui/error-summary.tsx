import type { FormState } from "#app/requests/form.ts";
import { useWords } from "./words.tsx";

/**
 * What is wrong with a form, above it: takes the focus when the page comes back and leads to each field.
 * `autofocus` does that without JavaScript.
 */
export function ErrorSummary({ form, idPrefix = "" }: { form: FormState | undefined; idPrefix?: string }) {
  const { t } = useWords();
  const errors = Object.entries(form?.errors ?? {});
  if (!form || (errors.length === 0 && !form.formError)) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{t("form.summary", { count: errors.length + (form.formError ? 1 : 0) })}</h2>
      <ul>
        {form.formError ? <li>{t(form.formError, form.told)}</li> : null}
        {errors.map(([name, phrase]) => (
          <li key={name}>
            <a href={`#${idPrefix}${name}`}>{t(phrase, form.told)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
