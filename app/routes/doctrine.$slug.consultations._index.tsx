import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { ConsultationForm as Form } from "#app/consultations/consultation-form.tsx";
import { ConsultationList } from "#app/consultations/consultation-list.tsx";
import { ConsultationForm } from "#app/consultations/consultation.ts";
import { openConsultation } from "#app/consultations/open-consultation.server.ts";
import { listConsultations } from "#app/consultations/read-consultations.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { TextPartHead } from "#app/doctrine/text-part-head.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const text = await readText(args.params.slug ?? "");
  if (!text) throw notFound();
  args.context.madeOf.add(`text:${text.id}`);
  const { account } = await visitorOf(args);
  const [consultations, official] = await Promise.all([
    listConsultations(text.id),
    account && officialFor(text.id, account.id),
  ]);
  return { text, consultations, opens: official !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const text = await readText(args.params.slug ?? "");
  if (!text) throw notFound();
  const refused = () => data(refusedForm(values, {}, "official.no-longer"), { status: 403 });
  if (!(await officialFor(text.id, account.id))) return refused();
  const parsed = parseForm(ConsultationForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "official act by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const result = await openConsultation(text.id, account.id, parsed.value);
  switch (result.outcome) {
    case "opened":
      return redirect(`/doctrine/${text.slug}/consultations/${result.id}`, 303);
    case "not-official":
      return refused();
    case "ends-too-early":
      return data(refusedForm(values, { closes: "consultation.closes.early" }), { status: 400 });
    case "overlaps":
      return data(refusedForm(values, {}, "consultation.overlaps"), { status: 409 });
  }
}

export const meta: MetaFunction = phraseTitle("consultations.title", { indexed: true });

export default function Consultations() {
  const { text, consultations, opens } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <TextPartHead text={text} title={t("consultations.title")} />
      <p className="lead">{t("consultations.lead")}</p>
      <ConsultationList slug={text.slug} consultations={consultations} />
      <LoggedOutNotice form={form} />
      {opens || form ? <Form form={form} /> : null}
    </main>
  );
}
