import { Moment, useWords } from "#app/ui/words.tsx";
import { ConditionWords } from "./condition-words.tsx";
import type { Invalidation, Trend } from "./review-signatures.server.ts";

/** What many of the newest signatures share; each leads to the condition that it is. */
export function Trends({ slug, networks, domains }: { slug: string; networks: Trend[]; domains: Trend[] }) {
  const { t } = useWords();
  if (networks.length + domains.length === 0) return <p>{t("review.trends.none")}</p>;
  const lists = [
    { title: t("review.trends.networks"), field: "network", trends: networks },
    { title: t("review.trends.domains"), field: "domain", trends: domains },
  ];
  return (
    <div className="review-trends">
      {lists.map(({ title, field, trends }) => (
        <section key={field}>
          <h3>{title}</h3>
          <ul className="rows">
            {trends.map(({ value, signatures, held }) => (
              <li key={value}>
                <a
                  href={`/letters/${slug}/signatures/review/invalidate?${new URLSearchParams({ [field]: value })}`}
                >
                  {value}
                </a>{" "}
                <span className="quiet">{t("review.trend", { count: signatures, held })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Shown = Omit<Invalidation, "madeAt"> & { madeAt: Date | string };

/** What was invalidated by a condition, how far it is, and the way back. */
export function Invalidations({ invalidations }: { invalidations: Shown[] }) {
  const { t, number } = useWords();
  if (invalidations.length === 0) return <p>{t("invalidations.none")}</p>;
  return (
    <ol className="rows">
      {invalidations.map(
        ({ id, condition, reason, note, state, signatures, found, madeAt, madeBy, undoable }) => (
          <li key={id}>
            <p>
              <ConditionWords condition={condition} />
              {": "}
              {state === "running"
                ? t("invalidations.state.running", { done: number(signatures), found: number(found) })
                : state === "done"
                  ? t("invalidations.state.done", { count: signatures, number: number(signatures) })
                  : t(`invalidations.state.${state}`)}
            </p>
            <p className="quiet">
              {t(`reason.${reason}`)}
              {note ? (
                <>
                  {" · "}
                  <bdi>{note}</bdi>
                </>
              ) : null}
              {" · "}
              {madeBy} · <Moment at={madeAt} />
            </p>
            {state === "done" && undoable ? (
              <form method="post" data-once>
                <input type="hidden" name="invalidation" value={id} />
                <button className="link-button" name="intent" value="undo">
                  {t("invalidations.undo")}
                </button>
              </form>
            ) : null}
          </li>
        ),
      )}
    </ol>
  );
}
