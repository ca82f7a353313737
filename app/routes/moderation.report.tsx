import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { ReportForm as Fields } from "#app/moderation/reason.ts";
import { report } from "#app/moderation/report.server.ts";
import { ReportForm } from "#app/moderation/report-form.tsx";
import { SubjectName } from "#app/moderation/subject-view.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { reportedSubject } from "#app/requests/reported-subject.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const subject = await reportedSubject(args);
  const { account } = await visitorOf(args);
  const { kind, path, title, language } = subject;
  const gone = subject.gone || subject.hiddenFor !== null;
  return data(
    { kind, path, title, language, gone, loggedIn: account !== null, submissionKey: randomUUID() },
    { status: gone ? 410 : 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const subject = await reportedSubject(args);
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const parsed = parseForm(Fields, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const typed = account ? undefined : parsed.value.email;
  const wait = await takeAttempt({
    ...(account
      ? { "report by account": account.id }
      : { "report by network": networkOf(args.context.clientAddress) }),
    ...(typed ? { "report by address": typed } : {}),
  });
  if (wait !== null)
    return data(refusedForm(values, {}, "report.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { outcome } = await report(subject, { account, language }, parsed.value, args.context.origin);
  if (outcome === "not-found") throw notFound();
  if (outcome === "gone") return data(refusedForm(values, {}, "report.gone"), { status: 410 });
  return redirect(`/moderation/reported?back=${encodeURIComponent(subject.path)}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("report.title");

export default function Report() {
  const { gone, loggedIn, submissionKey, ...subject } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (gone)
    return (
      <NarrowPage title={t("report.gone.title")}>
        <p>{t("report.gone")}</p>
        <p>
          <a href="/moderation/log">{t("publicLog.title")}</a>
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("report.title")}>
      <p>
        <SubjectName subject={subject} />
      </p>
      <p className="lead">{t("report.lead")}</p>
      <ReportForm submissionKey={submissionKey} loggedIn={loggedIn} form={form} />
    </NarrowPage>
  );
}
