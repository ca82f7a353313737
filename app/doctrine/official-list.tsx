import { Day, useWords } from "#app/ui/words.tsx";
import type { ListedOfficial } from "./list-officials.server.ts";

type Shown = Omit<ListedOfficial, "markedAt"> & { markedAt: Date | string };

/** Who may answer for a text; administrators have a button to end each mark. */
export function OfficialList({ officials, manages }: { officials: Shown[]; manages: boolean }) {
  const { t } = useWords();
  if (officials.length === 0) return <p>{t("officials.none")}</p>;
  return (
    <ul className="rows">
      {officials.map(({ id, organisation, person, markedAt }) => {
        const name = organisation?.name ?? person ?? t("answer.gone");
        return (
          <li key={id}>
            <p>
              {organisation ? <a href={`/organisations/${organisation.slug}`}>{name}</a> : <bdi>{name}</bdi>}
              <span className="quiet">
                {organisation ? `, ${t("officials.organisation.note")}` : ""}, {t("officials.since")}{" "}
                <Day at={markedAt} />
              </span>
            </p>
            {manages ? (
              <form method="post" data-once>
                <input type="hidden" name="mark" value={id} />
                <button
                  className="button button-quiet"
                  name="intent"
                  value="end"
                  aria-label={t("officials.end.named", { name })}
                >
                  {t("officials.end")}
                </button>
              </form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
