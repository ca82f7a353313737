import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayInParis } from "#app/letters/close-letter.server.ts";
import {
  FoundComments,
  FoundLetters,
  FoundOrganisations,
  FoundProvisions,
  FoundSignatories,
} from "#app/search/found.tsx";
import { searchEverything } from "#app/search/search-everything.server.ts";
import { SearchForm } from "#app/search/search-form.tsx";
import {
  type Asked,
  type Kind,
  kinds,
  lastDays,
  readDays,
  readKey,
  searchHref,
} from "#app/search/search-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("search") ?? "").replaceAll("\0", "").slice(0, 300);
  const asked: Asked = { typed, ...readDays(searchParams) };
  const kind = kinds.find((choice) => choice === searchParams.get("kind")) ?? null;
  const after = readKey(searchParams.get("after"));
  const found = await searchEverything(asked, kind, after);
  return { asked, kind, paged: after !== null, found, last: lastDays(todayInParis()) };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("search.title");

export default function Search() {
  const { asked, kind, paged, found, last } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("search.title")}</h1>
      <SearchForm asked={asked} kind={kind} last={last} />
      {found ? (
        <Results asked={asked} kind={kind} paged={paged} found={found} />
      ) : asked.typed.trim() ? (
        <p role="status">{t("search.noWord")}</p>
      ) : null}
    </main>
  );
}

type Found = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["found"]>;
type ResultsProps = { asked: Asked; kind: Kind | null; paged: boolean; found: Found };

function Results({ asked, kind, paged, found }: ResultsProps) {
  const { t } = useWords();
  // Who typed a number looks for that provision.
  const order = found.byNumber ? [...new Set<Kind>(["provisions", ...kinds])] : kinds;
  const none = kinds.every((one) => found[one].shown.length === 0);
  const shown = kind === null ? order.filter((one) => found[one].shown.length > 0) : [kind];
  return (
    <>
      <nav aria-label={t("search.kinds")} className="tabs">
        {[null, ...kinds].map((one) => (
          <a
            key={one ?? "all"}
            href={searchHref(asked, one)}
            aria-current={one === kind ? "page" : undefined}
          >
            {t(`search.kind.${one ?? "all"}`)}
          </a>
        ))}
      </nav>
      {none ? (
        <p role="status">{t(paged ? "search.end" : "search.nothing", { typed: asked.typed })}</p>
      ) : null}
      {shown.map((one) => (
        <section key={one} className="found" aria-labelledby={`found-${one}`}>
          <h2 id={`found-${one}`} className={kind === null ? undefined : "visually-hidden"}>
            {t(`search.kind.${one}`)}
          </h2>
          <List kind={one} found={found} />
          {kind === null && found[one].more ? (
            <p>
              <a href={searchHref(asked, one)}>{t(`search.all.${one}`)}</a>
            </p>
          ) : null}
        </section>
      ))}
      {kind === null ? null : (
        <NextPage href={nextHref(asked, kind, found)} first={paged ? searchHref(asked, kind) : null} />
      )}
    </>
  );
}

function List({ kind, found }: { kind: Kind; found: Found }) {
  switch (kind) {
    case "letters":
      return <FoundLetters letters={found.letters.shown} />;
    case "provisions":
      return <FoundProvisions provisions={found.provisions.shown} />;
    case "comments":
      return <FoundComments comments={found.comments.shown} />;
    case "organisations":
      return <FoundOrganisations organisations={found.organisations.shown} />;
    case "signatories":
      return <FoundSignatories signatories={found.signatories.shown} />;
  }
}

function nextHref(asked: Asked, kind: Kind, found: Found): string | null {
  if (!found[kind].more) return null;
  const last = found[kind].shown.at(-1);
  if (!last) return null;
  return searchHref(asked, kind, { value: "rank" in last ? last.rank : 0, id: last.id });
}
