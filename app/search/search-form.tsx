import { useWords } from "#app/ui/words.tsx";
import { type Asked, type Days, type Kind, searchHref } from "./search-page.ts";

type Props = { asked: Asked; kind: Kind | null; last: { month: Days; year: Days } };

/** What to search and in which days. All of it is in the address. */
export function SearchForm({ asked, kind, last }: Props) {
  const { t } = useWords();
  const { typed, since, until } = asked;
  const limited = since !== null || until !== null;
  return (
    <form method="get" action="/search" role="search" className="search">
      <label htmlFor="search">{t("search.label")}</label>
      <p className="field-hint" id="search-hint">
        {t("search.hint")}
      </p>
      <div className="search-line">
        <input
          id="search"
          type="search"
          name="search"
          defaultValue={typed}
          maxLength={300}
          aria-describedby="search-hint"
        />
        <button className="button">{t("search.button")}</button>
      </div>
      <details className="search-days" open={limited}>
        <summary>{t("search.days")}</summary>
        <p className="field-hint" id="search-days-hint">
          {t("search.days.hint")}
        </p>
        <div className="search-ends">
          {(["since", "until"] as const).map((end) => (
            <p key={end} className="field">
              <label htmlFor={`search-${end}`}>{t(`search.${end}`)}</label>
              <input
                id={`search-${end}`}
                type="date"
                name={end}
                defaultValue={asked[end] ?? ""}
                aria-describedby="search-days-hint"
              />
            </p>
          ))}
        </div>
        {typed ? (
          <ul className="search-spans">
            {([["any", { since: null, until: null }], ...Object.entries(last)] as [SpanName, Days][]).map(
              ([name, days]) => (
                <li key={name}>
                  <a
                    href={searchHref({ typed, ...days }, kind)}
                    aria-current={days.since === since && days.until === until ? "true" : undefined}
                  >
                    {t(`search.days.${name}`)}
                  </a>
                </li>
              ),
            )}
          </ul>
        ) : null}
      </details>
      {kind ? <input type="hidden" name="kind" value={kind} /> : null}
    </form>
  );
}

type SpanName = "any" | "month" | "year";
