import { type ActionFunctionArgs, data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useSearchParams } from "@remix-run/react";
import { AddressForm } from "#app/accounts/account.ts";
import { requestPasswordReset } from "#app/accounts/reset-password.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function action({ request, context }: ActionFunctionArgs) {
  const values = typedValues(await request.formData());
  const parsed = parseForm(AddressForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const wait = await takeAttempt({
    "join by network": networkOf(context.clientAddress),
    "mail by address": `reset:${parsed.value.email}`,
  });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  await requestPasswordReset(parsed.value.email, context.origin);
  return redirect("/forgotten-password?mailed");
}

export const meta: MetaFunction = phraseTitle("forgotten.title");

export default function ForgottenPassword() {
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  if (search.has("mailed") && !form)
    return (
      <NarrowPage title={t("forgotten.mailed.title")}>
        <p className="lead">{t("forgotten.mailed.text")}</p>
        <p>{t("sign.mailed.wait")}</p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("forgotten.title")}>
      <p>{t("forgotten.text")}</p>
      <form method="post" action="/forgotten-password" className="stack" noValidate data-once>
        <ErrorSummary form={form} />
        <Field
          name="email"
          label="form.email"
          type="email"
          form={form}
          autoComplete="username"
          inputMode="email"
        />
        <p>
          <button className="button">{t("forgotten.button")}</button>
        </p>
      </form>
    </NarrowPage>
  );
}
