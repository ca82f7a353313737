import { zone } from "#app/consultations/consultation.ts";
import { UnknownCitations } from "#app/doctrine/unknown-citations.tsx";
import type { Phrase } from "#app/languages/translate.ts";
import type { FormState } from "#app/requests/form.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { Approval, PlannedPublication } from "./approval.ts";

type ShownApproval = Omit<Approval, "approvedAt"> & { approvedAt: Date | string | null };
type ShownPlan = Omit<PlannedPublication, "publishAt"> & { publishAt: Date | string };

type Props = {
  draft: { slug: string; revision: number };
  sha256: string;
  /** What still keeps it from being published, and citations that lead nowhere. */
  missing: Phrase[];
  unknown: string[];
  approvals: ShownApproval[];
  accountId: number;
  plan: ShownPlan | null;
  /** Whether it waits for a moderator when its author wants it published. */
  waits: boolean;
  form?: FormState;
};

/** What publishing does, who has approved the text, and the ways to publish it now or later. */
export function PublishPanel(props: Props) {
  const { draft, sha256, missing, unknown, approvals, accountId, plan, waits, form } = props;
  const { t } = useWords();
  const back = (
    <a className="button button-quiet" href={`/letters/${draft.slug}/edit`}>
      {t("publish.back")}
    </a>
  );
  if (missing.length > 0 || unknown.length > 0)
    return (
      <>
        <ErrorSummary form={form} />
        <PlanNotice plan={plan} />
        <p>{t("publish.missing")}</p>
        <ul>
          {missing.map((phrase) => (
            <li key={phrase}>{t(phrase)}</li>
          ))}
          <UnknownCitations citations={unknown} />
        </ul>
        <p>{back}</p>
      </>
    );
  const own = approvals.find((approval) => approval.accountId === accountId);
  const waiting = approvals.some((other) => other.accountId !== accountId && other.state !== "approved");
  return (
    <>
      <ErrorSummary form={form} />
      <PlanNotice plan={plan} />
      <p>{t("publish.text")}</p>
      {waits ? <p>{t("submission.text")}</p> : null}
      {approvals.length > 1 ? <Approvals approvals={approvals} /> : null}
      {waiting ? <p>{t("approval.waiting")}</p> : null}
      <form method="post" className="actions" data-once>
        <input type="hidden" name="revision" value={draft.revision} />
        {waiting ? null : (
          <button className="button button-seal" name="intent" value="publish">
            {t(waits ? "submission.button" : "publish.button")}
          </button>
        )}
        {approvals.length > 1 ? (
          own?.state === "approved" ? (
            <button className="button button-quiet" name="intent" value="withdraw">
              {t("approval.withdraw")}
            </button>
          ) : (
            <button className={waiting ? "button" : "button button-quiet"} name="intent" value="approve">
              {t("approval.approve")}
            </button>
          )
        ) : null}
        {back}
      </form>
      <p className="version-hash quiet">SHA-256 {sha256}</p>
      <details open={Boolean(form?.errors.at)}>
        <summary>{t("publish.plan.title")}</summary>
        <form method="post" className="stack" noValidate data-once>
          <input type="hidden" name="revision" value={draft.revision} />
          <Field
            name="at"
            type="datetime-local"
            label="publish.plan.at"
            hint="publish.plan.at.hint"
            hintValues={{ zone }}
            form={form}
          />
          <p>
            <button className="button button-quiet" name="intent" value="plan">
              {t("publish.plan.button")}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}

function Approvals({ approvals }: { approvals: ShownApproval[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="approvals">
      <h3 id="approvals">{t("approval.title")}</h3>
      <ul className="rows">
        {approvals.map(({ accountId, name, state, approvedAt }) => (
          <li key={accountId}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            : {t(`approval.state.${state}`)} {approvedAt ? <Moment at={approvedAt} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlanNotice({ plan }: { plan: ShownPlan | null }) {
  const { t } = useWords();
  if (!plan) return null;
  return (
    <form method="post" className="notice" data-once>
      <p>
        {t("publish.plan.planned")} <Moment at={plan.publishAt} />{" "}
        {t("publish.plan.by", { name: plan.plannedBy ?? t("draftHistory.somebody") })}
        {plan.changed ? <> {t("publish.plan.changed")}</> : null}
      </p>
      <button className="button button-quiet" name="intent" value="cancel-plan">
        {t("publish.plan.cancel")}
      </button>
    </form>
  );
}
