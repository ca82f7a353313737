import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { comeBack } from "#app/identity/come-back.server.ts";
import { RefusedByProvider } from "#app/identity/refused.tsx";
import { callbackOf } from "#app/identity/set-out.server.ts";
import { readOrganisationSlug } from "#app/organisations/read-organisation.server.ts";
import { enter } from "#app/requests/enter.server.ts";
import { readIdentityCookie } from "#app/requests/identity-cookie.ts";
import { refusedPage } from "#app/requests/lead-to-provider.server.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/**
 * Where a provider sends people back to. The one page whose GET acts: the protocol comes back by a redirect (RFC 6749,
 * 4.1.2). What protects others' pages is that forms come from our own; here it is the state, which is good once, and
 * only in the browser whose cookie belongs to it. A scanner or another site that calls this address changes nothing.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  // HEAD must not use up what the GET that follows needs.
  if (request.method !== "GET") throw data(null, { status: 405, headers: { Allow: "GET" } });
  const wait = await takeAttempt({ "identity by network": networkOf(context.clientAddress) });
  if (wait !== null) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  const { account } = await visitorOf(args);
  const address = new URL(callbackOf(context.origin));
  address.search = new URL(request.url).search;
  const result = await comeBack(address, {
    browser: readIdentityCookie(request.headers, context.origin),
    accountId: account?.id ?? null,
    origin: context.origin,
  });
  switch (result.outcome) {
    case "known": {
      const headers = new Headers(secretPageHeaders);
      if (!account) {
        const { accountId, next } = result;
        return enter(args, { accountId, way: "provider", next }, headers);
      }
      return redirect(result.next, { status: 303, headers });
    }
    case "unknown":
      return redirect("/identity/link", { status: 303, headers: secretPageHeaders });
    default: {
      const organisation = "organisationId" in result ? result.organisationId : null;
      const slug = organisation ? await readOrganisationSlug(organisation) : null;
      const again = slug
        ? `/organisations/${slug}/login`
        : "issuer" in result
          ? "/identity/official"
          : "/login";
      return refusedPage({ refusal: result.outcome, issuer: result.issuer ?? null, again }, result.why);
    }
  }
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("identity.refused.title");

export default function Callback() {
  const { refused } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("identity.refused.title")}>
      {refused ? <RefusedByProvider {...refused} /> : null}
    </NarrowPage>
  );
}
