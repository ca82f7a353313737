import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmAddressChange, readAddressChange } from "#app/accounts/change-account.server.ts";
import { confirmJoin, readJoin } from "#app/accounts/join.server.ts";
import { closeSession } from "#app/accounts/session.server.ts";
import { enter } from "#app/requests/enter.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { readWaiting } from "#app/identity/link-identity.server.ts";
import { readIdentityCookie } from "#app/requests/identity-cookie.ts";
import { readJoinCookie } from "#app/requests/join-cookie.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const headers = secretPageHeaders;
  const join = await readJoin(token, readJoinCookie(request.headers, context.origin));
  if (join && !join.confirmed)
    return data({ kind: "join" as const, email: join.email, knowsBrowser: join.knowsBrowser }, { headers });
  const change = join ? null : await readAddressChange(token);
  if (change)
    return data({ kind: "change" as const, email: change.newEmail, knowsBrowser: true }, { headers });
  return data(
    { kind: "unknown" as const, email: "", knowsBrowser: true },
    { status: join ? 200 : 404, headers },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const values = typedValues(await request.formData());
  const wait = await takeAttempt({
    "token by network": networkOf(context.clientAddress),
    "log-in by address": `join:${token}`,
  });
  if (wait !== null)
    return data(refusedForm({}, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  if (values.intent === "change") {
    const { outcome } = await confirmAddressChange(token);
    if (outcome !== "changed") return redirect(new URL(request.url).pathname, 303);
    const cookie = await closeSession(request.headers.get("cookie"));
    return redirect("/login?after=address", { headers: { "Set-Cookie": cookie } });
  }
  const proof = {
    browserToken: readJoinCookie(request.headers, context.origin),
    password: values.password ?? "",
  };
  const result = await confirmJoin(token, proof);
  switch (result.outcome) {
    case "confirmed": {
      // Whoever came by a provider and joined goes on to link what waits for this browser.
      const waits = await readWaiting(readIdentityCookie(request.headers, context.origin));
      const next = waits ? "/identity/link" : "/?joined";
      return enter({ request, context }, { accountId: result.accountId, way: "mail", next });
    }
    case "wrong-password":
      return data(refusedForm({}, { password: "confirmAddress.password.wrong" }), { status: 400 });
    default:
      return redirect(new URL(request.url).pathname, 303);
  }
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("confirmAddress.title");

export default function ConfirmAddress() {
  const { kind, email, knowsBrowser } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (kind === "unknown")
    return (
      <NarrowPage title={t("confirmAddress.unknown.title")}>
        <p>{t("confirmAddress.unknown.text")}</p>
        <p>
          <a href="/login">{t("login.title")}</a> · <a href="/join">{t("join.title")}</a>
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("confirmAddress.title")}>
      <p>{t(kind === "join" ? "confirmAddress.join" : "confirmAddress.change", { email })}</p>
      <form method="post" className="stack" noValidate data-once>
        <ErrorSummary form={form} />
        {knowsBrowser ? null : (
          <Field
            name="password"
            label="form.password"
            hint="confirmAddress.password.hint"
            type="password"
            form={form}
            autoComplete="current-password"
          />
        )}
        <p>
          <button className="button" name="intent" value={kind}>
            {t("confirmAddress.button")}
          </button>
        </p>
      </form>
    </NarrowPage>
  );
}
