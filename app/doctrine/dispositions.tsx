import { CalendarDay, Moment, useWords } from "#app/ui/words.tsx";
import type { Disposition } from "./disposition.ts";

type Shown = Omit<Disposition, "madeAt"> & { madeAt: Date | string };

/** The disposition of a provision that stands, and the earlier ones folded under it; nothing while there is none. */
export function Dispositions({ dispositions }: { dispositions: Shown[] }) {
  const { t, number } = useWords();
  const [standing, ...earlier] = dispositions;
  if (!standing) return null;
  return (
    <div className="dispositions">
      <DispositionView disposition={standing} />
      {earlier.length > 0 ? (
        <details>
          <summary>
            {t("disposition.earlier", { count: earlier.length, number: number(earlier.length) })}
          </summary>
          <ol className="rows">
            {earlier.map((disposition) => (
              <li key={disposition.id}>
                <DispositionView disposition={disposition} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

function DispositionView({ disposition }: { disposition: Shown }) {
  const { t } = useWords();
  const { id, decision, reasons, organisation, person, revision, madeAt } = disposition;
  return (
    <article className={`disposition disposition-${decision}`} id={`disposition-${id}`}>
      <p className="answer-badge">
        {organisation ? (
          <a href={`/organisations/${organisation.slug}`}>
            {t("answer.badge.of", { name: organisation.name })}
          </a>
        ) : (
          t("answer.badge.of", { name: person ?? t("answer.gone") })
        )}
      </p>
      <p className="disposition-decision">{t(`disposition.decision.${decision}`)}</p>
      {reasons.split("\n").map((line, index) => (line === "" ? null : <p key={index}>{line}</p>))}
      <p className="quiet">
        <Moment at={madeAt} />, {t("disposition.on")} <CalendarDay day={revision} />
      </p>
    </article>
  );
}
