import { Moment, useWords } from "#app/ui/words.tsx";
import type { HoldReason } from "./pipeline.ts";
import type { OwnHeld } from "./read-held.server.ts";

/** Why something is held, in plain words. */
export function HoldReasonList({ reasons }: { reasons: HoldReason[] }) {
  const { t } = useWords();
  return (
    <ul className="held-reasons">
      {reasons.map((reason) => (
        <li key={reason}>{t(`held.reason.${reason}`)}</li>
      ))}
    </ul>
  );
}

type Shown = Omit<OwnHeld, "heldAt"> & { heldAt: Date | string };

/** What its reader has said here that a moderator has not let appear, with the reason; for its author alone. */
export function HeldList({ held, path }: { held: Shown[]; path: string }) {
  const { t } = useWords();
  if (held.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="held">
      <h2 id="held">{t("held.title")}</h2>
      <p className="quiet">{t("held.text")}</p>
      {held.map((each) => (
        <article
          key={each.id}
          id={`held-${each.id}`}
          className="held-comment stack"
          tabIndex={-1}
          aria-label={t(each.refused ? "held.refused" : "held.waits")}
        >
          <p className="held-head">
            <strong>{t(each.refused ? "held.refused" : "held.waits")}</strong> · <Moment at={each.heldAt} />
            {each.editsId !== null ? (
              <>
                {" · "}
                <a href={`${path}/${each.editsId}`}>{t("held.rewords")}</a>
              </>
            ) : each.parentId !== null ? (
              <>
                {" · "}
                <a href={`${path}/${each.parentId}`}>{t("held.answers")}</a>
              </>
            ) : null}
          </p>
          {each.refused ? (
            each.refusedBy === null ? null : (
              <p>
                <a href={`/moderation/contest/${each.refusedBy}`}>{t("comment.hidden.contest")}</a>
              </p>
            )
          ) : (
            <>
              <p>{t("held.because")}</p>
              <HoldReasonList reasons={each.reasons} />
            </>
          )}
          <div className="comment-body" dir="auto" dangerouslySetInnerHTML={{ __html: each.html }} />
          <details>
            <summary>{t("held.withdraw")}</summary>
            <form method="post" action={path} className="stack" data-once>
              <p>{t("held.withdraw.text")}</p>
              <input type="hidden" name="held" value={each.id} />
              <p>
                <button className="button button-quiet" name="intent" value="withdraw">
                  {t("comment.delete.button")}
                </button>
              </p>
            </form>
          </details>
        </article>
      ))}
    </section>
  );
}
