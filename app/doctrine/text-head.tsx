import { formatCalendarDay } from "#app/languages/translate.ts";
import { useReader, useWords } from "#app/ui/words.tsx";
import {
  comparisonHref,
  dayIn,
  type DoctrineText,
  type Revision,
  revisionBefore,
  textHref,
} from "./doctrine-text.ts";
import { type ToldChange, toldChanges } from "./provision.ts";

type Counts = Record<ToldChange, number>;

/** The head of a text: title, which of its revisions is shown, the others, and what changed since the one before. */
export function TextHead({
  text,
  revision,
  counts,
}: {
  text: DoctrineText;
  revision: Revision;
  /** What changed since the revision before; null for the first. */
  counts: Counts | null;
}) {
  const { t, language, number } = useWords();
  const origin = useReader()?.origin ?? "";
  const { revisions, slug } = text;
  const day = (dated: string) => formatCalendarDay(language, dated);
  const place = revisions.length - revisions.findIndex(({ id }) => id === revision.id);
  const before = revisionBefore(text, revision);
  const asked = dayIn(text, revision);
  return (
    <header className="doctrine-head">
      <p className="kicker">
        <a href="/doctrine">{t("doctrine.title")}</a>
      </p>
      <h1 lang={text.language}>{revision.title}</h1>
      <p className="doctrine-state">
        {revisions.length === 1
          ? t("doctrine.onlyState", { day: day(revision.dated) })
          : t("doctrine.stateOf", { day: day(revision.dated), place, count: revisions.length })}
        {asked === null && revisions.length > 1 ? `, ${t("doctrine.newest")}` : null}
        {revision.source ? (
          <>
            {" · "}
            <Source source={revision.source} />
          </>
        ) : null}
      </p>
      {asked === null ? null : (
        <p className="doctrine-older">
          {t("doctrine.older")}{" "}
          <a href={textHref(slug)}>
            {t("doctrine.older.link", { day: day(revisions[0]?.dated ?? revision.dated) })}
          </a>
        </p>
      )}
      <p className="print-only">
        {t("doctrine.print", {
          title: text.title,
          day: day(revision.dated),
          url: `${origin}${textHref(slug, { revision: revision.dated })}`,
        })}
      </p>
      {before && counts ? (
        <p className="doctrine-since">
          {t("doctrine.since", { day: day(before.dated) })}{" "}
          {toldChanges
            .filter((change) => counts[change] > 0)
            .map((change) =>
              t(`doctrine.count.${change}`, { count: counts[change], number: number(counts[change]) }),
            )
            .join(", ") || t("doctrine.change.kept")}{" "}
          ·{" "}
          <a href={comparisonHref(slug, { from: before.dated, to: revision.dated })}>
            {t("doctrine.compare")}
          </a>
        </p>
      ) : null}
      {revisions.length > 1 ? (
        <nav aria-label={t("doctrine.revisions")} className="doctrine-revisions">
          <ul>
            {revisions.map((each) => (
              <li key={each.id}>
                <a
                  href={textHref(slug, { revision: dayIn(text, each) })}
                  aria-current={each.id === revision.id ? "page" : undefined}
                >
                  {day(each.dated)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  );
}

/** Where the official text stands: a link when it is an address of the web, else as it was typed. */
function Source({ source }: { source: string }) {
  const { t } = useWords();
  return /^https?:\/\//i.test(source) ? (
    <a href={source} rel="noopener">
      {t("doctrine.source")}
    </a>
  ) : (
    <>{source}</>
  );
}
