import { useWords } from "#app/ui/words.tsx";
import { RhythmSelect } from "./rhythm-select.tsx";
import type { Following } from "./subscription.ts";

/** The way to follow a thing, on its own page; nothing for who is not logged in. */
export function FollowForm({ following }: { following: Following | null }) {
  const { t } = useWords();
  if (!following) return null;
  const { kind, id, rhythm, byRule } = following;
  const follows = rhythm === null ? byRule : rhythm !== "never";
  return (
    <details className="follow" id="follow">
      <summary>
        {t(`follow.${kind}`)}
        {follows ? <span className="quiet"> · {t("follow.following")}</span> : null}
      </summary>
      <form method="post" action="/notices/subscriptions" className="stack" data-once>
        {byRule && (kind === "letter" || kind === "thread") ? <p>{t(`follow.${kind}.rule`)}</p> : null}
        <input type="hidden" name="intent" value="follow" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="thing" value={id} />
        <input type="hidden" name="back" value="thing" />
        <p className="follow-choice">
          <RhythmSelect id="follow-rhythm" rhythm={rhythm} byRule={byRule} />
        </p>
        <p>
          <button className="button button-quiet">{t("follow.button")}</button>
        </p>
      </form>
    </details>
  );
}
