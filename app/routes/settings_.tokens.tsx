import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isProved } from "#app/accounts/prove-again.server.ts";
import { refuseUnproved } from "#app/requests/administrator.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, forbidden } from "#app/requests/visitor.server.ts";
import { makeToken } from "#app/tokens/make-token.server.ts";
import { listTokens, revokeToken } from "#app/tokens/own-tokens.server.ts";
import { TokenForm as MakeForm } from "#app/tokens/token.ts";
import { TokenForm } from "#app/tokens/token-form.tsx";
import { TokenList } from "#app/tokens/token-list.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account, sessionHash } = await accountOf(args);
  const [tokens, proved] = await Promise.all([
    listTokens(account.id),
    sessionHash !== null && isProved(account.id, sessionHash),
  ]);
  const revoked = new URL(args.request.url).searchParams.get("after") === "revoked";
  return { tokens, proved, revoked };
}

type Refused = { form: FormState; token?: undefined };
const refuse = (form: FormState, status: number, headers = {}) =>
  data<Refused>({ form }, { status, headers });

export async function action(args: ActionFunctionArgs) {
  const visitor = await accountOf(args);
  const { account } = visitor;
  const values = typedValues(await args.request.formData());
  if (values.intent === "revoke") {
    await revokeToken(account.id, pageKey(values.token ?? null) ?? 0);
    return redirect("/settings/tokens?after=revoked", 303);
  }
  if (values.intent !== "make") throw forbidden();
  const parsed = parseForm(MakeForm, values);
  if (!parsed.ok) return refuse(parsed.state, 400);
  const unproved = await refuseUnproved(visitor, values);
  if (unproved) return refuse(unproved.data, unproved.init?.status ?? 400, unproved.init?.headers);
  const result = await makeToken(account, parsed.value, args.context.origin);
  switch (result.outcome) {
    case "known-name":
      return refuse(refusedForm(values, { name: "tokens.name.known" }), 409);
    case "too-many":
      return refuse(refusedForm(values, {}, "tokens.tooMany"), 409);
    case "made":
      // Shown in the answer to the form, once: an address that shows it would show it again.
      return data({ token: result.token, form: undefined });
  }
}

export const headers = () => ({ "Cache-Control": "private, no-store" });
export const meta: MetaFunction = phraseTitle("tokens.title");

export default function Tokens() {
  const { tokens, proved, revoked } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("tokens.title")}>
      <p>{t("tokens.lead")}</p>
      {revoked && !result ? <Notice>{t("tokens.revoked")}</Notice> : null}
      {result?.token ? (
        <section className="stack" aria-labelledby="made">
          <h2 id="made">{t("tokens.made.title")}</h2>
          <Notice>{t("tokens.made.once")}</Notice>
          <p>
            <code className="shown-once" data-token>
              {result.token}
            </code>
          </p>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="own">
        <h2 id="own">{t("tokens.own")}</h2>
        <TokenList tokens={tokens} />
      </section>
      <section className="stack" aria-labelledby="make">
        <h2 id="make">{t("tokens.make.title")}</h2>
        <TokenForm proved={proved} form={result?.form} />
      </section>
      <p>
        <a href="/settings">{t("settings.title")}</a>
      </p>
    </NarrowPage>
  );
}
