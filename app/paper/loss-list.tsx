import { useWords } from "#app/ui/words.tsx";
import type { Loss } from "./loss.ts";

/** What a letter could not take over from a file, each with how many and the first words of some. */
export function LossList({ losses }: { losses: Loss[] }) {
  const { t, number } = useWords();
  return (
    <ul>
      {losses.map(({ what, count, words }) => (
        <li key={what}>
          {t(`paper.loss.${what}`, { count, number: number(count) })}
          {words ? (
            <>
              {" "}
              <span className="quiet">
                <bdi>{words}</bdi>
              </span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
