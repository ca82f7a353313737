import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { listMails, sendAgain } from "#app/mail/mail-log.server.ts";
import { mailStates } from "#app/mail/mail-state.ts";
import { MailTable } from "#app/mail/mail-table.tsx";
import { administratorOf } from "#app/requests/administrator.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { forbidden } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await administratorOf(args);
  const { searchParams } = new URL(args.request.url);
  const state = mailStates.find((each) => each === searchParams.get("state")) ?? null;
  const to = (searchParams.get("to") ?? "").trim().toLowerCase().slice(0, 254);
  const before = pageKey(searchParams.get("before"));
  const listed = await listMails({ state, to: to || null, before });
  return { ...listed, state, to, paged: before !== null, again: searchParams.has("again") };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await administratorOf(args);
  const values = typedValues(await args.request.formData());
  const { outcome } = await sendAgain(account, pageKey(values.again ?? null) ?? 0);
  if (outcome === "forbidden") throw forbidden();
  if (outcome === "not-failed")
    return data(refusedForm(values, {}, "administration.mails.notFailed"), { status: 409 });
  return redirect("/administration/mails?state=failing&again", 303);
}

/** Addresses stand in this page's own address: no other site hears of it, and nobody keeps it. */
export const headers = () => ({ "Cache-Control": "private, no-store", "Referrer-Policy": "same-origin" });
export const meta: MetaFunction = phraseTitle("administration.mails.title");

export default function AdministrationMails() {
  const { mails, next, state, to, paged, again } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const page = (before?: number) => {
    const query = new URLSearchParams({
      ...(state ? { state } : {}),
      ...(to ? { to } : {}),
      ...(before ? { before: String(before) } : {}),
    });
    return `/administration/mails${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <ConsolePage here="/administration/mails" title={t("administration.mails.title")}>
      <ErrorSummary form={form} />
      {again && !form ? <Notice>{t("administration.mails.queued")}</Notice> : null}
      <p className="lead">{t("administration.mails.lead")}</p>
      <form action="/administration/mails" role="search" className="console-filter">
        <Select
          name="state"
          label="administration.mails.state"
          placeholder={t("administration.all")}
          defaultValue={state ?? ""}
          optional
          choices={mailStates.map((each) => ({ value: each, label: t(`administration.mail.${each}`) }))}
        />
        <Field
          name="to"
          label="administration.mails.address"
          defaultValue={to}
          optional
          type="search"
          maxLength={254}
          autoComplete="off"
        />
        <button className="button">{t("administration.filter")}</button>
      </form>
      <MailTable mails={mails} action="/administration/mails" />
      <NextPage href={next === null ? null : page(next)} first={paged ? page() : null} />
    </ConsolePage>
  );
}
