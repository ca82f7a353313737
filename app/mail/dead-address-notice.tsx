import { useWords } from "#app/ui/words.tsx";

/** Says that mail to one's address is refused for good, with a way to have it tried again; nothing while it is not. */
export function DeadAddressNotice({ dead }: { dead: boolean }) {
  const { t } = useWords();
  if (!dead) return null;
  return (
    <section className="notice stack" aria-labelledby="dead-address">
      <h2 id="dead-address">{t("deadAddress.title")}</h2>
      <p>{t("deadAddress.text")}</p>
      <form method="post" action="/settings" data-once>
        <button className="button button-quiet" name="intent" value="revive">
          {t("deadAddress.button")}
        </button>
      </form>
    </section>
  );
}
