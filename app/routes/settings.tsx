import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import {
  type Account,
  ChangeAddressForm,
  limits,
  ProfileForm,
  ProofForm,
  ProvedForm,
} from "#app/accounts/account.ts";
import {
  changePassword,
  changeProfile,
  deleteAccount,
  requestAddressChange,
} from "#app/accounts/change-account.server.ts";
import { ChangePasswordForm } from "#app/accounts/new-password.server.ts";
import {
  closeAllSessions,
  closeOneSession,
  listSessions,
  openSession,
} from "#app/accounts/session.server.ts";
import { isProved } from "#app/accounts/prove-again.server.ts";
import { SettingsElsewhere } from "#app/accounts/settings-elsewhere.tsx";
import { SessionList } from "#app/accounts/session-list.tsx";
import { IdentityList } from "#app/identity/identity-list.tsx";
import { readOfficial } from "#app/identity/official.server.ts";
import { officialProvider } from "#app/identity/provider.server.ts";
import { listIdentities } from "#app/identity/unlink-identity.server.ts";
import { readDeadAddress, reviveAddress } from "#app/mail/dead-address.server.ts";
import { DeadAddressNotice } from "#app/mail/dead-address-notice.tsx";
import { languages } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { ProveByPasskey } from "#app/passkeys/prove-by-passkey.tsx";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { accountOf, forbidden, visitorOf } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account, sessionHash } = await accountOf(args);
  const [sessions, identities, official, dead, proved] = await Promise.all([
    listSessions(account.id, sessionHash),
    listIdentities(account.id),
    readOfficial(account.id),
    readDeadAddress(account.email),
    isProved(account.id, sessionHash ?? ""),
  ]);
  const offered = officialProvider() !== null;
  return { account, sessions, identities, official, offered, proved, dead: dead !== null };
}

type Intent = "profile" | "password" | "address" | "delete" | "session" | "everywhere" | "revive";
const refuse = (intent: Intent, form: FormState) => data({ intent, form }, { status: 400 });
const refuseTooOften = (intent: Intent, values: Record<string, string>, wait: number) =>
  data(
    { intent, form: refusedForm(values, {}, "form.tooOften") },
    { status: 429, headers: { "Retry-After": String(wait) } },
  );
const wrongPassword: Record<string, Phrase> = { currentPassword: "settings.password.wrong" };

export async function action(args: ActionFunctionArgs) {
  const { account, sessionHash } = await accountOf(args);
  const values = typedValues(await args.request.formData());
  const intent = values.intent as Intent;
  if (intent !== "profile" && intent !== "revive" && intent !== "session" && intent !== "everywhere") {
    const wait = await takeAttempt({ "log-in by address": `settings:${account.id}` });
    if (wait !== null) return refuseTooOften(intent, values, wait);
  }
  switch (intent) {
    case "profile": {
      const parsed = parseForm(ProfileForm, values);
      if (!parsed.ok) return refuse(intent, parsed.state);
      await changeProfile(account.id, parsed.value);
      return redirect("/settings?after=profile");
    }
    case "password":
      return newPassword(args, account, values);
    case "address": {
      const parsed = parseForm(ChangeAddressForm, values);
      if (!parsed.ok) return refuse(intent, parsed.state);
      const { email, currentPassword } = parsed.value;
      const wait = await takeAttempt({ "mail by address": `address:${email}` });
      if (wait !== null) return refuseTooOften(intent, values, wait);
      const { outcome } = await requestAddressChange(account, currentPassword, email, args.context.origin);
      return outcome === "mailed"
        ? redirect("/settings?after=address")
        : refuse(intent, refusedForm(values, wrongPassword));
    }
    case "delete": {
      const proved = await isProved(account.id, sessionHash ?? "");
      const parsed = parseForm(proved ? ProvedForm : ProofForm, values);
      if (!parsed.ok) return refuse(intent, parsed.state);
      const { outcome } = await deleteAccount(account, parsed.value.currentPassword, proved);
      return outcome === "deleted"
        ? redirect("/login?after=deleted")
        : refuse(intent, refusedForm(values, wrongPassword));
    }
    case "session":
      await closeOneSession(account.id, values.session ?? "");
      return redirect("/settings?after=session");
    case "revive":
      await reviveAddress(account.email);
      return redirect("/settings?after=revived", 303);
    case "everywhere":
      await closeAllSessions(account.id);
      return redirect("/login?after=out");
    default:
      throw forbidden();
  }
}

async function newPassword(args: ActionFunctionArgs, account: Account, values: Record<string, string>) {
  const parsed = parseForm(ChangePasswordForm, values);
  if (!parsed.ok) return refuse("password", parsed.state);
  const { currentPassword, password } = parsed.value;
  const { outcome } = await changePassword(account, currentPassword, password, args.context.origin);
  if (outcome === "wrong-password") return refuse("password", refusedForm(values, wrongPassword));
  const { opened } = await visitorOf(args);
  const userAgent = args.request.headers.get("user-agent") ?? "";
  const cookie = await openSession(account.id, userAgent, opened ?? undefined);
  return redirect("/settings?after=password", { headers: { "Set-Cookie": cookie } });
}

export const meta: MetaFunction = phraseTitle("settings.title");

const notices = {
  profile: "settings.after.profile",
  password: "settings.after.password",
  address: "settings.after.address",
  session: "settings.after.session",
  revived: "deadAddress.after",
  linked: "identity.after.linked",
  unlinked: "identity.after.unlinked",
} as const;
const languageNames: Record<(typeof languages)[number], Phrase> = { en: "language.en", fr: "language.fr" };

export default function Settings() {
  const { account, sessions, dead, proved, ...byProvider } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const formOf = (intent: Intent) => (result?.intent === intent ? result.form : undefined);
  const notice = notices[search.get("after") as keyof typeof notices];
  return (
    <NarrowPage title={t("settings.title")}>
      {notice && !result ? <Notice>{t(notice)}</Notice> : null}
      <DeadAddressNotice dead={dead} />
      <form method="post" action="/logout">
        <button className="button button-quiet">{t("settings.logout")}</button>
      </form>
      <section className="stack" aria-labelledby="profile">
        <h2 id="profile">{t("settings.profile")}</h2>
        <form method="post" action="/settings" className="stack" noValidate data-once>
          <ErrorSummary form={formOf("profile")} />
          <input type="hidden" name="intent" value="profile" />
          <Field
            name="name"
            label="join.name"
            hint="join.name.hint"
            form={formOf("profile")}
            defaultValue={account.name}
            autoComplete="name"
            maxLength={limits.name}
          />
          <Choices
            name="language"
            label="settings.language"
            form={formOf("profile")}
            defaultValue={account.language}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <p>
            <button className="button">{t("form.save")}</button>
          </p>
        </form>
      </section>
      <section className="stack" aria-labelledby="address">
        <h2 id="address">{t("settings.address")}</h2>
        <p>
          {t("settings.address.now")} <strong>{account.email}</strong>
        </p>
        <form method="post" action="/settings" className="stack" noValidate data-once>
          <ErrorSummary form={formOf("address")} idPrefix="address-" />
          <input type="hidden" name="intent" value="address" />
          <Field
            idPrefix="address-"
            name="email"
            label="settings.address.new"
            type="email"
            form={formOf("address")}
            autoComplete="email"
            maxLength={limits.email}
          />
          <Field
            idPrefix="address-"
            name="currentPassword"
            label="settings.password.current"
            type="password"
            form={formOf("address")}
            autoComplete="current-password"
          />
          <p>
            <button className="button">{t("settings.address.button")}</button>
          </p>
        </form>
      </section>
      <section className="stack" aria-labelledby="password">
        <h2 id="password">{t("settings.password")}</h2>
        <form method="post" action="/settings" className="stack" noValidate data-once>
          <ErrorSummary form={formOf("password")} idPrefix="password-" />
          <input type="hidden" name="intent" value="password" />
          <input type="hidden" name="username" autoComplete="username" value={account.email} />
          <Field
            idPrefix="password-"
            name="currentPassword"
            label="settings.password.current"
            type="password"
            form={formOf("password")}
            autoComplete="current-password"
          />
          <Field
            idPrefix="password-"
            name="password"
            label="reset.password"
            hint="form.password.hint"
            hintValues={{ shortest: limits.passwordShortest }}
            type="password"
            form={formOf("password")}
            autoComplete="new-password"
            maxLength={limits.passwordLongest}
          />
          <p>
            <button className="button">{t("settings.password.button")}</button>
          </p>
        </form>
      </section>
      <SettingsElsewhere noun="passkeys" />
      <SettingsElsewhere noun="tokens" />
      <section className="stack" aria-labelledby="identities">
        <h2 id="identities">{t("identity.list.title")}</h2>
        <IdentityList {...byProvider} />
      </section>
      <section className="stack" aria-labelledby="sessions">
        <h2 id="sessions">{t("settings.sessions")}</h2>
        <SessionList sessions={sessions} />
        <p>
          <a href="/settings/sign-ins">{t("signIns.open")}</a>
        </p>
      </section>
      <section className="stack" aria-labelledby="delete">
        <h2 id="delete">{t("settings.delete")}</h2>
        <details open={Boolean(formOf("delete"))}>
          <summary>{t("settings.delete.open")}</summary>
          <form method="post" action="/settings" className="stack" noValidate data-once>
            <ErrorSummary form={formOf("delete")} idPrefix="delete-" />
            <p>{t("settings.delete.text")}</p>
            <input type="hidden" name="intent" value="delete" />
            {proved ? null : (
              <ProveByPasskey>
                <Field
                  idPrefix="delete-"
                  name="currentPassword"
                  label="settings.password.current"
                  type="password"
                  form={formOf("delete")}
                  autoComplete="current-password"
                />
              </ProveByPasskey>
            )}
            <p>
              <button className="button button-seal">{t("settings.delete.button")}</button>
            </p>
          </form>
        </details>
      </section>
    </NarrowPage>
  );
}
