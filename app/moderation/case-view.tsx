import { Moment, useWords } from "#app/ui/words.tsx";
import type { AroundComment, Case, Report } from "./read-case.server.ts";
import { SubjectName, SubjectWords } from "./subject-view.tsx";
import type { Decision } from "./reason.ts";
import type { Subject } from "./subject.server.ts";

type Shown<Row, Moments extends keyof Row> = Omit<Row, Moments> & Record<Moments, Date | string>;

/** What was reported as it stands now, and how the public sees it. */
export function ReportedSubject({ subject }: { subject: Subject | null }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="subject" className="stack">
      <h2 id="subject">
        {t(
          subject?.kind === "held" || subject?.kind === "submission"
            ? `${subject.kind}.subject`
            : "case.subject",
        )}
      </h2>
      {!subject || subject.gone ? <p className="notice">{t("case.gone")}</p> : null}
      {subject ? (
        <p>
          <SubjectName subject={subject} link={subject.kind !== "submission"} />
        </p>
      ) : null}
      {subject && !subject.gone ? (
        <>
          {subject.author ? (
            <p className="quiet">{t("case.by", { name: subject.author.name ?? t("comment.author.gone") })}</p>
          ) : null}
          <SubjectWords words={subject.words} />
          {subject.hiddenFor ? (
            <p className="notice">
              {t("case.hidden", { reason: t(`moderation.reason.${subject.hiddenFor}`) })}
            </p>
          ) : null}
          {subject.removedFor ? (
            <p className="notice">
              {t(`hidden.law.${subject.removedFor.from}`, { law: subject.removedFor.provision })}
            </p>
          ) : null}
          {subject.partHiddenFor ? (
            <p className="notice">
              {t("comment.part-hidden", { reason: t(`moderation.reason.${subject.partHiddenFor}`) })}
            </p>
          ) : null}
          {subject.locked ? <p className="notice">{t("case.locked")}</p> : null}
        </>
      ) : null}
    </section>
  );
}

/** The reports of a case. Who reported is for moderators alone. */
export function ReportList({ reports }: { reports: Shown<Report, "madeAt">[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">{t("case.reports")}</h2>
      <ol className="rows">
        {reports.map((report) => (
          <li key={report.id}>
            <p>
              <strong>{t(`moderation.reason.${report.reason}`)}</strong> ·{" "}
              <bdi>{report.name || t("case.reports.anonymous")}</bdi>{" "}
              <span className="quiet">
                ({t(report.account ? "case.reports.account" : "case.reports.stranger")}
                {report.reachable ? "" : `; ${t("case.reports.unreachable")}`}) ·{" "}
                <Moment at={report.madeAt} />
              </span>
            </p>
            {report.explanation ? <SubjectWords words={report.explanation} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The thread around a comment, whole, with what is hidden from others; the reported one stands out, if it is there. */
export function ThreadAround({
  comments,
  reported,
}: {
  comments: Shown<AroundComment, "createdAt">[];
  reported: number | null;
}) {
  const { t } = useWords();
  if (comments.length < (reported === null ? 1 : 2)) return null;
  return (
    <details className="moderation-around" open={comments.length <= 12}>
      <summary>{t("case.around")}</summary>
      <ol>
        {comments.map((comment) => (
          <li
            key={comment.id}
            data-depth={Math.min(comment.depth, 6)}
            aria-current={comment.id === reported ? "true" : undefined}
          >
            <p className="quiet">
              <bdi>{comment.author ?? t("comment.author.gone")}</bdi> · <Moment at={comment.createdAt} />
              {comment.hidden ? ` · ${t("comment.hidden")}` : ""}
            </p>
            {comment.deleted ? (
              <p className="quiet">{t("comment.deleted.text")}</p>
            ) : (
              <SubjectWords words={comment.words} />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What was decided before about the same person: how often, no more. */
export function PersonsHistory({ before }: { before: Case["before"] }) {
  const { t, number } = useWords();
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t("case.before")}</h2>
      {before.length === 0 ? (
        <p>{t("case.before.none")}</p>
      ) : (
        <ul>
          {before.map(({ decision, count }: { decision: Decision; count: number }) => (
            <li key={decision}>
              {t(`moderation.decision.${decision}`)} ({number(count)})
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
