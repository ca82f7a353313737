import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { importDraft } from "#app/paper/import-draft.server.ts";
import { DraftImportFields } from "#app/paper/import-fields.ts";
import { DraftImportForm } from "#app/paper/import-form.tsx";
import { largestWritten } from "#app/paper/written-file.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await writerOf(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const sent = await args.request.formData();
  const values = typedValues(sent);
  const refuse = (state: FormState, status: number, headers?: HeadersInit) =>
    data(state, { status, headers });
  if (!account) return refuse(refusedForm(values, {}, "form.loggedOut"), 401);
  const parsed = parseForm(DraftImportFields, values);
  const file = sent.get("file");
  if (!(file instanceof File) || file.size === 0) {
    const errors = parsed.ok ? {} : parsed.state.errors;
    return refuse(refusedForm(values, { file: "paper.import.file.missing", ...errors }), 400);
  }
  if (!parsed.ok) return refuse(parsed.state, 400);
  if (file.size > largestWritten)
    return refuse(refusedForm(values, { file: "paper.import.unreadable.too-large" }), 413);
  const wait = await takeAttempt({ "letter import by account": account.id });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { title, language } = parsed.value;
  const result = await importDraft(
    account,
    { name: file.name, bytes },
    { title, language },
    args.context.origin,
  );
  switch (result.outcome) {
    case "imported":
      return redirect(`/letters/${result.slug}/imported`, 303);
    case "unreadable": {
      const { reason } = result;
      const status = /^too-l/.test(reason) ? 413 : 415;
      return refuse(refusedForm(values, { file: `paper.import.unreadable.${reason}` }), status);
    }
  }
}

export const meta: MetaFunction = phraseTitle("paper.import.title");

export default function ImportLetter() {
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("paper.import.title")}>
      <p>{t("paper.import.lead")}</p>
      <LoggedOutNotice form={form} />
      <DraftImportForm form={form} />
      <p>
        <a href="/letters/new">{t("paper.import.blank")}</a>
      </p>
    </NarrowPage>
  );
}
