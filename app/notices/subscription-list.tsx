import { useWords } from "#app/ui/words.tsx";
import { RhythmSelect } from "./rhythm-select.tsx";
import type { Subscription } from "./subscription.ts";

/** What one follows by choice, each with its rhythm to change. */
export function SubscriptionList({ subscriptions }: { subscriptions: Subscription[] }) {
  const { t } = useWords();
  if (subscriptions.length === 0) return <p>{t("subscriptions.none")}</p>;
  return (
    <ul className="subscriptions">
      {subscriptions.map(({ kind, id, rhythm, title, path }) => (
        <li key={`${kind}-${id}`}>
          <p>
            <span className="quiet">{t(`subscriptions.kind.${kind}`)}</span> <a href={path}>{title}</a>
          </p>
          <form method="post" action="/notices/subscriptions" className="follow-choice" data-once>
            <input type="hidden" name="intent" value="follow" />
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="thing" value={id} />
            <RhythmSelect
              id={`rhythm-${kind}-${id}`}
              title={title}
              rhythm={rhythm}
              byRule={kind === "letter" || kind === "thread"}
            />
            <button className="button button-quiet" aria-label={t("subscriptions.save", { title })}>
              {t("follow.button")}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
