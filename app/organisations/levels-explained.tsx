import { useWords } from "#app/ui/words.tsx";
import { levels } from "./mandate.ts";

/** What the levels of proof mean, from the weakest to the strongest, for whoever asks. */
export function LevelsExplained() {
  const { t } = useWords();
  return (
    <details className="levels">
      <summary>{t("levels.title")}</summary>
      <p>{t("levels.lead")}</p>
      <dl>
        {levels.map((level) => (
          <div key={level}>
            <dt>{t(`level.${level}`)}</dt>
            <dd>{t(`levels.${level}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
