import { Day, useWords } from "#app/ui/words.tsx";
import type { Level } from "./mandate.ts";

/** The level of a mandate with how and when it was proved, in a line: "Domain proved: it proved that …, on …". */
export function LevelLine({
  level,
  evidence,
  provedAt,
}: {
  level: Level;
  evidence: string;
  provedAt: Date | string | null;
}) {
  const { t } = useWords();
  return (
    <span className={`level level-${level}`}>
      <strong>{t(`level.${level}`)}</strong>{" "}
      <span>
        {t(`level.${level}.how`, { evidence: evidence.replace(/^https:\/\//, "") })}
        {provedAt ? (
          <>
            , {t("level.since")} <Day at={provedAt} />
          </>
        ) : null}
      </span>
    </span>
  );
}
