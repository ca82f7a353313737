import type { FormState } from "#app/requests/form.ts";
import { formatMoment } from "#app/languages/translate.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextArea } from "#app/ui/field.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import { isFavourable } from "./reason.ts";
import { reasonWords } from "./log-sentence.ts";
import type { MadeDecision } from "./read-case.server.ts";
import { HiddenPassages, SubjectWords } from "./subject-view.tsx";

type Moments = "decidedAt" | "until" | "undoneAt" | "contestedAt";
type Shown = Omit<MadeDecision, Moments> & {
  decidedAt: Date | string;
  until: Date | string | null;
  undoneAt: Date | string | null;
  contestedAt: Date | string | null;
};

/** The decisions of a case, each with its contest and what one may do with it. */
export function DecisionList({
  decisions,
  moderatorId,
  form,
}: {
  decisions: Shown[];
  moderatorId: number;
  /** What was refused, by the decision it was typed for. */
  form?: FormState;
}) {
  const { t } = useWords();
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{t("case.decisions")}</h2>
      <ol className="rows">
        {decisions.map((decision) => (
          <li key={decision.id} className="stack">
            <Decided decision={decision} />
            {decision.contest && !decision.answer && !decision.undoneAt ? (
              decision.decidedById === moderatorId ? (
                <p className="notice">{t("case.contest.waits")}</p>
              ) : (
                <AnswerForm
                  id={decision.id}
                  form={form?.values.answered === String(decision.id) ? form : undefined}
                />
              )
            ) : null}
            {decision.undoneAt ||
            isFavourable(decision.decision) ||
            (decision.contest && !decision.answer) ? null : (
              <details>
                <summary>{t("case.undo")}</summary>
                <form method="post" className="stack" data-once>
                  <p>{t("case.undo.text")}</p>
                  <input type="hidden" name="undone" value={decision.id} />
                  <button className="button button-quiet" name="intent" value="undo">
                    {t("case.undo.button")}
                  </button>
                </form>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Decided({ decision }: { decision: Shown }) {
  const { t, language } = useWords();
  const { until, undoneAt, contestedAt } = decision;
  const said = (at: Date | string) => formatMoment(language, new Date(at));
  return (
    <>
      <p>
        <strong>{t(`moderation.decision.${decision.decision}`)}</strong> · {reasonWords(decision.reason, t)} ·{" "}
        {t("case.decided.by", { name: decision.decidedBy ?? t("comment.author.gone") })} ·{" "}
        <Moment at={decision.decidedAt} />
        {decision.minutes === null ? "" : ` · ${t("case.minutes", { count: decision.minutes })}`}
        {decision.law
          ? ` · ${t("case.law", { law: decision.law.provision, from: t(`moderation.lawFrom.${decision.law.from}`) })}`
          : ""}
        {until ? ` · ${t("case.until", { until: said(until) })}` : ""}
        {undoneAt ? ` · ${t("case.undone.on", { at: said(undoneAt) })}` : ""}
      </p>
      <HiddenPassages passages={decision.passages} />
      {decision.statement ? <SubjectWords words={decision.statement} /> : null}
      {contestedAt && decision.contest ? (
        <>
          <p>{t("case.contest", { at: said(contestedAt) })}</p>
          <SubjectWords words={decision.contest} />
        </>
      ) : null}
      {decision.answer ? (
        <>
          <p>
            {t(`case.answer.${decision.answer}`, { name: decision.answeredBy ?? t("comment.author.gone") })}
          </p>
          <SubjectWords words={decision.answerText} />
        </>
      ) : null}
    </>
  );
}

/** Upholds or overturns a decision of somebody else's. */
function AnswerForm({ id, form }: { id: number; form?: FormState }) {
  const { t } = useWords();
  const idPrefix = `answer-${id}-`;
  return (
    <form method="post" className="stack" noValidate data-once>
      <h3>{t("contest.answer.title")}</h3>
      <ErrorSummary form={form} idPrefix={idPrefix} />
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="answered" value={id} />
      <Choices
        idPrefix={idPrefix}
        name="answer"
        label="contest.answer"
        form={form}
        defaultValue=""
        choices={[
          { value: "uphold", label: "contest.answer.uphold" },
          { value: "overturn", label: "contest.answer.overturn" },
        ]}
      />
      <TextArea idPrefix={idPrefix} name="text" label="contest.answer.text" form={form} maxLength={4000} />
      <p>
        <button className="button button-seal">{t("contest.answer.button")}</button>
      </p>
    </form>
  );
}
