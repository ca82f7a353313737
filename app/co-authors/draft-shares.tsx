import { formatDay } from "#app/languages/translate.ts";
import { useReader, useWords } from "#app/ui/words.tsx";

type Shown = { id: number; token: string; createdBy: string | null; createdAt: Date | string };

/** The secret links to a draft, each to copy or to revoke, and the button that makes another. */
export function DraftShares({ shares }: { shares: Shown[] }) {
  const { t, language } = useWords();
  const origin = useReader()?.origin ?? "";
  return (
    <section aria-labelledby="shares" className="stack">
      <h2 id="shares">{t("coAuthors.shares")}</h2>
      <p>{t("coAuthors.shares.lead")}</p>
      {shares.length === 0 ? <p className="quiet">{t("coAuthors.shares.none")}</p> : null}
      {shares.map(({ id, token, createdBy, createdAt }) => (
        <form key={id} method="post" className="draft-share" data-once>
          <input type="hidden" name="share" value={id} />
          <label htmlFor={`share-${id}`}>
            {t("coAuthors.share.label", { day: formatDay(language, new Date(createdAt)) })}
            {createdBy ? (
              <span className="quiet"> ({t("coAuthors.share.by", { name: createdBy })})</span>
            ) : null}
          </label>
          <input id={`share-${id}`} type="text" readOnly value={`${origin}/drafts/${token}`} />
          <span className="actions">
            <button
              type="button"
              className="link-button"
              data-copy={`share-${id}`}
              data-copied={t("share.copied")}
              hidden
            >
              {t("share.copy")}
            </button>
            <button className="button button-quiet" name="intent" value="revoke">
              {t("coAuthors.share.revoke")}
            </button>
          </span>
        </form>
      ))}
      <form method="post" data-once>
        <button className="button" name="intent" value="share">
          {t("coAuthors.share")}
        </button>
      </form>
    </section>
  );
}
