import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { DomainList } from "#app/organisations/domain-list.tsx";
import { LevelsExplained } from "#app/organisations/levels-explained.tsx";
import {
  addDomain,
  readDomains,
  removeDomain,
  verifyDomain,
} from "#app/organisations/verify-domain.server.ts";
import { type FormState, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { managedOrganisation } from "#app/requests/managed-organisation.server.ts";
import { forbidden, notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { organisation } = await managedOrganisation(args);
  const { id, slug, name } = organisation;
  return { organisation: { slug, name }, domains: await readDomains(id) };
}

const refuse = (form: FormState, status: number, wait?: number) =>
  data(form, { status, headers: wait === undefined ? {} : { "Retry-After": String(wait) } });

export async function action(args: ActionFunctionArgs) {
  const { account, organisation } = await managedOrganisation(args);
  const values = typedValues(await args.request.formData());
  const here = `/organisations/${organisation.slug}/domains`;
  const typed = values.domain ?? "";
  switch (values.intent) {
    case "add": {
      const { outcome } = await addDomain(organisation.id, account, typed);
      if (outcome === "forbidden") throw forbidden();
      if (outcome !== "added") return refuse(refusedForm(values, { domain: `domains.${outcome}` }), 400);
      return redirect(`${here}?after=added`, 303);
    }
    case "check": {
      const wait = await takeAttempt({ "domain check by account": account.id });
      if (wait !== null) return refuse(refusedForm({}, {}, "form.tooOften"), 429, wait);
      const { outcome } = await verifyDomain(organisation.id, account, typed, args.context.origin);
      if (outcome === "forbidden") throw forbidden();
      if (outcome === "unknown-domain") throw notFound();
      if (outcome === "busy") return refuse(refusedForm({}, {}, "form.tooOften"), 429, 15);
      return redirect(`${here}?after=checked&domain=${encodeURIComponent(typed)}`, 303);
    }
    case "remove": {
      const { outcome } = await removeDomain(organisation.id, account, typed);
      if (outcome === "forbidden") throw forbidden();
      return redirect(`${here}?after=removed`, 303);
    }
    default:
      return refuse(refusedForm(values, {}, "form.choice.wrong"), 400);
  }
}

export const meta: MetaFunction = phraseTitle("domains.title");

export default function Domains() {
  const { organisation, domains } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("domains.title")}>
      {form ? null : <WhatWasDone domains={domains} />}
      <p>
        <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
      </p>
      <ErrorSummary form={form} />
      <p>{t("domains.lead")}</p>
      <LevelsExplained />
      <DomainList domains={domains} />
      <h2>{t("domains.add.title")}</h2>
      <form method="post" className="stack" noValidate data-once>
        <Field
          name="domain"
          label="domains.add.label"
          hint="domains.add.hint"
          form={form}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={300}
        />
        <p>
          <button className="button" name="intent" value="add">
            {t("domains.add.button")}
          </button>
        </p>
      </form>
    </NarrowPage>
  );
}

/** After a look: what it found, which the page keeps of each domain. */
function WhatWasDone({ domains }: { domains: { domain: string; shown: string; lastOutcome: string }[] }) {
  const [search] = useSearchParams();
  const { t } = useWords();
  const after = search.get("after");
  if (after === "added" || after === "removed") return <Notice>{t(`domains.${after}`)}</Notice>;
  const looked = domains.find(({ domain }) => domain === search.get("domain"));
  if (after !== "checked" || !looked || looked.lastOutcome === "") return null;
  const outcome = looked.lastOutcome as "proved";
  return (
    <Notice>
      <strong>{looked.shown}</strong>
      <br />
      {t(`domains.outcome.${outcome}`)}
    </Notice>
  );
}
