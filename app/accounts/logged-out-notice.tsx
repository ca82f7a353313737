import type { FormState } from "#app/requests/form.ts";
import { useWords } from "#app/ui/words.tsx";

/** When a session ended while somebody wrote: where to log in without leaving the page that holds their words. */
export function LoggedOutNotice({ form }: { form: FormState | undefined }) {
  const { t } = useWords();
  if (form?.formError !== "form.loggedOut") return null;
  return (
    <p className="notice">
      {t("login.keepPage")}{" "}
      <a href="/login" target="_blank" rel="opener">
        {t("login.newTab")}
      </a>
    </p>
  );
}
