import { comparisonHref } from "#app/doctrine/doctrine-text.ts";
import { provisionChanges } from "#app/doctrine/provision.ts";
import type { Language } from "#app/languages/language.ts";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { ParticipationTables } from "./participation-tables.tsx";
import type { Summary } from "./read-summary.server.ts";
import { StanceChart } from "./stance-chart.tsx";

type Text = { slug: string; language: Language };

/** What came of a consultation: who took part, what they think, what changed and what was answered. */
export function ConsultationSummary({ text, summary }: { text: Text; summary: Summary }) {
  const { t } = useWords();
  const { participation, stances } = summary;
  return (
    <>
      <section aria-labelledby="participants" className="stack">
        <h2 id="participants">{t("summary.participants")}</h2>
        <ParticipationTables participation={participation} />
      </section>
      {stances.length > 0 ? (
        <section aria-labelledby="stances" className="stack">
          <h2 id="stances">{t("summary.stances")}</h2>
          <StanceChart text={text} stances={stances} />
        </section>
      ) : null}
      <Answers summary={summary} />
      <Followed text={text} followed={summary.followed} />
    </>
  );
}

function Answers({ summary: { dispositions, officialAnswers } }: { summary: Summary }) {
  const { t, number } = useWords();
  if (dispositions.length === 0) return null;
  return (
    <section aria-labelledby="answers" className="stack">
      <h2 id="answers">{t("summary.answers")}</h2>
      <p>{t("summary.answers.text")}</p>
      <ul className="counts">
        {dispositions.map(({ decision, count }) => (
          <li key={decision}>
            <strong>{number(count)}</strong>{" "}
            {t(decision === null ? "summary.answers.none" : `doctrine.provision.decision.${decision}`)}
          </li>
        ))}
      </ul>
      <p>{t("summary.official", { count: officialAnswers, number: number(officialAnswers) })}</p>
    </section>
  );
}

function Followed({ text, followed }: { text: Text; followed: Summary["followed"] }) {
  const { t, language, number } = useWords();
  const [day, before] = [followed?.dated, followed?.before].map(
    (dated) => dated && formatCalendarDay(language, dated),
  );
  return (
    <section aria-labelledby="followed" className="stack">
      <h2 id="followed">{t("summary.followed")}</h2>
      {followed && day && before ? (
        <>
          <p>
            {t("summary.followed.text", { day, before })}{" "}
            {provisionChanges
              .map((change) => ({ change, count: followed.counts[change] }))
              .filter(({ count }) => count > 0)
              .map(({ change, count }) => t(`doctrine.count.${change}`, { count, number: number(count) }))
              .join(", ")}
            .
          </p>
          <p>
            <a href={comparisonHref(text.slug, { from: followed.before, to: followed.dated })}>
              {t("summary.followed.compare", { day, before })}
            </a>
          </p>
        </>
      ) : (
        <p>{t("summary.followed.none")}</p>
      )}
    </section>
  );
}
