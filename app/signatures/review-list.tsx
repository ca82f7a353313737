import { Moment, useWords } from "#app/ui/words.tsx";
import type { ReviewedSignature } from "./review-signatures.server.ts";
import { holdReasons } from "./suspicion-words.ts";

type Shown = Omit<ReviewedSignature, "signedAt"> & { signedAt: Date | string };

/** Signatures as a reviewer sees them, each with what may be done to it. */
export function ReviewList({ slug, signatures }: { slug: string; signatures: Shown[] }) {
  const { t } = useWords();
  if (signatures.length === 0) return <p>{t("review.none")}</p>;
  const held = signatures.filter(({ state }) => state === "held");
  return (
    <form method="post" className="stack" data-once>
      <ol className="rows">
        {signatures.map(({ id, name, state, reasons, network, address, signedAt }) => (
          <li key={id}>
            <p>
              {name === null ? <em>{t("signature.hidden")}</em> : <bdi>{name}</bdi>}{" "}
              <span className="quiet">{address}</span>
            </p>
            <p className="quiet">
              {[
                ...reasons.map((reason) => t(holdReasons[reason])),
                network && t("review.network", { network }),
              ]
                .filter(Boolean)
                .join(" · ")}{" "}
              <Moment at={signedAt} />
            </p>
            <p className="review-ways">
              {state === "held" ? (
                <button className="link-button" name="release" value={id}>
                  {t("review.release")}
                </button>
              ) : null}
              {state === "invalidated" ? null : (
                <a href={`/letters/${slug}/signatures/review/invalidate?signature=${id}`}>
                  {t("review.signature.invalidate")}
                </a>
              )}
            </p>
          </li>
        ))}
      </ol>
      {held.length > 1 ? (
        <p>
          <button className="button button-quiet" name="release" value={held.map(({ id }) => id).join(",")}>
            {t("review.release.all")}
          </button>
        </p>
      ) : null}
    </form>
  );
}
