import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hashToken } from "#app/accounts/secret.server.ts";
import { PasskeyForm } from "#app/passkeys/passkey-form.tsx";
import { spendRecoveryCode } from "#app/passkeys/recovery-codes.server.ts";
import { relyingPartyOf } from "#app/passkeys/relying-party.ts";
import { endBegun, readBegun } from "#app/passkeys/second-step.server.ts";
import { showPasskey } from "#app/passkeys/show-passkey.server.ts";
import { enter } from "#app/requests/enter.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { readLogInCookie } from "#app/requests/log-in-cookie.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await readBegun(readLogInCookie(request.headers, context.origin)))) return redirect("/login");
  return { possible: relyingPartyOf(context.origin) !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const browser = readLogInCookie(request.headers, context.origin) ?? "";
  const begun = await readBegun(browser);
  if (!begun) return redirect("/login?after=late", 303);
  const values = typedValues(await request.formData());
  const { accountId, next } = begun;
  const recovering = values.intent === "recover";
  const network = networkOf(context.clientAddress);
  const wait = await takeAttempt(
    recovering
      ? { "recovery code by account": accountId, "log-in by network": network }
      : { "passkey by account": accountId, "passkey by network": network },
  );
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  if (recovering) {
    const { outcome } = await spendRecoveryCode(accountId, (values.code ?? "").slice(0, 100), context.origin);
    if (outcome === "wrong-code")
      return data(refusedForm({ intent: "recover" }, { code: "passkeys.code.wrong" }), { status: 400 });
  } else {
    const relyingParty = relyingPartyOf(context.origin);
    const boundHash = hashToken(browser);
    const shown =
      relyingParty &&
      (await showPasskey(values.credential ?? "", {
        purpose: "after-password",
        ...{ boundHash, accountId, relyingParty },
      }));
    if (shown?.outcome !== "shown") return data(refusedForm({}, {}, "passkeys.refused"), { status: 400 });
  }
  if (!(await endBegun(browser))) return redirect("/login?after=late", 303);
  return enter(args, { accountId, way: recovering ? "recovery-code" : "passkey", next });
}

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = phraseTitle("passkeys.second.title");

export default function SecondStep() {
  const { possible } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const recovering = form?.values.intent === "recover";
  return (
    <NarrowPage title={t("passkeys.second.title")}>
      <ErrorSummary form={recovering ? undefined : form} />
      <p>{t("passkeys.second.text")}</p>
      {possible ? (
        <PasskeyForm
          purpose="after-password"
          action="/login/passkey"
          intent="show"
          button="passkeys.second.button"
        />
      ) : null}
      <section className="stack" aria-labelledby="recover">
        <h2 id="recover">{t("passkeys.recover.title")}</h2>
        <form method="post" action="/login/passkey" className="stack" noValidate data-once>
          <ErrorSummary form={recovering ? form : undefined} />
          <input type="hidden" name="intent" value="recover" />
          <Field
            name="code"
            label="passkeys.code"
            hint="passkeys.code.hint"
            form={recovering ? form : undefined}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
          <p>
            <button className="button button-quiet">{t("passkeys.recover.button")}</button>
          </p>
        </form>
      </section>
      <p>
        <a href="/login">{t("passkeys.second.again")}</a>
      </p>
    </NarrowPage>
  );
}
