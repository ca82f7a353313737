import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { providerName } from "#app/identity/identity.ts";
import { officialProvider } from "#app/identity/provider.server.ts";
import { LeadOn, RefusedByProvider } from "#app/identity/refused.tsx";
import { typedValues } from "#app/requests/form.ts";
import { leadingHeaders, leadToProvider } from "#app/requests/lead-to-provider.server.ts";
import { notFound, safeNext } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export function loader(_args: LoaderFunctionArgs) {
  const provider = officialProvider();
  if (!provider) throw notFound();
  return { provider: providerName(provider.issuer) };
}

export async function action(args: ActionFunctionArgs) {
  const { next } = typedValues(await args.request.formData());
  return leadToProvider(args, officialProvider(), safeNext(next ?? null));
}

export const headers = leadingHeaders;
export const meta: MetaFunction = phraseTitle("identity.official.title");

export default function OfficialLogIn() {
  const { provider } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  if (result?.leave) return <LeadOn {...result.leave} />;
  return (
    <NarrowPage title={t("identity.official.title")}>
      {result?.refused ? <RefusedByProvider {...result.refused} /> : null}
      <p className="lead">{t("identity.official.lead", { provider })}</p>
      <p>{t("identity.official.only")}</p>
      <p>{t("identity.official.what", { provider })}</p>
      <p>{t("identity.official.until")}</p>
      <form method="post" action="/identity/official" data-once>
        <input type="hidden" name="next" value={search.get("next") ?? "/"} />
        <button className="button">{t("identity.official.button", { provider })}</button>
      </form>
    </NarrowPage>
  );
}
