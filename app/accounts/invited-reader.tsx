import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/words.tsx";

type Props = {
  /** Whether who looks at an invitation is the one it was made for. */
  reader: "stranger" | "invited" | "another";
  /** The path of the invitation, to come back to. */
  here: string;
  /** What others will see of who accepts. */
  seen: string;
  /** Why an account that it was not made for cannot use it. */
  another: string;
  form?: FormState;
};

/** What the reader of an invitation can do with it: accept it, log in, or log out of the account it is not for. */
export function InvitedReader({ reader, here, seen, another, form }: Props) {
  const { t } = useWords();
  if (reader === "invited")
    return (
      <form method="post" className="stack" data-once>
        <ErrorSummary form={form} />
        <p>{seen}</p>
        <p>
          <button className="button">{t("invitation.accept")}</button>
        </p>
      </form>
    );
  if (reader === "another")
    return (
      <>
        <p>{another}</p>
        <form method="post" action="/logout">
          <button className="button button-quiet">{t("settings.logout")}</button>
        </form>
      </>
    );
  return (
    <>
      <p>{t("invitation.login")}</p>
      <p className="actions">
        <a href={`/login?next=${encodeURIComponent(here)}`}>{t("login.title")}</a>
        <a href="/join">{t("join.title")}</a>
      </p>
    </>
  );
}
