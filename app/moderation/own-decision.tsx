import { formatMoment } from "#app/languages/translate.ts";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { OwnDecision } from "./contest-decision.server.ts";
import { reasonWords } from "./log-sentence.ts";
import type { Subject } from "./subject.server.ts";
import { HiddenPassages, SubjectName, SubjectWords } from "./subject-view.tsx";

type Shown = Omit<OwnDecision, "decidedAt" | "until" | "contestedAt"> & {
  decidedAt: Date | string;
  until: Date | string | null;
  contestedAt: Date | string | null;
};

/** A decision as the person reads it whose words it is about: the statement of reasons, and what became of their contest. */
export function OwnDecisionView({ decision, subject }: { decision: Shown; subject: Subject | null }) {
  const { t, language } = useWords();
  const { until, contest, contestedAt, answer } = decision;
  return (
    <>
      {decision.undone ? (
        <p className="notice">{t(answer === "overturn" ? "contest.overturned" : "contest.undone")}</p>
      ) : null}
      <dl className="facts">
        <div>
          <dt>{t("contest.decision")}</dt>
          <dd>{t(`moderation.decision.${decision.decision}`)}</dd>
        </div>
        <div>
          <dt>{t("contest.reason")}</dt>
          <dd>
            <a href={`/moderation/reasons#${decision.reason}`}>{reasonWords(decision.reason, t)}</a>
          </dd>
        </div>
        <div>
          <dt>{t("contest.decided")}</dt>
          <dd>
            <Moment at={decision.decidedAt} />
          </dd>
        </div>
        {decision.law ? (
          <div>
            <dt>{t("decide.law")}</dt>
            <dd>
              {decision.law.provision} ({t(`moderation.lawFrom.${decision.law.from}`)})
            </dd>
          </div>
        ) : null}
        {until ? (
          <div>
            <dt>{t("contest.until")}</dt>
            <dd>
              <Moment at={until} />
            </dd>
          </div>
        ) : null}
      </dl>
      {subject ? (
        <>
          <h2>{t("contest.what")}</h2>
          <p>
            <SubjectName subject={subject} />
          </p>
          <SubjectWords words={subject.words} />
        </>
      ) : null}
      <HiddenPassages passages={decision.passages} />
      <h2>{t("contest.statement")}</h2>
      <SubjectWords words={decision.statement} />
      <p>{t("contest.means")}</p>
      {contest && contestedAt ? (
        <>
          <p>{t("contest.made", { at: formatMoment(language, new Date(contestedAt)) })}</p>
          <SubjectWords words={contest} />
          {answer ? (
            <>
              <h2>{t(answer === "uphold" ? "contest.upheld" : "contest.overturned")}</h2>
              <SubjectWords words={decision.answerText} />
            </>
          ) : decision.undone ? null : (
            <p className="notice">{t("contest.waits")}</p>
          )}
        </>
      ) : decision.open || decision.undone ? null : (
        <p className="notice">{t("contest.late")}</p>
      )}
    </>
  );
}
