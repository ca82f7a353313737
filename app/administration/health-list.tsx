import { useWords } from "#app/ui/words.tsx";
import type { Finding } from "./health.ts";

/** How Tribune fares, one line a part; what is wrong is said in a sentence. */
export function HealthList({ findings }: { findings: Finding[] }) {
  const { t } = useWords();
  return (
    <ul className="console-health">
      {findings.map(({ name, state, values, trouble }) => (
        <li key={name}>
          <span>{t(name)}</span>
          <span>
            {t(state, values)}
            {trouble ? (
              <>
                {" "}
                <strong>{t(trouble)}</strong>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
