import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { casesHref, readCaseFilter, readCaseKey } from "#app/moderation/case-filter.ts";
import { CaseFilterForm, CaseRows, CaseTabs } from "#app/moderation/case-list.tsx";
import { countCases, listCases } from "#app/moderation/list-cases.server.ts";
import { moderatorOf } from "#app/requests/moderator.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await moderatorOf(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readCaseFilter(searchParams);
  const after = readCaseKey(searchParams.get("after"));
  const [listed, counts] = await Promise.all([listCases(filter, account.id, after), countCases(account.id)]);
  return { ...listed, filter, counts, moderatorId: account.id, paged: after !== null };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("moderation.title");

export default function Queue() {
  const { cases, next, filter, counts, moderatorId, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("moderation.title")}</h1>
      <p className="lead">{t("queue.lead")}</p>
      <CaseTabs filter={filter} counts={counts} />
      <CaseFilterForm filter={filter} />
      {cases.length === 0 ? <p>{t("queue.none")}</p> : <CaseRows cases={cases} moderatorId={moderatorId} />}
      <NextPage
        href={next === null ? null : casesHref(filter, next)}
        first={paged ? casesHref(filter, null) : null}
      />
      <script type="module" src="/moderation.js" />
    </main>
  );
}
