import { formatCalendarDay } from "#app/languages/translate.ts";
import { Day, useWords } from "#app/ui/words.tsx";
import { AnswerBadge } from "./answer-badge.tsx";
import type { Disposition } from "./read-answers.server.ts";

type Shown = Omit<Disposition, "madeAt"> & { madeAt: Date | string };

/** What officials decided about a provision: the standing disposition, and those before it folded. */
export function DispositionList({ dispositions }: { dispositions: Shown[] }) {
  const { t, number } = useWords();
  const [standing, ...earlier] = dispositions;
  return (
    <section aria-labelledby="disposition" className="dispositions stack">
      <h2 id="disposition">{t("doctrine.provision.disposition")}</h2>
      {standing ? (
        <One disposition={standing} />
      ) : (
        <p className="quiet">{t("doctrine.provision.disposition.none")}</p>
      )}
      {earlier.length > 0 ? (
        <details>
          <summary>
            {t("doctrine.provision.disposition.earlier", {
              count: earlier.length,
              number: number(earlier.length),
            })}
          </summary>
          {earlier.map((disposition) => (
            <One key={disposition.id} disposition={disposition} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function One({ disposition }: { disposition: Shown }) {
  const { t, language } = useWords();
  const { decision, reasons, dated, name, organisation, madeAt } = disposition;
  return (
    <div className={`disposition disposition-${decision}`} id={`disposition-${disposition.id}`}>
      <AnswerBadge answer={{ organisation }} />
      <p className="disposition-decision">{t(`doctrine.provision.decision.${decision}`)}</p>
      <div className="disposition-reasons">
        {reasons.split(/\n+/).map((line, place) => (
          <p key={place}>{line}</p>
        ))}
      </div>
      <p className="quiet">
        {name ?? t("doctrine.provision.former")}
        {organisation ? (
          <>
            {" "}
            <a href={`/organisations/${organisation.slug}`}>
              {t("doctrine.provision.disposition.for", { organisation: organisation.name })}
            </a>
          </>
        ) : null}
        {", "}
        <Day at={madeAt} />,{" "}
        {t("doctrine.provision.disposition.on", { day: formatCalendarDay(language, dated) })}
      </p>
    </div>
  );
}
