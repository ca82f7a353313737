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
import { closeSession, openSession } from "#app/accounts/session.server.ts";
import { officialProvider } from "#app/identity/provider.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { forgetAttempts, networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { safeNext, visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  if (account) return redirect(safeNext(new URL(args.request.url).searchParams.get("next")));
  return { officials: officialProvider() !== null };
}

export async function action(args: ActionFunctionArgs) {
  const values = typedValues(await args.request.formData());
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
  // The session this browser had, if any, ends: nobody keeps a session id across a log-in.
  await closeSession(args.request.headers.get("cookie"));
  const cookie = await openSession(result.accountId, args.request.headers.get("user-agent") ?? "");
  return redirect(safeNext(values.next ?? null), { headers: { "Set-Cookie": cookie } });
}

export const meta: MetaFunction = phraseTitle("login.title");

const notices = {
  reset: "login.reset",
  address: "login.address",
  out: "login.out",
  deleted: "login.deleted",
} as const;

export default function LogIn() {
  const { officials } = useLoaderData<typeof loader>();
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
