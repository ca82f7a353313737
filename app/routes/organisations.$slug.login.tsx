import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { providerName } from "#app/identity/identity.ts";
import { describeProvider, organisationProvider } from "#app/identity/provider.server.ts";
import { LeadOn, RefusedByProvider } from "#app/identity/refused.tsx";
import { readOrganisation } from "#app/organisations/read-organisation.server.ts";
import { typedValues } from "#app/requests/form.ts";
import { leadingHeaders, leadToProvider } from "#app/requests/lead-to-provider.server.ts";
import { notFound, safeNext } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const organisation = await readOrganisation(params.slug ?? "");
  if (!organisation) throw notFound();
  context.madeOf.add(`organisation:${organisation.id}`);
  const provider = await describeProvider(organisation.id);
  if (!provider) throw notFound();
  const { slug, name } = organisation;
  return { slug, organisation: name, provider: providerName(provider.issuer) };
}

export async function action(args: ActionFunctionArgs) {
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) throw notFound();
  const { next } = typedValues(await args.request.formData());
  const found = await organisationProvider(organisation.id);
  const provider = found.outcome === "found" ? found.provider : null;
  return leadToProvider(args, provider, safeNext(next ?? `/organisations/${organisation.slug}`));
}

export const headers = leadingHeaders;
export const meta: MetaFunction = phraseTitle("login.title");

export default function OrganisationLogIn() {
  const { slug, organisation, provider } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  if (result?.leave) return <LeadOn {...result.leave} />;
  const page = `/organisations/${slug}`;
  return (
    <NarrowPage title={t("provider.login.title", { organisation })}>
      {result?.refused ? <RefusedByProvider {...result.refused} /> : null}
      <p className="lead">{t("provider.login.lead", { organisation, provider })}</p>
      <form method="post" data-once>
        <input type="hidden" name="next" value={search.get("next") ?? page} />
        <button className="button">{t("identity.official.button", { provider })}</button>
      </form>
      <p>
        <a href={page}>{organisation}</a>
      </p>
    </NarrowPage>
  );
}
