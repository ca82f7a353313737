import { formatCalendarDay } from "#app/languages/translate.ts";
import { useWords } from "#app/ui/words.tsx";
import { type DoctrineText, entryHref, type OutlineEntry, provisionHref, textHref } from "./doctrine-text.ts";
import type { ProvisionState } from "./read-provision.server.ts";
import { provisionLabel, provisionName } from "./provision-name.ts";

type Text = Pick<DoctrineText, "slug" | "title" | "language">;

/** Name and title apart, so that styles can set them; read aloud they are one sentence. */
export function Named({
  entry,
  language,
}: {
  entry: Pick<OutlineEntry, "kind" | "number" | "title">;
  language: DoctrineText["language"];
}) {
  const name = provisionName(entry, language);
  return (
    <>
      {name ? <span className="provision-name">{name}</span> : null}
      {name && entry.title ? <span className="visually-hidden"> : </span> : null}
      {entry.title ? <span className="provision-title">{entry.title}</span> : null}
    </>
  );
}

/** The head of a provision's page: where it stands, what it is called, and in which text it is read. */
export function ProvisionHead({
  text,
  revision,
  state,
  ancestors,
}: {
  text: Text;
  /** The revision's day for addresses; null for the newest. */
  revision: string | null;
  state: Pick<ProvisionState, "kind" | "number" | "title" | "dated">;
  ancestors: OutlineEntry[];
}) {
  const { t, language } = useWords();
  return (
    <header className="provision-page-head">
      <nav aria-label={t("doctrine.provision.breadcrumb")} className="breadcrumb" lang={text.language}>
        <ol>
          <li>
            <a href={textHref(text.slug, { revision })}>{text.title}</a>
          </li>
          {ancestors.map((entry) => (
            <li key={entry.id}>
              <a href={entryHref(text.slug, entry, revision)}>
                <Named entry={entry} language={text.language} />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <h1 lang={text.language}>
        <Named entry={state} language={text.language} />
      </h1>
      <p className="doctrine-state">
        {t("doctrine.state", { day: formatCalendarDay(language, state.dated) })}
      </p>
    </header>
  );
}

/** The head of a page that belongs to a provision: its name leads back to it. */
export function ProvisionPartHead({
  text,
  provision,
  title,
}: {
  text: Text;
  provision: { address: string; kind: OutlineEntry["kind"]; number: string; title: string };
  title: string;
}) {
  return (
    <header className="letter-part-head">
      <p className="kicker" lang={text.language}>
        <a href={textHref(text.slug)}>{text.title}</a> ·{" "}
        <a href={provisionHref(text.slug, provision.address)}>{provisionLabel(provision, text.language)}</a>
      </p>
      <h1>{title}</h1>
    </header>
  );
}

/** What stands directly below a heading, each leading to its own page. */
export function ProvisionChildren({
  text,
  revision,
  children,
}: {
  text: Text;
  revision: string | null;
  children: OutlineEntry[];
}) {
  const { t } = useWords();
  if (children.length === 0) return null;
  return (
    <section aria-labelledby="below" className="provision-below">
      <h2 id="below">{t("doctrine.provision.below")}</h2>
      <ul lang={text.language}>
        {children.map((entry) => (
          <li key={entry.id}>
            <a href={entryHref(text.slug, entry, revision)}>{provisionLabel(entry, text.language)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The provisions before and after in the order of reading, and the place in the text. */
export function ProvisionWays({
  text,
  revision,
  anchor,
  before,
  after,
}: {
  text: Text;
  revision: string | null;
  /** Of the provision in this revision. */
  anchor: string;
  before: OutlineEntry | null;
  after: OutlineEntry | null;
}) {
  const { t } = useWords();
  const way = (entry: OutlineEntry, rel: "prev" | "next") => (
    <a href={entryHref(text.slug, entry, revision)} rel={rel}>
      <span className="quiet">
        {t(rel === "prev" ? "doctrine.provision.before" : "doctrine.provision.after")}
      </span>{" "}
      <span lang={text.language}>{provisionName(entry, text.language) || entry.title}</span>
    </a>
  );
  return (
    <nav className="provision-ways" aria-label={t("doctrine.provision.neighbours")}>
      {before ? way(before, "prev") : null}
      <a href={textHref(text.slug, { revision, part: anchor, at: anchor })}>
        {t("doctrine.provision.inText")}
      </a>
      {after ? way(after, "next") : null}
    </nav>
  );
}
