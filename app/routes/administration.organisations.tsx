import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { SectorAndCountry } from "#app/organisations/organisation-list.tsx";
import { listOrganisations } from "#app/organisations/read-organisation.server.ts";
import { administratorOf } from "#app/requests/administrator.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { WideTable } from "#app/ui/wide-table.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const { searchParams } = new URL(args.request.url);
  const search = (searchParams.get("search") ?? "").slice(0, 200);
  const after = pageKey(searchParams.get("after"));
  return { search, paged: after !== null, ...(await listOrganisations(search, after)) };
}

export const meta: MetaFunction = phraseTitle("administration.organisations.title");

export default function AdministrationOrganisations() {
  const { search, organisations, next, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const page = (after?: number) => {
    const query = new URLSearchParams({
      ...(search ? { search } : {}),
      ...(after ? { after: String(after) } : {}),
    });
    return `/administration/organisations${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <ConsolePage here="/administration/organisations" title={t("administration.organisations.title")}>
      <p className="lead">{t("administration.organisations.lead")}</p>
      <form action="/administration/organisations" role="search" className="console-filter">
        <Field
          name="search"
          label="administration.organisations.search"
          defaultValue={search}
          optional
          type="search"
          maxLength={200}
          autoComplete="off"
        />
        <button className="button">{t("administration.filter")}</button>
      </form>
      {organisations.length === 0 ? <p>{t("administration.organisations.none")}</p> : null}
      {organisations.length > 0 ? (
        <WideTable
          title="administration.organisations.title"
          columns={[
            "administration.accounts.name",
            "administration.organisations.what",
            "administration.organisations.merge",
          ]}
        >
          {organisations.map((organisation) => (
            <tr key={organisation.slug}>
              <th scope="row">
                <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
              </th>
              <td>
                <SectorAndCountry organisation={organisation} />
              </td>
              <td>
                <a
                  href={`/organisations/${organisation.slug}/merge`}
                  aria-label={t("administration.organisations.mergeOf", { name: organisation.name })}
                >
                  {t("merge.title")}
                </a>
              </td>
            </tr>
          ))}
        </WideTable>
      ) : null}
      <NextPage href={next === null ? null : page(next)} first={paged ? page() : null} />
    </ConsolePage>
  );
}
