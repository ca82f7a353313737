import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { limits } from "#app/accounts/account.ts";
import { PasswordForm } from "#app/accounts/new-password.server.ts";
import { canResetPassword, resetPassword } from "#app/accounts/reset-password.server.ts";
import { enter } from "#app/requests/enter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const usable = await canResetPassword(params.token ?? "");
  return data(
    { usable },
    {
      status: usable ? 200 : 404,
      headers: secretPageHeaders,
    },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const wait = await takeAttempt({ "token by network": networkOf(context.clientAddress) });
  if (wait !== null)
    return data(refusedForm({}, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const parsed = parseForm(PasswordForm, typedValues(await request.formData()));
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const result = await resetPassword(params.token ?? "", parsed.value.password, context.origin);
  if (result.outcome === "unknown-token") return redirect(new URL(request.url).pathname, 303);
  const next = "/settings?after=password";
  return enter({ request, context }, { accountId: result.accountId, way: "mail", next });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction = phraseTitle("reset.title");

export default function ResetPassword() {
  const { usable } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  if (!usable)
    return (
      <NarrowPage title={t("reset.unknown.title")}>
        <p>{t("reset.unknown.text")}</p>
        <p>
          <a href="/forgotten-password">{t("forgotten.title")}</a>
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("reset.title")}>
      <form method="post" className="stack" noValidate data-once>
        <ErrorSummary form={form} />
        <Field
          name="password"
          label="reset.password"
          hint="form.password.hint"
          hintValues={{ shortest: limits.passwordShortest }}
          type="password"
          form={form}
          autoComplete="new-password"
          maxLength={limits.passwordLongest}
        />
        <p>
          <button className="button">{t("reset.button")}</button>
        </p>
      </form>
    </NarrowPage>
  );
}
