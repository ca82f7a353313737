import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofForm } from "#app/accounts/account.ts";
import { providerName, refusals } from "#app/identity/identity.ts";
import { dropWaiting, linkIdentity, readWaiting } from "#app/identity/link-identity.server.ts";
import { WaitingIdentity } from "#app/identity/waiting-identity.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { readIdentityCookie } from "#app/requests/identity-cookie.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { accountOf, visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

const browserOf = ({ request, context }: LoaderFunctionArgs | ActionFunctionArgs) =>
  readIdentityCookie(request.headers, context.origin);

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  const waiting = await readWaiting(browserOf(args));
  const headers = { "Cache-Control": "no-store" };
  if (!waiting) return data({ waiting: null, account: null }, { status: 404, headers });
  const { issuer, email, siret, organisation } = waiting;
  const shown = { provider: providerName(issuer), email, siret, organisation };
  return data(
    { waiting: shown, account: account && { name: account.name, email: account.email } },
    { headers },
  );
}

export async function action(args: ActionFunctionArgs) {
  const browser = browserOf(args);
  const values = typedValues(await args.request.formData());
  if (values.intent === "drop") {
    await dropWaiting(browser);
    return redirect("/login", 303);
  }
  const { account } = await accountOf(args);
  const parsed = parseForm(ProofForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({ "log-in by address": `settings:${account.id}` });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const result = await linkIdentity(account, parsed.value.currentPassword, browser, args.context.origin);
  switch (result.outcome) {
    case "linked":
      return redirect(result.next === "/" ? "/settings?after=linked#identities" : result.next, 303);
    case "nothing-waits":
      // Clicked twice: the list shows what the first click did.
      return redirect("/settings#identities", 303);
    case "wrong-password":
      return data(refusedForm(values, { currentPassword: "settings.password.wrong" }), { status: 400 });
    default:
      return data(refusedForm(values, {}, `identity.refused.${result.outcome}`), {
        status: refusals[result.outcome],
      });
  }
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("identity.link.title");

export default function LinkIdentity() {
  const { waiting, account } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (!waiting)
    return (
      <NarrowPage title={t("identity.link.none.title")}>
        <p>{t("identity.link.none.text")}</p>
        <p>
          <a href="/login">{t("login.title")}</a>
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("identity.link.title")}>
      <WaitingIdentity waiting={waiting} />
      {account ? (
        <form method="post" className="stack" noValidate data-once>
          <ErrorSummary form={form} />
          <p>{t("identity.link.account", account)}</p>
          {waiting.organisation ? (
            <p className="notice">
              {t("identity.link.organisation.warning", { organisation: waiting.organisation })}
            </p>
          ) : null}
          <Field
            name="currentPassword"
            label="settings.password.current"
            hint="identity.link.password.hint"
            type="password"
            form={form}
            autoComplete="current-password"
          />
          <p>
            <button className="button">{t("identity.link.button")}</button>
          </p>
        </form>
      ) : (
        <>
          <p>{t("identity.link.stranger")}</p>
          <p>
            <a href="/login?next=/identity/link">{t("login.title")}</a> ·{" "}
            <a href="/join">{t("join.title")}</a>
          </p>
        </>
      )}
      <form method="post" data-once>
        <button className="button button-quiet" name="intent" value="drop">
          {t("identity.link.drop")}
        </button>
      </form>
    </NarrowPage>
  );
}
