import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { SignatureCount } from "#app/letters/signature-count.tsx";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { readRoster } from "#app/signatures/roster.server.ts";
import { SignatoryList } from "#app/signatures/signatory-list.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get("search") ?? "").slice(0, 200);
  // A letter with imported signatures alone opens on them.
  const chosen = searchParams.get("list");
  const imported =
    chosen === "imported" || (chosen === null && letter.signatureCount === 0 && letter.importedCount > 0);
  const after = pageKey(searchParams.get("after"));
  return {
    letter,
    search,
    imported,
    paged: after !== null,
    ...(await readRoster(letter.id, { imported, after: after ?? 0, search })),
  };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("roster.title", { indexed: true });

export default function Roster() {
  const { letter, search, imported, signatures, next, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = `/letters/${letter.slug}/signatures`;
  const query = new URLSearchParams({
    list: imported ? "imported" : "signed",
    ...(search ? { search } : {}),
  });
  const page = (after?: number) => `${here}?${query}${after === undefined ? "" : `&after=${after}`}`;
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("roster.title")} />
      <p className="lead">
        <SignatureCount letter={letter} />
      </p>
      {letter.importedCount > 0 ? (
        <nav className="tabs" aria-label={t("roster.lists")}>
          <a href={`${here}?list=signed`} aria-current={imported ? undefined : "page"}>
            {t("roster.signed")}
          </a>
          <a href={`${here}?list=imported`} aria-current={imported ? "page" : undefined}>
            {t("roster.imported")}
          </a>
        </nav>
      ) : null}
      {imported ? <p>{t("roster.imported.text")}</p> : null}
      <form method="get" action={here} role="search" className="search">
        <input type="hidden" name="list" value={imported ? "imported" : "signed"} />
        <label htmlFor="search">{t("roster.search")}</label>
        <div className="search-line">
          <input id="search" name="search" type="search" defaultValue={search} maxLength={200} />
          <button className="button button-quiet">{t("roster.search.button")}</button>
        </div>
      </form>
      {signatures.length === 0 ? (
        <p>{search ? t("roster.search.none", { search }) : t("roster.none")}</p>
      ) : (
        <SignatoryList signatures={signatures} numbered />
      )}
      <NextPage href={next === null ? null : page(next)} first={paged ? page() : null} />
      <p className="quiet">
        <a href={`${here}.csv?for=spreadsheet`} download>
          {t("roster.csv")}
        </a>
        <br />
        <a href={`/moderation/log?letter=${letter.slug}`}>{t("publicLog.roster")}</a>
      </p>
    </main>
  );
}
