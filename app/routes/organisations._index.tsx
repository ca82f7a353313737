import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OrganisationList } from "#app/organisations/organisation-list.tsx";
import { listOrganisations, organisationsOf } from "#app/organisations/read-organisation.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  context.madeOf.add("organisations");
  const { account } = await visitorOf(args);
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("search") ?? "").slice(0, 200);
  const after = pageKey(searchParams.get("after"));
  const [list, own] = await Promise.all([
    listOrganisations(typed, after),
    account ? organisationsOf(account.id) : [],
  ]);
  return { typed, paged: after !== null, own, ...list };
}

export const meta: MetaFunction = phraseTitle("organisations.title", { indexed: true });

export default function Organisations() {
  const { typed, own, organisations, next, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const search = typed === "" ? "" : `search=${encodeURIComponent(typed)}`;
  const first = `/organisations${search && `?${search}`}`;
  return (
    <main id="main" className="page medium stack">
      <h1>{t("organisations.title")}</h1>
      <p className="lead">{t("organisations.lead")}</p>
      {own.length > 0 ? (
        <>
          <h2>{t("organisations.own")}</h2>
          <OrganisationList organisations={own} />
          <h2>{t("organisations.all")}</h2>
        </>
      ) : null}
      <form action="/organisations" role="search" className="search">
        <label htmlFor="search">{t("organisations.search")}</label>
        <div className="search-line">
          <input id="search" name="search" type="search" defaultValue={typed} maxLength={200} />
          <button className="button">{t("organisations.search.button")}</button>
        </div>
      </form>
      {organisations.length > 0 ? (
        <OrganisationList organisations={organisations} />
      ) : (
        <p role="status">{t(typed === "" ? "organisations.empty" : "organisations.nothing")}</p>
      )}
      <NextPage
        href={next === null ? null : `/organisations?${search ? `${search}&` : ""}after=${next}`}
        first={paged ? first : null}
      />
      <p className="actions">
        {typed === "" ? null : <a href="/organisations">{t("organisations.all")}</a>}
        <a href="/organisations/new">{t("organisations.new")}</a>
      </p>
    </main>
  );
}
