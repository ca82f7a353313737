import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ProviderForm } from "#app/identity/identity.ts";
import { ProviderFields, ProviderState } from "#app/identity/provider-form.tsx";
import { describeProvider, provedDomains } from "#app/identity/provider.server.ts";
import { removeProvider, setProvider } from "#app/identity/set-provider.server.ts";
import { callbackOf } from "#app/identity/set-out.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { managedOrganisation } from "#app/requests/managed-organisation.server.ts";
import { forbidden } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { organisation } = await managedOrganisation(args);
  const { id, slug, name } = organisation;
  const [provider, domains] = await Promise.all([describeProvider(id), provedDomains(id)]);
  return { slug, organisation: name, provider, domains, callback: callbackOf(args.context.origin) };
}

export async function action(args: ActionFunctionArgs) {
  const { account, organisation } = await managedOrganisation(args);
  const values = typedValues(await args.request.formData());
  const here = `/organisations/${organisation.slug}/provider`;
  if (values.intent === "remove") {
    const { outcome } = await removeProvider(organisation.id, account);
    if (outcome === "forbidden") throw forbidden();
    return redirect(`${here}?after=removed`, 303);
  }
  const parsed = parseForm(ProviderForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "organisation by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { outcome } = await setProvider(organisation.id, account, parsed.value);
  switch (outcome) {
    case "set":
      return redirect(`${here}?after=saved`, 303);
    case "forbidden":
      throw forbidden();
    case "no-domain":
      return data(refusedForm(values, {}, "provider.noDomain"), { status: 409 });
    case "issuer-wrong":
      return data(refusedForm(values, { issuer: "provider.issuer.wrong" }), { status: 400 });
    case "secret-missing":
      return data(refusedForm(values, { clientPassword: "provider.secret.missing" }), { status: 400 });
  }
}

export const meta: MetaFunction = phraseTitle("provider.title");

const notices = { saved: "provider.saved", removed: "provider.removed" } as const;

export default function OrganisationProvider() {
  const { slug, organisation, provider, domains, callback } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  return (
    <NarrowPage title={t("provider.title")}>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <p>
        <a href={`/organisations/${slug}`}>{organisation}</a>
      </p>
      <p className="lead">{t("provider.lead", { organisation })}</p>
      <ErrorSummary form={form} />
      {domains.length === 0 ? (
        <p className="notice">
          {t("provider.noDomain")} <a href={`/organisations/${slug}/domains`}>{t("domains.link")}</a>
        </p>
      ) : (
        <>
          <p>{t("provider.domain", { domains: domains.join(", ") })}</p>
          <p>
            {t("provider.callback")} <code className="callback-address">{callback}</code>
          </p>
          {provider ? <ProviderState slug={slug} provider={provider} /> : null}
          <ProviderFields form={form} provider={provider} />
        </>
      )}
      {provider ? (
        <form method="post" className="stack" data-once>
          <p className="quiet">{t("provider.remove.text")}</p>
          <button className="button button-quiet" name="intent" value="remove">
            {t("provider.remove")}
          </button>
        </form>
      ) : null}
    </NarrowPage>
  );
}
