import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchComments } from "#app/discussion/search-comments.server.ts";
import { searchLetters } from "#app/letters/search-letters.server.ts";
import { prepareFind } from "#app/search/find.server.ts";
import { FoundComments, FoundLetters, FoundSignatories } from "#app/search/found.tsx";
import { readQuestion } from "#app/search/question.ts";
import { type Kind, kinds, readKey, searchHref } from "#app/search/search-page.ts";
import { searchSignatories } from "#app/signatures/search-signatories.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

const pageSize = 20;
/** On the page of everything each kind shows its first ones. */
const firstOnes = 5;

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("search") ?? "").replaceAll("\0", "").slice(0, 300);
  const kind = kinds.find((choice) => choice === searchParams.get("kind")) ?? null;
  const after = readKey(searchParams.get("after"));
  const asked = { typed, kind, paged: after !== null };
  const question = readQuestion(typed);
  if (!question) return { ...asked, found: null };
  const limit = kind === null ? firstOnes : pageSize;
  const find = await prepareFind(question);
  const wants = (one: Kind) => kind === null || kind === one;
  const [letters, comments, signatories] = await Promise.all([
    wants("letters") ? searchLetters(find, after, limit) : [],
    wants("comments") ? searchComments(find, after?.id ?? null, limit) : [],
    wants("signatories") ? searchSignatories(question, after?.id ?? null, limit) : [],
  ]);
  const page = <Found,>(found: Found[]) => ({ shown: found.slice(0, limit), more: found.length > limit });
  return {
    ...asked,
    found: { letters: page(letters), comments: page(comments), signatories: page(signatories) },
  };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("search.title");

export default function Search() {
  const { typed, kind, paged, found } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("search.title")}</h1>
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
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
      </form>
      {found ? (
        <Results typed={typed} kind={kind} paged={paged} found={found} />
      ) : typed.trim() ? (
        <p role="status">{t("search.noWord")}</p>
      ) : null}
    </main>
  );
}

type Found = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["found"]>;
type ResultsProps = { typed: string; kind: Kind | null; paged: boolean; found: Found };

function Results({ typed, kind, paged, found }: ResultsProps) {
  const { t } = useWords();
  const none = kinds.every((one) => found[one].shown.length === 0);
  const shown = kind === null ? kinds.filter((one) => found[one].shown.length > 0) : [kind];
  return (
    <>
      <nav aria-label={t("search.kinds")} className="tabs">
        {[null, ...kinds].map((one) => (
          <a
            key={one ?? "all"}
            href={searchHref(typed, one)}
            aria-current={one === kind ? "page" : undefined}
          >
            {t(`search.kind.${one ?? "all"}`)}
          </a>
        ))}
      </nav>
      {none ? <p role="status">{t(paged ? "search.end" : "search.nothing", { typed })}</p> : null}
      {shown.map((one) => (
        <section key={one} className="found" aria-labelledby={`found-${one}`}>
          <h2 id={`found-${one}`} className={kind === null ? undefined : "visually-hidden"}>
            {t(`search.kind.${one}`)}
          </h2>
          {one === "letters" ? <FoundLetters letters={found.letters.shown} /> : null}
          {one === "comments" ? <FoundComments comments={found.comments.shown} /> : null}
          {one === "signatories" ? <FoundSignatories signatories={found.signatories.shown} /> : null}
          {kind === null && found[one].more ? (
            <p>
              <a href={searchHref(typed, one)}>{t(`search.all.${one}`)}</a>
            </p>
          ) : null}
        </section>
      ))}
      {kind === null ? null : (
        <NextPage href={nextHref(typed, kind, found)} first={paged ? searchHref(typed, kind) : null} />
      )}
    </>
  );
}

function nextHref(typed: string, kind: Kind, found: Found): string | null {
  if (!found[kind].more) return null;
  const last = found[kind].shown.at(-1);
  if (!last) return null;
  return searchHref(typed, kind, { value: "rank" in last ? last.rank : 0, id: last.id });
}
