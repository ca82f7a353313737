import type { Passage } from "#app/letters/compare-versions.ts";
import { ComparedPassages } from "#app/letters/version-comparison.tsx";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { CalendarDay, useWords } from "#app/ui/words.tsx";
import { type DoctrineText, entryHref, provisionHref } from "./doctrine-text.ts";
import type { ProvisionState } from "./read-provision.server.ts";
import { provisionLabel } from "./provision-name.ts";

type Props = {
  text: Pick<DoctrineText, "slug" | "language" | "revisions">;
  address: string;
  /** The newest first. */
  history: ProvisionState[];
  /** The revision whose text is shown. */
  shown: number;
};

/** What became of a provision in each revision. */
export function ProvisionHistory({ text, address, history, shown }: Props) {
  const { t } = useWords();
  const newest = text.revisions[0]?.dated;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("doctrine.provision.history")}</h2>
      <ol className="rows" reversed>
        {history.map(({ id, dated, change, slug, ...named }, place) => {
          const before = history[place + 1];
          // The first revision that is kept here knows none before: that everything is new in it says nothing.
          const first = dated === text.revisions.at(-1)?.dated;
          const label = provisionLabel(named, text.language);
          const renamed = before && change !== "repealed" && provisionLabel(before, text.language) !== label;
          return (
            <li key={id}>
              {change === "repealed" ? (
                <CalendarDay day={dated} />
              ) : (
                <a
                  href={entryHref(text.slug, { address, slug }, dated === newest ? null : dated)}
                  aria-current={id === shown ? "page" : undefined}
                >
                  <CalendarDay day={dated} />
                </a>
              )}
              {", "}
              {t(`doctrine.provision.history.${change === "new" && first ? "first" : change}`)}
              {renamed ? (
                <>
                  {" ("}
                  <span lang={text.language}>
                    {provisionLabel(before, text.language)} → {label}
                  </span>
                  )
                </>
              ) : null}
              {id === shown ? (
                <span className="quiet"> · {t("doctrine.provision.history.shown")}</span>
              ) : null}
              {before && (change === "changed" || change === "moved") ? (
                <>
                  {" · "}
                  <a
                    href={provisionHref(text.slug, address, { from: before.dated, to: dated, at: "changes" })}
                  >
                    {t("doctrine.compare.open")}
                  </a>
                </>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What changed in a provision between two revisions, and a form that chooses others. */
export function ProvisionChanges({
  text,
  address,
  history,
  from,
  to,
  passages,
}: Omit<Props, "shown"> & { from: string; to: string; passages: Passage[] }) {
  const { t, language } = useWords();
  const days = history.filter(({ change }) => change !== "repealed").map(({ dated }) => dated);
  const select = (name: "from" | "to", chosen: string) => (
    <>
      <label htmlFor={`changes-${name}`}>{t(`doctrine.compare.${name}`)}</label>
      <select id={`changes-${name}`} name={name} defaultValue={chosen}>
        {days.map((dated) => (
          <option key={dated} value={dated}>
            {formatCalendarDay(language, dated)}
          </option>
        ))}
      </select>
    </>
  );
  return (
    <section aria-labelledby="changes" className="stack">
      <h2 id="changes">
        {t("doctrine.provision.changes", {
          from: formatCalendarDay(language, from),
          to: formatCalendarDay(language, to),
        })}
      </h2>
      {days.length > 2 ? (
        <form method="get" action={`${provisionHref(text.slug, address)}#changes`} className="changes-choice">
          {select("from", from)}
          {select("to", to)}
          <button className="button button-quiet">{t("doctrine.compare")}</button>
        </form>
      ) : null}
      {passages.every(({ change }) => change === "same") ? (
        <p className="quiet">{t("doctrine.provision.changes.none")}</p>
      ) : (
        <div className="comparison">
          <ComparedPassages passages={passages} language={text.language} />
        </div>
      )}
    </section>
  );
}
