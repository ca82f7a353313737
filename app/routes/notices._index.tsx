import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { NoticeList } from "#app/notices/notice-list.tsx";
import { openNotice, readAll } from "#app/notices/open-notice.server.ts";
import { listNotices } from "#app/notices/read-notices.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const after = pageKey(new URL(args.request.url).searchParams.get("after"));
  return { paged: after !== null, ...(await listNotices(account.id, after)) };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const { intent, notice, upTo } = typedValues(await args.request.formData());
  if (intent === "all") {
    await readAll(account.id, pageKey(upTo ?? null) ?? 0);
    return redirect("/notices?after-all", 303);
  }
  if (intent !== "open") throw data(null, { status: 400 });
  const opened = await openNotice(account.id, pageKey(notice ?? null) ?? 0);
  if (opened.outcome === "not-found") throw notFound();
  return redirect(opened.path, 303);
}

export const meta: MetaFunction = phraseTitle("notices.title");

export default function Notices() {
  const { notices, next, paged } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const [newest] = notices;
  return (
    <main id="main" className="page medium stack">
      <h1>{t("notices.title")}</h1>
      {search.has("after-all") ? <Notice>{t("notices.after.all")}</Notice> : null}
      <p className="lead">{t("notices.lead")}</p>
      <p>
        <a href="/notices/subscriptions">{t("notices.settings")}</a>
      </p>
      {notices.some(({ read }) => !read) && newest ? (
        <form method="post" action="/notices" data-once>
          <input type="hidden" name="intent" value="all" />
          <button name="upTo" value={newest.id} className="button button-quiet">
            {t("notices.readAll")}
          </button>
        </form>
      ) : null}
      {newest ? <NoticeList notices={notices} /> : <p>{t(paged ? "notices.end" : "notices.empty")}</p>}
      <NextPage href={next === null ? null : `/notices?after=${next}`} first={paged ? "/notices" : null} />
    </main>
  );
}
