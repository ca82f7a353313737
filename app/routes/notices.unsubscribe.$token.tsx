import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readUnsubscribe, unsubscribe } from "#app/notices/unsubscribe.server.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const ending = await readUnsubscribe(params.token ?? "");
  return data({ ending }, { status: ending ? 200 : 404, headers: secretPageHeaders });
}

/**
 * Ends it. It asks for no cookie and no origin, as mail providers post it, and answers with the page itself: they are not
 * to be redirected (RFC 8058, section 3.1).
 */
export async function action({ params, context }: ActionFunctionArgs) {
  const { outcome } = await unsubscribe(params.token ?? "");
  if (outcome === "unsubscribed") return data({ done: true }, { headers: secretPageHeaders });
  const wait = await takeAttempt({ "token by network": networkOf(context.clientAddress) });
  if (wait !== null) throw data(null, { status: 429, headers: { "Retry-After": String(wait) } });
  return data({ done: false }, { status: 404, headers: secretPageHeaders });
}

export const headers = () => secretPageHeaders;

export const meta: MetaFunction = phraseTitle("unsubscribe.title");

export default function Unsubscribe() {
  const { ending } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done;
  const { t } = useWords();
  if (!ending)
    return (
      <NarrowPage title={t("unsubscribe.unknown.title")}>
        <p>{t("unsubscribe.unknown")}</p>
        <p>
          <a href="/notices/subscriptions">{t("subscriptions.title")}</a>
        </p>
      </NarrowPage>
    );
  const { kind, title } = ending;
  const digest = kind === "daily" || kind === "weekly";
  const ended = done === true || ending.used;
  return (
    <NarrowPage title={t(ended ? "unsubscribe.done.title" : "unsubscribe.title")}>
      {digest ? (
        <p>{t(ended ? `unsubscribe.done.${kind}` : `unsubscribe.${kind}`)}</p>
      ) : (
        <>
          <p>{t(ended ? "unsubscribe.done.thing" : "unsubscribe.thing")}</p>
          <p>
            <strong>{title}</strong>
          </p>
        </>
      )}
      {ended ? (
        <p>
          {t("unsubscribe.again")} <a href="/notices/subscriptions">{t("subscriptions.title")}</a>
        </p>
      ) : (
        <form method="post" data-once>
          <button className="button">{t("unsubscribe.button")}</button>
        </form>
      )}
    </NarrowPage>
  );
}
