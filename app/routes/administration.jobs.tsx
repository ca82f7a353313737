import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { TaskTable, TroubledJobs } from "#app/administration/job-tables.tsx";
import { dropJob, listTasks, listTroubledJobs, retryJob } from "#app/administration/jobs.server.ts";
import { administratorOf, hasProved, refuseUnproved } from "#app/requests/administrator.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { forbidden } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const administrator = await administratorOf(args);
  const { searchParams } = new URL(args.request.url);
  const before = pageKey(searchParams.get("before"));
  const done = (["retried", "dropped"] as const).find((act) => act === searchParams.get("after"));
  const [tasks, troubled, proved] = await Promise.all([
    listTasks(),
    listTroubledJobs(before),
    hasProved(administrator),
  ]);
  return { tasks, ...troubled, proved, paged: before !== null, done: done ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const administrator = await administratorOf(args);
  const values = typedValues(await args.request.formData());
  const retry = pageKey(values.retry ?? null);
  const drop = pageKey(values.drop ?? null);
  if (retry === null && drop === null)
    return data(refusedForm(values, {}, "form.choice.wrong"), { status: 400 });
  const refused = retry === null ? await refuseUnproved(administrator, values) : null;
  if (refused) return refused;
  const { outcome } =
    retry !== null
      ? await retryJob(administrator.account, retry)
      : await dropJob(administrator.account, drop ?? 0);
  if (outcome === "forbidden") throw forbidden();
  if (outcome === "not-there")
    return data(refusedForm(values, {}, "administration.jobs.notThere"), { status: 409 });
  return redirect(`/administration/jobs?after=${retry !== null ? "retried" : "dropped"}`, 303);
}

export const meta: MetaFunction = phraseTitle("administration.jobs.title");

export default function AdministrationJobs() {
  const { tasks, jobs, next, paged, proved, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <ConsolePage here="/administration/jobs" title={t("administration.jobs.title")}>
      <ErrorSummary form={form} />
      {done && !form ? <Notice>{t(`administration.jobs.${done}`)}</Notice> : null}
      <h2>{t("administration.jobs.tasks")}</h2>
      <TaskTable tasks={tasks} />
      <h2>{t("administration.jobs.troubled")}</h2>
      <TroubledJobs jobs={jobs} proved={proved} form={form} />
      <NextPage
        href={next === null ? null : `/administration/jobs?before=${next}`}
        first={paged ? "/administration/jobs" : null}
      />
    </ConsolePage>
  );
}
