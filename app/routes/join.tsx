import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useSearchParams } from "@remix-run/react";
import { limits } from "#app/accounts/account.ts";
import { requestJoin } from "#app/accounts/join.server.ts";
import { JoinForm } from "#app/accounts/new-password.server.ts";
import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import { joinCookie } from "#app/requests/join-cookie.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useReader, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  return account ? redirect("/") : null;
}

export async function action(args: ActionFunctionArgs) {
  const { language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const parsed = parseForm(JoinForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  if (!(await readRunningSettings()).joiningOpen)
    return data(refusedForm(values, {}, "join.closed"), { status: 409 });
  const wait = await takeAttempt({
    "join by network": networkOf(args.context.clientAddress),
    "mail by address": `join:${parsed.value.email}`,
  });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  const { browserToken } = await requestJoin({ ...parsed.value, language }, args.context.origin);
  return redirect("/join?mailed", {
    headers: { "Set-Cookie": joinCookie(browserToken, args.context.origin) },
  });
}

export const meta: MetaFunction = phraseTitle("join.title");

export default function Join() {
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const closed = useReader()?.joiningOpen === false;
  if (search.has("mailed") && !form)
    return (
      <NarrowPage title={t("join.mailed.title")}>
        <p className="lead">{t("join.mailed.text")}</p>
        <p>{t("sign.mailed.wait")}</p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("join.title")}>
      {closed && !form ? <p className="lead">{t("join.closed")}</p> : <JoinFields form={form} />}
      <p>
        {t("join.already")} <a href="/login">{t("login.title")}</a>
      </p>
    </NarrowPage>
  );
}

function JoinFields({ form }: { form: FormState | undefined }) {
  const { t } = useWords();
  return (
    <>
      <p>{t("join.text")}</p>
      <form method="post" action="/join" className="stack" noValidate data-once>
        <ErrorSummary form={form} />
        <Field
          name="name"
          label="join.name"
          hint="join.name.hint"
          form={form}
          autoComplete="name"
          maxLength={limits.name}
        />
        <Field
          name="email"
          label="form.email"
          type="email"
          form={form}
          autoComplete="email"
          inputMode="email"
          maxLength={limits.email}
        />
        <Field
          name="password"
          label="form.password"
          hint="form.password.hint"
          hintValues={{ shortest: limits.passwordShortest }}
          type="password"
          form={form}
          autoComplete="new-password"
          maxLength={limits.passwordLongest}
        />
        <p>
          <button className="button">{t("join.button")}</button>
        </p>
      </form>
    </>
  );
}
