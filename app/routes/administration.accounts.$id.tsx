import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { roles } from "#app/accounts/account.ts";
import { endSessions, giveRole, readManagedAccount } from "#app/accounts/manage-accounts.server.ts";
import { AccountAct } from "#app/administration/account-act.tsx";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { countCommentsOf } from "#app/discussion/count-comments.server.ts";
import { countLettersOf } from "#app/letters/count-letters.server.ts";
import { AreaForms } from "#app/moderation/area-forms.tsx";
import { endArea, listAreas, nameModerator } from "#app/moderation/areas.server.ts";
import { forgetLostPasskeys } from "#app/passkeys/forget-lost-passkeys.server.ts";
import { administratorOf, hasProved, refuseUnproved } from "#app/requests/administrator.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { forbidden, notFound } from "#app/requests/visitor.server.ts";
import { Choices } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Day, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const administrator = await administratorOf(args);
  const account = await readManagedAccount(pageKey(args.params.id ?? null) ?? 0);
  if (!account) throw notFound();
  const [letters, comments, areas, proved] = await Promise.all([
    countLettersOf(account.id),
    countCommentsOf(account.id),
    listAreas(account.id),
    hasProved(administrator),
  ]);
  const after = new URL(args.request.url).searchParams.get("after");
  const done =
    (["role", "sessions", "passkeys", "area", "area-end"] as const).find((act) => act === after) ?? null;
  return { account, letters, comments, areas, proved, done, own: account.id === administrator.account.id };
}

export async function action(args: ActionFunctionArgs) {
  const administrator = await administratorOf(args);
  const { account } = administrator;
  const id = pageKey(args.params.id ?? null) ?? 0;
  const values = typedValues(await args.request.formData());
  if (values.intent === "area" || values.intent === "area-end") {
    const refused = await refuseUnproved(administrator, values);
    if (refused) return refused;
    const { outcome } =
      values.intent === "area"
        ? await nameModerator(account, id, values.place ?? "")
        : await endArea(account, id, pageKey(values.area ?? null) ?? 0);
    if (outcome === "forbidden") throw forbidden();
    if (outcome === "not-found") throw notFound();
    if (outcome === "no-place")
      return data(refusedForm(values, { place: "areas.place.none" }), { status: 400 });
    if (outcome === "everywhere")
      return data(refusedForm(values, { place: "areas.everywhere" }), { status: 409 });
    return redirect(`/administration/accounts/${id}?after=${values.intent}`, 303);
  }
  const role = roles.find((each) => each === values.role);
  const known = values.intent === "sessions" || values.intent === "passkeys";
  if (!known && (values.intent !== "role" || !role))
    return data(refusedForm(values, { role: "form.choice.wrong" }), { status: 400 });
  const refused = await refuseUnproved(administrator, values);
  if (refused) return refused;
  const { outcome } =
    values.intent === "sessions"
      ? await endSessions(account, id)
      : values.intent === "passkeys"
        ? await forgetLostPasskeys(account, id, args.context.origin)
        : role
          ? await giveRole(account, id, role)
          : { outcome: "not-found" as const };
  switch (outcome) {
    case "forbidden":
    case "own":
      throw forbidden();
    case "not-found":
      throw notFound();
    case "last-admin":
      return data(refusedForm(values, { role: "administration.accounts.lastAdmin" }), { status: 409 });
    case "ended":
    case "forgotten":
    case "none":
    case "changed":
    case "unchanged":
      return redirect(`/administration/accounts/${id}?after=${values.intent}`, 303);
  }
}

export const headers = () => ({ "Cache-Control": "private, no-store" });
export const meta: MetaFunction = phraseTitle("administration.account.title");

export default function AdministrationAccount() {
  const { account, letters, comments, areas, proved, done, own } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t, number } = useWords();
  const here = `/administration/accounts/${account.id}`;
  return (
    <ConsolePage here="/administration/accounts" title={account.name}>
      {done && !form ? (
        <Notice>
          {t(
            done === "area" || done === "area-end"
              ? `areas.done.${done}`
              : `administration.account.done.${done}`,
          )}
        </Notice>
      ) : null}
      <p>
        {account.email} · {t(`administration.role.${account.role}`)} · {t("administration.accounts.since")}{" "}
        <Day at={account.createdAt} />
      </p>
      <p>
        {t("administration.account.wrote", {
          drafts: number(letters.drafts),
          published: number(letters.published),
          comments: number(comments),
          sessions: number(account.sessions),
        })}
      </p>
      <div className="console-forms stack">
        <AccountAct
          {...{ here, proved, form }}
          intent="role"
          title="administration.accounts.role"
          button="administration.account.giveRole"
        >
          {(refused, idPrefix) => (
            <Choices
              name="role"
              label="administration.account.newRole"
              hint="administration.account.newRole.hint"
              form={refused}
              idPrefix={idPrefix}
              defaultValue={account.role}
              choices={roles.map((each) => ({ value: each, label: `administration.role.${each}` as const }))}
            />
          )}
        </AccountAct>
        <AccountAct
          {...{ here, proved, form }}
          intent="sessions"
          title="administration.accounts.sessions"
          button="administration.account.endSessions"
        >
          {() => <p>{t("administration.account.sessions.text")}</p>}
        </AccountAct>
        {account.passkeys > 0 && !own ? (
          <AccountAct
            {...{ here, proved, form }}
            intent="passkeys"
            title="administration.account.passkeys"
            button="administration.account.forgetPasskeys"
          >
            {() => <p>{t("administration.account.passkeys.text", { count: account.passkeys })}</p>}
          </AccountAct>
        ) : null}
        {account.role === "member" ? (
          <AreaForms here={here} areas={areas} proved={proved} form={form} />
        ) : null}
      </div>
    </ConsolePage>
  );
}
