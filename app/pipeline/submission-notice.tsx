import { Moment, useWords } from "#app/ui/words.tsx";
import type { OwnSubmission } from "./read-submission.server.ts";

type Shown = Omit<OwnSubmission, "submittedAt"> & { submittedAt: Date | string };

/** What became of a text that its author submitted, and the way to take it back. */
export function SubmissionNotice({ submission }: { submission: Shown | null }) {
  const { t } = useWords();
  if (!submission) return null;
  const { state, submittedAt, changed, refusedBy } = submission;
  if (state === "refused")
    return (
      <p className="notice">
        {t("submission.refused")}{" "}
        {refusedBy === null ? null : (
          <a href={`/moderation/contest/${refusedBy}`}>{t("submission.refused.link")}</a>
        )}
      </p>
    );
  return (
    <form method="post" className="notice stack" data-once>
      <p>
        {t("submission.waits")} <Moment at={submittedAt} />
      </p>
      {changed ? <p>{t("submission.changed")}</p> : null}
      <p>
        <button className="button button-quiet" name="intent" value="take-back">
          {t("submission.takeBack")}
        </button>
      </p>
    </form>
  );
}
