import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Phrase } from "#app/languages/translate.ts";
import { acceptProof, readProofMail } from "#app/organisations/prove-address.server.ts";
import { refusedForm } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { accountOf, visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

/** Whether who looks at the page is the one who asked for the mail. */
type Reader = "stranger" | "asker" | "another";

export async function loader(args: LoaderFunctionArgs) {
  const token = args.params.token ?? "";
  const headers = secretPageHeaders;
  const [mail, { account }] = await Promise.all([readProofMail(token), visitorOf(args)]);
  if (!mail) return data({ proof: null, token, reader: "stranger" }, { status: 404, headers });
  const { name, email, accountId } = mail;
  const reader: Reader = !account ? "stranger" : account.id === accountId ? "asker" : "another";
  // Another reader of the link has no business with the address.
  return data({ proof: { name, email: reader === "asker" ? email : "" }, token, reader }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const refuse = (phrase: Phrase, status: number, headers?: HeadersInit) =>
    data(refusedForm({}, {}, phrase), { status, headers });
  const wait = await takeAttempt({ "token by network": networkOf(args.context.clientAddress) });
  if (wait !== null) return refuse("form.tooOften", 429, { "Retry-After": String(wait) });
  const token = args.params.token ?? "";
  const result = await acceptProof(token, account, args.context.origin);
  switch (result.outcome) {
    case "granted":
      return redirect(`/organisations/${result.slug}/address?after=granted`, 303);
    case "unknown-token":
    case "another-account":
      // Its page says what is wrong.
      return redirect(`/mandates/${encodeURIComponent(token)}`, 303);
    case "forbidden":
      return refuse("mandate.forbidden", 403);
    default:
      return refuse("mandate.changed", 409);
  }
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("mandate.title");

export default function MandatePage() {
  const { proof, token, reader } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (!proof)
    return (
      <NarrowPage title={t("mandate.unknown.title")}>
        <ErrorSummary form={form} />
        <p>{t("mandate.unknown.text")}</p>
        <p>
          <a href="/organisations">{t("organisations.title")}</a>
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("mandate.title")}>
      <ErrorSummary form={form} />
      {reader === "asker" ? (
        <form method="post" className="stack" data-once>
          <p className="lead">{t("mandate.text", { email: proof.email, organisation: proof.name })}</p>
          <p>
            <button className="button">{t("mandate.confirm")}</button>
          </p>
        </form>
      ) : reader === "another" ? (
        <>
          <p>{t("mandate.another")}</p>
          <form method="post" action="/logout">
            <button className="button button-quiet">{t("settings.logout")}</button>
          </form>
        </>
      ) : (
        <>
          <p>{t("mandate.login")}</p>
          <p>
            <a href={`/login?next=${encodeURIComponent(`/mandates/${token}`)}`}>{t("login.title")}</a>
          </p>
        </>
      )}
    </NarrowPage>
  );
}
