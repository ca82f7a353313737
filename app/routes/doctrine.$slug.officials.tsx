import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOfficials } from "#app/doctrine/list-officials.server.ts";
import { MarkOfficialForms } from "#app/doctrine/mark-official-forms.tsx";
import { endOfficial, markAccount, markOrganisation } from "#app/doctrine/mark-official.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { OfficialList } from "#app/doctrine/official-list.tsx";
import { MarkAccountForm, MarkOrganisationForm } from "#app/doctrine/text-official.ts";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { TextPartHead } from "#app/doctrine/text-part-head.tsx";
import { findKept } from "#app/organisations/merge-organisations.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { forbidden, notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const text = await readText(args.params.slug ?? "");
  if (!text) throw notFound();
  args.context.madeOf.add(`text:${text.id}`).add("accounts").add("organisations");
  const { account } = await visitorOf(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const notices = ["marked", "ended"] as const;
  return {
    text,
    officials: await listOfficials(text.id),
    manages: account?.role === "admin",
    notice: notices.find((notice) => notice === after) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const text = await readText(args.params.slug ?? "");
  if (!text) throw notFound();
  if (account.role !== "admin") throw forbidden();
  if (values.intent === "end") {
    const { outcome } = await endOfficial(text.id, account, pageKey(values.mark ?? null) ?? 0);
    if (outcome === "not-found") throw notFound();
    if (outcome === "forbidden") throw forbidden();
    return redirect(`/doctrine/${text.slug}/officials?after=ended`, 303);
  }
  if (values.intent === "account") {
    const parsed = parseForm(MarkAccountForm, values);
    if (!parsed.ok) return data(parsed.state, { status: 400 });
    const { outcome } = await markAccount(text.id, account, parsed.value.email);
    if (outcome === "unknown")
      return data(refusedForm(values, { email: "officials.account.unknown" }), { status: 400 });
    if (outcome === "forbidden") throw forbidden();
  } else {
    const parsed = parseForm(MarkOrganisationForm, values);
    if (!parsed.ok) return data(parsed.state, { status: 400 });
    const found = await findKept(parsed.value.organisation, 0);
    if (found.length > 1) {
      const slugs = found.map(({ slug }) => `/organisations/${slug}`).join(", ");
      const errors = { organisation: "officials.organisation.several" as const };
      return data(refusedForm(values, errors, undefined, { slugs }), { status: 400 });
    }
    const { outcome } = await markOrganisation(text.id, account, found[0]?.id ?? 0);
    if (outcome === "unknown")
      return data(refusedForm(values, { organisation: "officials.organisation.unknown" }), { status: 400 });
    if (outcome === "forbidden") throw forbidden();
  }
  return redirect(`/doctrine/${text.slug}/officials?after=marked`, 303);
}

export const meta: MetaFunction = phraseTitle("officials.title", { indexed: true });

export default function Officials() {
  const { text, officials, manages, notice } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <TextPartHead text={text} title={t("officials.title")} />
      {notice ? <Notice>{t(`officials.${notice}`)}</Notice> : null}
      <p className="lead">{t("officials.lead")}</p>
      <OfficialList officials={officials} manages={manages} />
      <LoggedOutNotice form={form} />
      {manages || form ? <MarkOfficialForms form={form} /> : null}
    </main>
  );
}
