import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Account } from "#app/accounts/account.ts";
import { strengthenSession } from "#app/accounts/session.server.ts";
import { addPasskey } from "#app/passkeys/add-passkey.server.ts";
import {
  askAfterPassword,
  isAskedAfterPassword,
  listPasskeys,
  removePasskey,
  renamePasskey,
  stopAskingAfterPassword,
} from "#app/passkeys/change-passkey.server.ts";
import { mayChangePasskeys } from "#app/passkeys/may-change.server.ts";
import { PasskeyForm as NameForm, passkeyActs } from "#app/passkeys/passkey.ts";
import { PasskeysView } from "#app/passkeys/passkeys-view.tsx";
import { countRecoveryCodes, renewRecoveryCodes } from "#app/passkeys/recovery-codes.server.ts";
import { relyingPartyOf } from "#app/passkeys/relying-party.ts";
import { refuseUnproved } from "#app/requests/administrator.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, forbidden, notFound, safeNext } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

const notices = ["added", "renamed", "removed", "asked", "free"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { account, sessionHash, passkeyAwaited } = await accountOf(args);
  const hash = sessionHash ?? "";
  const search = new URL(args.request.url).searchParams;
  const after = search.get("after");
  const [passkeys, asked, codes, mayAdd, mayChange] = await Promise.all([
    listPasskeys(account.id),
    isAskedAfterPassword(account.id),
    countRecoveryCodes(account.id),
    mayChangePasskeys(account.id, hash, { fresh: true }),
    mayChangePasskeys(account.id, hash, { fresh: false }),
  ]);
  return {
    ...{ passkeys, asked, codes, mayAdd, mayChange, awaited: passkeyAwaited },
    possible: relyingPartyOf(args.context.origin) !== null,
    after: notices.find((each) => each === after) ?? null,
    next: search.has("next") ? safeNext(search.get("next")) : null,
  };
}

type Refused = { form: FormState; codes?: undefined };
const refuse = (form: FormState, status: number, headers = {}) =>
  data<Refused>({ form }, { status, headers });
/** Codes are shown in the answer to the form, once: an address that shows them would show them again. */
const show = (codes: string[]) => data({ codes, form: undefined });

export async function action(args: ActionFunctionArgs) {
  const visitor = await accountOf(args);
  const { account, sessionHash } = visitor;
  if (sessionHash === null) throw forbidden();
  const values = typedValues(await args.request.formData());
  const intent = passkeyActs.find((act) => act === values.intent);
  if (!intent) throw forbidden();
  const search = new URL(args.request.url).searchParams;
  const next = search.has("next") ? `&next=${encodeURIComponent(safeNext(search.get("next")))}` : "";
  const done = (after: string) => redirect(`/settings/passkeys?after=${after}${next}`, 303);
  if (intent === "prove") {
    const refused = await refuseUnproved(visitor, values);
    return refused
      ? refuse(refused.data, refused.init?.status ?? 400, refused.init?.headers)
      : done("proved");
  }
  const wait = await takeAttempt({ "passkey by account": account.id });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const may = await mayChangePasskeys(account.id, sessionHash, { fresh: intent === "add" });
  if (intent !== "rename" && may !== "yes")
    return refuse(
      refusedForm(values, {}, may === "prove" ? "passkeys.prove.first" : "passkeys.prove.passkey"),
      403,
    );
  const id = pageKey(values.passkey ?? null) ?? 0;
  switch (intent) {
    case "add":
      return add(args, account, sessionHash, values);
    case "rename": {
      const parsed = parseForm(NameForm, values);
      if (!parsed.ok) return refuse(parsed.state, 400);
      if ((await renamePasskey(account.id, id, parsed.value.name)).outcome === "not-found") throw notFound();
      return done("renamed");
    }
    case "remove":
      // Removed already, or never theirs: the list shows what there is.
      await removePasskey(account, id, args.context.origin);
      return done("removed");
    case "ask": {
      const result = await askAfterPassword(account.id, sessionHash);
      if (result.outcome === "no-passkey") return refuse(refusedForm(values, {}, "passkeys.said.none"), 409);
      return result.codes ? show(result.codes) : done("asked");
    }
    case "free":
      await stopAskingAfterPassword(account.id);
      return done("free");
    case "codes": {
      const codes = await renewRecoveryCodes(account.id);
      return codes ? show(codes) : refuse(refusedForm(values, {}, "passkeys.said.none"), 409);
    }
  }
}

async function add(
  { request, context }: ActionFunctionArgs,
  account: Account,
  sessionHash: string,
  values: Record<string, string>,
) {
  const { credential: sent = "", ...typed } = values;
  const parsed = parseForm(NameForm, typed);
  if (!parsed.ok) return refuse(parsed.state, 400);
  const relyingParty = relyingPartyOf(context.origin);
  if (!relyingParty) return refuse(refusedForm(typed, {}, "passkeys.noDomain"), 409);
  const wish = { name: parsed.value.name, sent, sessionHash, relyingParty };
  const { outcome } = await addPasskey(account, wish);
  switch (outcome) {
    case "refused":
      return refuse(refusedForm(typed, {}, "passkeys.refused"), 400);
    case "known":
      return refuse(refusedForm(typed, {}, "passkeys.said.known"), 409);
    case "too-many":
      return refuse(refusedForm(typed, {}, "passkeys.tooMany"), 409);
    case "added": {
      // Its holder has just unlocked it: that is a passkey shown in this session.
      const cookie = await strengthenSession(account.id, sessionHash);
      const search = new URL(request.url).searchParams;
      const next = search.has("next") ? `&next=${encodeURIComponent(safeNext(search.get("next")))}` : "";
      const headers: Record<string, string> = cookie ? { "Set-Cookie": cookie } : {};
      return redirect(`/settings/passkeys?after=added${next}`, { status: 303, headers });
    }
  }
}

export const headers = () => ({ "Cache-Control": "private, no-store" });
export const meta: MetaFunction = phraseTitle("passkeys.title");

export default function Passkeys() {
  const { possible, ...shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("passkeys.title")}>
      <p>{t("passkeys.lead")}</p>
      {possible ? null : <p className="notice">{t("passkeys.noDomain")}</p>}
      <PasskeysView {...shown} possible={possible} form={result?.form} newCodes={result?.codes ?? null} />
    </NarrowPage>
  );
}
