import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { DispositionForm as Form } from "#app/doctrine/disposition-form.tsx";
import { DispositionList } from "#app/doctrine/disposition-list.tsx";
import { DispositionForm } from "#app/doctrine/disposition.ts";
import { provisionHref } from "#app/doctrine/doctrine-text.ts";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { ProvisionBody } from "#app/doctrine/provision-body.tsx";
import { ProvisionPartHead } from "#app/doctrine/provision-head.tsx";
import { readDispositions } from "#app/doctrine/read-answers.server.ts";
import { readHistory, shownState } from "#app/doctrine/read-provision.server.ts";
import { askedProvision } from "#app/requests/doctrine.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { refusedRestricted } from "#app/requests/restricted.ts";
import { forbidden, notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  const { text, revision, provision } = await askedProvision(args);
  // Whose session ended while writing sees what was typed once more; the action has refused it.
  // Who is no longer official meanwhile sees it too.
  if (account && !args.context.posting && !(await officialFor(text.id, account.id))) throw forbidden();
  const [history, { dispositions }] = await Promise.all([
    readHistory(text, provision.id),
    readDispositions(provision.id),
  ]);
  const state = shownState(history, revision);
  if (!state) throw notFound();
  return { text, provision, state, dispositions, submissionKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const { text, provision } = await askedProvision(args);
  const refused = () => data(refusedForm(values, {}, "official.no-longer"), { status: 403 });
  if (!(await officialFor(text.id, account.id))) return refused();
  const parsed = parseForm(DispositionForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "official act by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const result = await postDisposition(provision.id, account.id, parsed.value);
  switch (result.outcome) {
    case "posted": {
      const { revision } = parsed.value;
      const asked = text.revisions[0]?.dated === revision ? null : revision;
      const state = (await readHistory(text, provision.id, [])).find(({ dated }) => dated === asked);
      return redirect(
        provisionHref(text.slug, state?.slug ?? provision.address, { revision: asked, at: "disposition" }),
        303,
      );
    }
    case "not-found":
      throw notFound();
    case "restricted":
      return data(refusedRestricted(values, language, result.until), { status: 403 });
    case "not-official":
      return refused();
    case "moved": {
      const { to } = result;
      const address = `${args.context.origin}${provisionHref(to.text, to.provision)}/disposition`;
      return data(refusedForm(values, {}, "disposition.moved", { address }), { status: 409 });
    }
    case "revision-gone":
    case "stale-form":
      return data(refusedForm(values, {}, "disposition.revision.gone"), { status: 409 });
  }
}

export const meta: MetaFunction = phraseTitle("doctrine.provision.disposition");

export default function GiveDisposition() {
  const { text, provision, state, dispositions, submissionKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const { address } = provision;
  return (
    <main id="main" className="page medium stack">
      <ProvisionPartHead
        text={text}
        provision={{ ...state, address }}
        title={t(dispositions.length > 0 ? "disposition.again" : "disposition.make")}
      />
      <LoggedOutNotice form={form} />
      <blockquote className="provision-quoted" lang={text.language}>
        <ProvisionBody text={state.body ?? ""} />
      </blockquote>
      {dispositions.length > 0 ? <DispositionList dispositions={dispositions} /> : null}
      <Form
        action={`${provisionHref(text.slug, state.slug)}/disposition?revision=${state.dated}`}
        revision={state.dated}
        submissionKey={submissionKey}
        provision={provision.id}
        form={form}
      />
    </main>
  );
}
