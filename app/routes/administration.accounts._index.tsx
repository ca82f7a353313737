import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roles } from "#app/accounts/account.ts";
import { searchAccounts } from "#app/accounts/manage-accounts.server.ts";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { administratorOf } from "#app/requests/administrator.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { Field, Select } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { WideTable } from "#app/ui/wide-table.tsx";
import { Day, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const { searchParams } = new URL(args.request.url);
  const search = (searchParams.get("search") ?? "").slice(0, 254);
  const role = roles.find((each) => each === searchParams.get("role")) ?? null;
  const before = pageKey(searchParams.get("before"));
  return { search, role, paged: before !== null, ...(await searchAccounts(search, role, before)) };
}

/** Addresses stand in this page, and may in its own address: no other site hears of it, and nobody keeps it. */
export const headers = () => ({ "Cache-Control": "private, no-store", "Referrer-Policy": "same-origin" });
export const meta: MetaFunction = phraseTitle("administration.accounts.title");

export default function AdministrationAccounts() {
  const { accounts, search, role, next, paged } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const page = (before?: number) => {
    const query = new URLSearchParams({
      ...(search ? { search } : {}),
      ...(role ? { role } : {}),
      ...(before ? { before: String(before) } : {}),
    });
    return `/administration/accounts${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <ConsolePage here="/administration/accounts" title={t("administration.accounts.title")}>
      <p className="lead">
        {t("administration.accounts.lead")} <a href="/organisations">{t("organisations.title")}</a>,{" "}
        <a href="/doctrine">{t("doctrine.title")}</a>.
      </p>
      <form action="/administration/accounts" role="search" className="console-filter">
        <Field
          name="search"
          label="administration.accounts.search"
          defaultValue={search}
          optional
          type="search"
          maxLength={254}
          autoComplete="off"
        />
        <Select
          name="role"
          label="administration.accounts.role"
          placeholder={t("administration.all")}
          defaultValue={role ?? ""}
          optional
          choices={roles.map((each) => ({ value: each, label: t(`administration.role.${each}`) }))}
        />
        <button className="button">{t("administration.filter")}</button>
      </form>
      {accounts.length === 0 ? <p>{t("administration.accounts.none")}</p> : null}
      {accounts.length > 0 ? (
        <WideTable
          title="administration.accounts.title"
          columns={[
            "administration.accounts.name",
            "administration.accounts.email",
            "administration.accounts.role",
            "administration.accounts.since",
            "administration.accounts.sessions",
          ]}
        >
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <a href={`/administration/accounts/${account.id}`}>{account.name}</a>
              </th>
              <td>{account.email}</td>
              <td>{t(`administration.role.${account.role}`)}</td>
              <td>
                <Day at={account.createdAt} />
              </td>
              <td>{number(account.sessions)}</td>
            </tr>
          ))}
        </WideTable>
      ) : null}
      <NextPage href={next === null ? null : page(next)} first={paged ? page() : null} />
    </ConsolePage>
  );
}
