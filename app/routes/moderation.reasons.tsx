import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { decisionReasons, decisions } from "#app/moderation/reason.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export function loader() {
  return { year: new Date().getFullYear() };
}

export const meta: MetaFunction = phraseTitle("moderation.reasons", { indexed: true });

export default function Reasons() {
  const { year } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("moderation.reasons")}</h1>
      <p className="lead">{t("moderation.reasons.lead")}</p>
      <dl className="moderation-list">
        {decisionReasons.map((reason) => (
          <div key={reason} id={reason}>
            <dt>{t(`moderation.reason.${reason}`)}</dt>
            <dd>{t(`moderation.reason.${reason}.text`)}</dd>
          </div>
        ))}
      </dl>
      <h2>{t("moderation.reasons.decisions")}</h2>
      <dl className="moderation-list">
        {decisions.map((decision) => (
          <div key={decision} id={decision}>
            <dt>{t(`moderation.decision.${decision}`)}</dt>
            <dd>{t(`moderation.decision.${decision}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("moderation.reasons.held")}</p>
      <p>{t("moderation.reasons.contest")}</p>
      <p>
        {t("moderation.reasons.log")} <a href="/moderation/log">{t("publicLog.title")}</a> ·{" "}
        <a href={`/moderation/figures.csv?year=${year}`}>
          {t("moderation.reasons.figures", { year: String(year) })}
        </a>
      </p>
    </main>
  );
}
