import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { AddressForm } from "#app/accounts/account.ts";
import { askForData, openOwnData } from "#app/personal-data/ask-for-data.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await visitorOf(args);
  return { loggedIn: account !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const network = networkOf(args.context.clientAddress);
  const own = values.intent === "own" && account ? account : null;
  const parsed = parseForm(AddressForm, own ? { email: own.email } : values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const { email } = parsed.value;
  const wait = await takeAttempt(
    own
      ? { "data by network": network }
      : { "data by network": network, "mail by address": `my-data:${email}` },
  );
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  if (own) return redirect(`/my-data/${await openOwnData(own.email)}`, 303);
  await askForData(email, language, args.context.origin);
  return redirect("/my-data?mailed", 303);
}

export const meta: MetaFunction = phraseTitle("myData.title");

export default function MyData() {
  const { loggedIn } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  if (search.has("mailed") && !form)
    return (
      <NarrowPage title={t("myData.mailed.title")}>
        <p className="lead">{t("myData.mailed.text")}</p>
        <p>{t("sign.mailed.wait")}</p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={t("myData.title")}>
      <p className="lead">{t("myData.lead")}</p>
      {loggedIn ? (
        <form method="post" action="/my-data" className="stack" data-once>
          <p>{t("myData.own.text")}</p>
          <p>
            <button className="button" name="intent" value="own">
              {t("myData.own.button")}
            </button>
          </p>
          <h2>{t("myData.another")}</h2>
        </form>
      ) : null}
      <form method="post" action="/my-data" className="stack" noValidate data-once>
        <ErrorSummary form={form} />
        <p>{t("myData.ask.text")}</p>
        <Field
          name="email"
          label="form.email"
          type="email"
          form={form}
          autoComplete="email"
          inputMode="email"
        />
        <p>
          <button className={loggedIn ? "button button-quiet" : "button"}>{t("myData.ask.button")}</button>
        </p>
      </form>
      <p>
        <a href="/privacy">{t("page.privacy")}</a>
      </p>
    </NarrowPage>
  );
}
