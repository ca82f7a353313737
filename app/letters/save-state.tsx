import type { Phrase } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";

/** How the saving of what is written stands, in words that screen readers hear. */
export function SaveState({ message }: { message: Phrase | undefined }) {
  const { t } = useWords();
  return (
    <p className="save-state quiet" role="status">
      {message ? t(message) : null}{" "}
      {message === "draft.state.loggedOut" ? (
        <a href="/login" target="_blank" rel="opener">
          {t("login.newTab")}
        </a>
      ) : null}
    </p>
  );
}
