import { useWords } from "#app/ui/words.tsx";
import { retention, ruleInWords } from "./retention.ts";

/** What is kept, how long and why, from the rules that the job runs. */
export function RetentionList() {
  const { t } = useWords();
  return (
    <dl className="retention">
      {retention.map(({ rule }) => {
        const { what, why, after } = ruleInWords(rule);
        return (
          <div key={rule} data-rule={rule}>
            <dt>
              {t(what)}: <strong>{t(after.phrase, { count: after.count })}</strong>
            </dt>
            <dd>{t(why)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
