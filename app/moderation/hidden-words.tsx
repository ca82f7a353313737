import { useWords } from "#app/ui/words.tsx";
import type { ReportReason } from "./reason.ts";
import type { Removal } from "./removal.server.ts";

/**
 * What stands in the place of words that moderation hid. Their author reads them still, and where the decision is.
 * @param law the provision that it was removed for, where that is why
 * @param html the words, empty for everybody but their author
 * @param here the comment's address
 */
export function HiddenWords({
  reason,
  law,
  html,
  own,
  here,
}: {
  reason: ReportReason;
  law: Removal | null;
  html: string;
  own: boolean;
  here: string;
}) {
  const { t } = useWords();
  const told = { reason: t(`moderation.reason.${reason}`) };
  const removed = law ? ` ${t(`hidden.law.${law.from}`, { law: law.provision })}` : "";
  if (!own)
    return (
      <p className="quiet">
        {t("comment.hidden.text", told)}
        {removed}
      </p>
    );
  const comment = here.slice(here.lastIndexOf("/") + 1);
  return (
    <>
      <p className="notice">
        {t("comment.hidden.own", told)}
        {removed} <a href={`/moderation/contest?comment=${comment}`}>{t("comment.hidden.contest")}</a>
      </p>
      <div className="comment-body" dangerouslySetInnerHTML={{ __html: html }} />
      <footer className="comment-foot">
        <a href={`${here}?delete#delete`}>{t("comment.delete.link")}</a>
      </footer>
    </>
  );
}

/** That parts of a comment are hidden, and why. Its author is led to which they are, and to contest it. */
export function PartHidden({
  reason,
  own,
  comment,
}: {
  reason: ReportReason;
  own: boolean;
  comment: number;
}) {
  const { t } = useWords();
  const told = { reason: t(`moderation.reason.${reason}`) };
  if (!own) return <p className="quiet">{t("comment.part-hidden", told)}</p>;
  return (
    <p className="notice">
      {t("comment.part-hidden.own", told)} {t("comment.part-hidden.edit")}{" "}
      <a href={`/moderation/contest?comment=${comment}`}>{t("comment.hidden.contest")}</a>
    </p>
  );
}
