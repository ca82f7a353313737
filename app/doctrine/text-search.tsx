import { Excerpt } from "#app/search/excerpt.tsx";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import { type DoctrineText, textHref } from "./doctrine-text.ts";
import { provisionLabel } from "./provision-name.ts";
import type { FoundProvision } from "./search-text.server.ts";

type Props = { text: Pick<DoctrineText, "slug" | "language">; revision: string | null };

/** The field that searches within a text. */
export function TextSearch({ text, revision, typed }: Props & { typed: string }) {
  const { t } = useWords();
  return (
    <form method="get" action={textHref(text.slug)} role="search" className="text-search">
      <label htmlFor="text-search">{t("doctrine.search")}</label>
      <div className="search-line">
        <input
          id="text-search"
          type="search"
          name="search"
          defaultValue={typed}
          maxLength={300}
          title={t("doctrine.search.hint")}
        />
        <button className="button button-quiet">{t("doctrine.search.button")}</button>
      </div>
      {revision === null ? null : <input type="hidden" name="revision" value={revision} />}
    </form>
  );
}

/** What was found in a text, in the order of reading; null when nothing that can be found was typed. */
export function FoundInText({
  text,
  revision,
  typed,
  paged,
  result,
}: Props & {
  typed: string;
  paged: boolean;
  result: { found: FoundProvision[]; next: number | null } | null;
}) {
  const { t } = useWords();
  const href = (after: number | null) => textHref(text.slug, { revision, search: typed, after });
  return (
    <section className="found stack" aria-labelledby="found">
      <h2 id="found">{t("doctrine.search.found", { typed })}</h2>
      <p>
        <a href={textHref(text.slug, { revision })}>{t("doctrine.search.back")}</a>
      </p>
      {result === null ? (
        <p role="status">{t("doctrine.search.noWord")}</p>
      ) : result.found.length === 0 ? (
        <p role="status">{t(paged ? "doctrine.search.end" : "doctrine.search.none", { typed })}</p>
      ) : (
        <ol className="found-list" lang={text.language}>
          {result.found.map((provision) => (
            <li key={provision.id}>
              <h3>
                <a href={textHref(text.slug, { revision, part: provision.slug, at: provision.slug })}>
                  {provisionLabel(provision, text.language)}
                </a>
              </h3>
              {provision.excerpt ? (
                <p>
                  <Excerpt text={provision.excerpt} />
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <NextPage href={result?.next ? href(result.next) : null} first={paged ? href(null) : null} />
    </section>
  );
}
