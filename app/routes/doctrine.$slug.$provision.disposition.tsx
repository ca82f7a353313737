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
import { readAnsweredProvision } from "#app/doctrine/answered-provision.server.ts";
import { DispositionForm as Form } from "#app/doctrine/disposition-form.tsx";
import { DispositionForm } from "#app/doctrine/disposition.ts";
import { Dispositions } from "#app/doctrine/dispositions.tsx";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { postDisposition } from "#app/doctrine/post-disposition.server.ts";
import { ProvisionBody } from "#app/doctrine/provision-body.tsx";
import { provisionName } from "#app/doctrine/provision-name.ts";
import { readDispositions } from "#app/doctrine/read-dispositions.server.ts";
import { TextPartHead } from "#app/doctrine/text-part-head.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { forbidden, notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

const placeOf = ({ slug = "", provision = "" }) => ({ text: slug, provision });

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  const asked = new URL(args.request.url).searchParams.get("revision");
  const day = asked !== null && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  const provision = await readAnsweredProvision(placeOf(args.params), day ? asked : null);
  if (!provision) throw notFound();
  // Whose session ended while writing sees what was typed once more; the action has refused it.
  if (account && !(await officialFor(provision.text.id, account.id))) throw forbidden();
  return { provision, dispositions: await readDispositions(provision.id), submissionKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const place = placeOf(args.params);
  const provision = await readAnsweredProvision(place, null);
  if (!provision) throw notFound();
  if (!(await officialFor(provision.text.id, account.id))) throw forbidden();
  const parsed = parseForm(DispositionForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "official act by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { outcome } = await postDisposition(place, account.id, parsed.value);
  switch (outcome) {
    case "posted":
      return redirect(
        `/doctrine/${place.text}/${encodeURIComponent(place.provision)}?revision=${parsed.value.revision}#disposition`,
        303,
      );
    case "not-found":
      throw notFound();
    case "not-official":
      throw forbidden();
    case "revision-gone":
    case "stale-form":
      return data(refusedForm(values, {}, "disposition.revision.gone"), { status: 409 });
  }
}

export const meta: MetaFunction = phraseTitle("disposition.title");

export default function GiveDisposition() {
  const { provision, dispositions, submissionKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const { text } = provision;
  const here = `/doctrine/${text.slug}/${encodeURIComponent(provision.slug)}`;
  return (
    <main id="main" className="page medium stack">
      <TextPartHead text={text} title={t("disposition.title")}>
        {" · "}
        <a href={`${here}?revision=${provision.revision}`} lang={text.language}>
          {provisionName(provision)}
        </a>
      </TextPartHead>
      <LoggedOutNotice form={form} />
      <blockquote className="provision-quoted" lang={text.language}>
        <ProvisionBody text={provision.body} />
      </blockquote>
      <Dispositions dispositions={dispositions} />
      <h2>{t(dispositions.length > 0 ? "disposition.again" : "disposition.make")}</h2>
      <Form
        action={`${here}/disposition?revision=${provision.revision}`}
        revision={provision.revision}
        submissionKey={submissionKey}
        form={form}
      />
    </main>
  );
}
