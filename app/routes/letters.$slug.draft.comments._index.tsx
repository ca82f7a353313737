import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { typeset } from "#app/languages/french-spacing.ts";
import { MarginPage } from "#app/margin/margin-page.tsx";
import { readMargin } from "#app/margin/read-threads.server.ts";
import { changeMargin } from "#app/requests/margin.server.ts";
import { notFound, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await writerOf(args);
  // The session ended while writing: what was typed comes back, and nothing of the margin.
  if (!account) return { slug, margin: null, accountId: 0, submissionKey: "" };
  const margin = await readMargin(slug, account.id);
  if (!margin) throw notFound();
  return { slug, margin, accountId: account.id, submissionKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const answer = await changeMargin(args);
  if (answer.ok) {
    const { outcome, thread } = answer;
    return redirect(`/letters/${args.params.slug}/draft/comments?after=${outcome}#thread-${thread}`, 303);
  }
  if (answer.status === 404) throw notFound();
  return data(answer.form, { status: answer.status, headers: answer.headers });
}

export const meta: MetaFunction = phraseTitle("margin.title");

const notices = {
  begun: "margin.after.begun",
  replied: "margin.after.replied",
  edited: "margin.after.edited",
  deleted: "margin.after.deleted",
  resolved: "margin.after.resolved",
  reopened: "margin.after.reopened",
} as const;

export default function DraftComments() {
  const { slug, margin, accountId, submissionKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  const drafted = margin?.letter.state === "draft";
  return (
    <main id="main" className="page medium stack">
      <header className="letter-part-head">
        {margin ? (
          <p className="kicker" lang={margin.letter.language}>
            <a href={drafted ? `/letters/${slug}/draft` : `/letters/${slug}`}>
              {typeset(margin.letter.title, margin.letter.language)}
            </a>
          </p>
        ) : null}
        <h1>{t("margin.title")}</h1>
      </header>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <LoggedOutNotice form={form} />
      <p className="lead">{t("margin.lead")}</p>
      {margin || form ? (
        <MarginPage
          path={`/letters/${slug}/draft/comments`}
          margin={margin}
          show={search.get("show")}
          accountId={accountId}
          submissionKey={submissionKey}
          form={form}
        />
      ) : null}
    </main>
  );
}
