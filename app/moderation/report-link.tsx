import { useWords } from "#app/ui/words.tsx";
import type { ReportReason } from "./reason.ts";

/**
 * The small way to report something.
 * @param of what it is, as the report's address names it: "comment=12"
 * @param what its name, where many such links stand beside each other
 */
export function ReportLink({ of, what }: { of: string; what?: string }) {
  const { t } = useWords();
  return (
    <a
      href={`/moderation/report?${of}`}
      className="report-link"
      rel="nofollow"
      aria-label={what ? `${t("report.link")}: ${what}` : undefined}
    >
      {t("report.link")}
    </a>
  );
}

/**
 * What stands in the place of words that moderation hid. Their author reads them still, and where the decision is.
 * @param html the words, empty for everybody but their author
 * @param here the comment's address
 */
export function HiddenWords({
  reason,
  html,
  own,
  here,
}: {
  reason: ReportReason;
  html: string;
  own: boolean;
  here: string;
}) {
  const { t } = useWords();
  const told = { reason: t(`moderation.reason.${reason}`) };
  if (!own) return <p className="quiet">{t("comment.hidden.text", told)}</p>;
  const comment = here.slice(here.lastIndexOf("/") + 1);
  return (
    <>
      <p className="notice">
        {t("comment.hidden.own", told)}{" "}
        <a href={`/moderation/contest?comment=${comment}`}>{t("comment.hidden.contest")}</a>
      </p>
      <div className="comment-body" dangerouslySetInnerHTML={{ __html: html }} />
      <footer className="comment-foot">
        <a href={`${here}?delete#delete`}>{t("comment.delete.link")}</a>
      </footer>
    </>
  );
}
