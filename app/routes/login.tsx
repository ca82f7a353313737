import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { LogInForm } from "#app/accounts/account.ts";
import { logIn } from "#app/accounts/log-in.server.ts";
import { hashToken } from "#app/accounts/secret.server.ts";
import { officialProvider } from "#app/identity/provider.server.ts";
import { PasskeyForm } from "#app/passkeys/passkey-form.tsx";
import { relyingPartyOf } from "#app/passkeys/relying-party.ts";
import { showPasskey } from "#app/passkeys/show-passkey.server.ts";
import { enter } from "#app/requests/enter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { forgetAttempts, networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { readLogInCookie } from "#app/requests/log-in-cookie.ts";
import { safeNext, visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  if (account) return redirect(safeNext(new URL(args.request.url).searchParams.get("next")));
  return {
    officials: officialProvider() !== null,
    passkeys: relyingPartyOf(args.context.origin) !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const values = typedValues(await args.request.formData());
  if (values.credential !== undefined) return byPasskey(args, values);
  const parsed = parseForm(LogInForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({
    "log-in by address": parsed.value.email,
    "log-in by network": networkOf(args.context.clientAddress),
  });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const result = await logIn(parsed.value.email, parsed.value.password);
  if (result.outcome === "wrong-credentials")
    return data(refusedForm(values, {}, "login.wrong"), { status: 400 });
  await forgetAttempts("log-in by address", parsed.value.email);
  const { accountId } = result;
  return enter(args, { accountId, way: "password", next: safeNext(values.next ?? null) });
}

/** A passkey alone: it says whose account it is, and was unlocked by a finger, a face or a number. */
async function byPasskey(args: ActionFunctionArgs, values: Record<string, string>) {
  const { request, context } = args;
  const kept = { next: values.next ?? "/" };
  const wait = await takeAttempt({ "passkey by network": networkOf(context.clientAddress) });
  if (wait !== null)
    return data(refusedForm(kept, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const relyingParty = relyingPartyOf(context.origin);
  const boundHash = hashToken(readLogInCookie(request.headers, context.origin) ?? "");
  const shown =
    relyingParty &&
    (await showPasskey(values.credential ?? "", {
      purpose: "log-in",
      ...{ boundHash, accountId: null, relyingParty },
    }));
  if (shown?.outcome !== "shown") return data(refusedForm(kept, {}, "passkeys.refused"), { status: 400 });
  const { accountId } = shown;
  return enter(args, { accountId, way: "passkey", next: safeNext(values.next ?? null) });
}

export const meta: MetaFunction = phraseTitle("login.title");

const notices = {
  reset: "login.reset",
  address: "login.address",
  out: "login.out",
  deleted: "login.deleted",
  late: "passkeys.second.late",
} as const;

export default function LogIn() {
  const { officials, passkeys } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const notice = notices[search.get("after") as keyof typeof notices];
  return (
    <NarrowPage title={t("login.title")}>
      {notice && !form ? <Notice>{t(notice)}</Notice> : null}
      <form method="post" className="stack" noValidate data-once>
        <ErrorSummary form={form} />
        <input type="hidden" name="next" value={form?.values.next ?? search.get("next") ?? "/"} />
        <Field
          name="email"
          label="form.email"
          type="email"
          form={form}
          autoComplete="username"
          inputMode="email"
        />
        <Field
          name="password"
          label="form.password"
          type="password"
          form={form}
          autoComplete="current-password"
        />
        <p>
          <button className="button">{t("login.button")}</button>
        </p>
      </form>
      {passkeys ? (
        <PasskeyForm purpose="log-in" action="/login" button="passkeys.login.button" quiet>
          <input type="hidden" name="next" value={form?.values.next ?? search.get("next") ?? "/"} />
        </PasskeyForm>
      ) : null}
      {officials ? (
        <p>
          <a href={`/identity/official?next=${encodeURIComponent(search.get("next") ?? "/")}`}>
            {t("identity.official.login")}
          </a>
        </p>
      ) : null}
      <p>
        <a href="/forgotten-password">{t("forgotten.title")}</a>
      </p>
      <p>
        {t("login.noAccount")} <a href="/join">{t("join.title")}</a>
      </p>
    </NarrowPage>
  );
}
