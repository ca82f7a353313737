import { ComparedPassages } from "#app/letters/version-comparison.tsx";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import type { Changed } from "./compare-revisions.server.ts";
import type { ToldChange } from "./provision.ts";
import {
  comparisonHref,
  dayIn,
  type DoctrineText,
  entryHref,
  type Revision,
  textHref,
} from "./doctrine-text.ts";
import type { ProvisionChange } from "./provision.ts";
import { ProvisionBody } from "./provision-body.tsx";
import { provisionLabel } from "./provision-name.ts";

type Compared = {
  counts: Record<ProvisionChange, number>;
  /** With the name that each has in the revision that its link leads to. */
  changed: (Changed & { slug: string })[];
  next: number | null;
  /** The only kind of change that is listed; null for all. */
  change: ToldChange | null;
  paged: boolean;
};

type Props = {
  text: DoctrineText;
  from: Revision;
  to: Revision;
  /** Null where there are no two revisions to compare. */
  compared: Compared | null;
};

const kinds = ["changed", "moved", "new", "repealed"] as const;

/** What changed between two revisions of a text: how much of what kind, then each provision with its words. */
export function RevisionChanges({ text, from, to, compared }: Props) {
  const { t, language, number } = useWords();
  const day = ({ dated }: Revision) => formatCalendarDay(language, dated);
  const href = (change: ToldChange | null, after?: number | null) =>
    comparisonHref(text.slug, { from: from.dated, to: to.dated, change, after });
  const none = !compared || kinds.every((kind) => compared.counts[kind] === 0);
  return (
    <>
      <header className="letter-part-head">
        <p className="kicker" lang={text.language}>
          <a href={textHref(text.slug, { revision: dayIn(text, to) })}>{text.title}</a>
        </p>
        <h1>{t("doctrine.compare.title", { from: day(from), to: day(to) })}</h1>
      </header>
      {text.revisions.length > 2 ? <Choice text={text} from={from} to={to} /> : null}
      {none ? (
        <p>{t("doctrine.compare.none")}</p>
      ) : (
        <>
          <nav aria-label={t("doctrine.compare")} className="tabs">
            <a href={href(null)} aria-current={compared.change === null ? "page" : undefined}>
              {t("doctrine.compare.all")}
            </a>
            {kinds.map((kind) => (
              <a key={kind} href={href(kind)} aria-current={compared.change === kind ? "page" : undefined}>
                {t(`doctrine.count.${kind}`, {
                  count: compared.counts[kind],
                  number: number(compared.counts[kind]),
                })}
              </a>
            ))}
          </nav>
          <p className="quiet">
            {t("doctrine.count.kept", { count: compared.counts.kept, number: number(compared.counts.kept) })}
          </p>
          {compared.changed.length === 0 ? <p>{t("doctrine.compare.end")}</p> : null}
          <div className="comparison">
            <div className="comparison-heads" aria-hidden="true">
              <p>{t("doctrine.state", { day: day(from) })}</p>
              <p>{t("doctrine.state", { day: day(to) })}</p>
            </div>
            {compared.changed.map((changed) => (
              <OneChange key={changed.id} text={text} from={from} to={to} changed={changed} />
            ))}
          </div>
          <NextPage
            href={compared.next === null ? null : href(compared.change, compared.next)}
            first={compared.paged ? href(compared.change) : null}
          />
        </>
      )}
    </>
  );
}

function OneChange({
  text,
  from,
  to,
  changed,
}: Omit<Props, "compared"> & { changed: Compared["changed"][number] }) {
  const { t } = useWords();
  const { change, kind, number, title, numberBefore, titleBefore, passages, body } = changed;
  const revision = change === "repealed" ? from : to;
  const renamed = numberBefore !== null || titleBefore !== null;
  return (
    <section className="revision-change">
      <h2 lang={text.language}>
        <a href={entryHref(text.slug, changed, dayIn(text, revision))}>
          {provisionLabel(changed, text.language)}
        </a>
      </h2>
      <p className={`provision-change provision-change-${change}`}>{t(`doctrine.change.${change}`)}</p>
      {renamed ? (
        <p className="quiet" lang={text.language}>
          {t("doctrine.compare.was", {
            name: provisionLabel(
              { kind, number: numberBefore ?? number, title: titleBefore ?? title },
              text.language,
            ),
          })}
        </p>
      ) : null}
      {passages ? (
        <ComparedPassages passages={passages} language={text.language} />
      ) : change === "changed" ? (
        <p className="quiet">{t("doctrine.compare.onlyTitle")}</p>
      ) : null}
      {body ? (
        <div className={`change change-${change === "new" ? "added" : "removed"}`} lang={text.language}>
          <ProvisionBody text={body} />
        </div>
      ) : null}
    </section>
  );
}

/** A form that chooses two other revisions. */
function Choice({ text, from, to }: Omit<Props, "compared">) {
  const { t, language } = useWords();
  const chosen = { from: from.dated, to: to.dated };
  return (
    <form method="get" action={`/doctrine/${text.slug}/compare`} className="changes-choice">
      {(["from", "to"] as const).map((name) => (
        <span key={name}>
          <label htmlFor={`compare-${name}`}>{t(`doctrine.compare.${name}`)}</label>{" "}
          <select id={`compare-${name}`} name={name} defaultValue={chosen[name]}>
            {text.revisions.map(({ id, dated }) => (
              <option key={id} value={dated}>
                {formatCalendarDay(language, dated)}
              </option>
            ))}
          </select>
        </span>
      ))}
      <button className="button button-quiet">{t("doctrine.compare")}</button>
    </form>
  );
}
