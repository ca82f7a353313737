import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { ContestForm } from "#app/moderation/contest-form.tsx";
import { contestDecision, readOwnDecision } from "#app/moderation/contest-decision.server.ts";
import { OwnDecisionView } from "#app/moderation/own-decision.tsx";
import { ContestForm as Fields } from "#app/moderation/reason.ts";
import { readSubject } from "#app/moderation/subject.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  // Whose session ended while writing keeps the form; what it is about is theirs alone.
  if (!account) return { decision: null, subject: null };
  const decision = await readOwnDecision(pageKey(args.params.id ?? null) ?? 0, account.id);
  if (!decision) throw notFound();
  const subject = await readSubject(decision.kind, decision.subjectId);
  return { decision, subject: subject && !subject.gone ? subject : null };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const id = pageKey(args.params.id ?? null) ?? 0;
  if (!(await readOwnDecision(id, account.id))) throw notFound();
  const parsed = parseForm(Fields, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "contest by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { outcome } = await contestDecision(id, account.id, parsed.value.text);
  if (outcome === "not-found") throw notFound();
  if (outcome === "too-late") return data(refusedForm(values, {}, "contest.late"), { status: 409 });
  return redirect(`/moderation/contest/${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("contest.title");

export default function Contest() {
  const { decision, subject } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("contest.title")}>
      <LoggedOutNotice form={form} />
      {decision ? <OwnDecisionView decision={decision} subject={subject} /> : null}
      {form || decision?.open ? <ContestForm form={form} /> : null}
    </NarrowPage>
  );
}
