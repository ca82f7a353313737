import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { ImportFields } from "#app/doctrine/import-fields.ts";
import { ImportForm, type ImportFormState, KeptImports } from "#app/doctrine/import-form.tsx";
import { isWebAddress } from "#app/doctrine/import-text.ts";
import { keepImport, listKeptImports } from "#app/doctrine/keep-import.server.ts";
import { readApart } from "#app/doctrine/read-apart.server.ts";
import { largestFile } from "#app/doctrine/read-text-file.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { forbidden, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  if (account && account.role !== "admin") throw forbidden();
  return { kept: account ? await listKeptImports(account.id) : [] };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const fields = await args.request.formData();
  const values = typedValues(fields);
  const refuse = (state: ImportFormState, status: number, headers?: HeadersInit) =>
    data(state, { status, headers });
  if (!account) return refuse(refusedForm(values, {}, "form.loggedOut"), 401);
  if (account.role !== "admin") throw forbidden();
  const parsed = parseForm(ImportFields, values);
  const file = fields.get("file");
  if (!(file instanceof File) || file.size === 0) {
    const { errors } = parsed.ok ? { errors: {} } : parsed.state;
    return refuse(refusedForm(values, { file: "doctrineImport.file.missing", ...errors }), 400);
  }
  if (!parsed.ok) return refuse(parsed.state, 400);
  if (file.size > largestFile)
    return refuse(refusedForm(values, { file: "doctrineImport.file.tooLarge" }), 413);
  const wait = await takeAttempt({ "doctrine import by account": account.id });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const read = await readApart(file.name, new Uint8Array(await file.arrayBuffer()));
  if (read.outcome === "unreadable") {
    const { reason, line, detail } = read;
    const state = refusedForm(values, { file: `doctrineImport.unreadable.${reason}` });
    return refuse({ ...state, unreadable: { line, detail } }, reason === "too-large" ? 413 : 415);
  }
  const { slug, revision: dated, ...given } = parsed.value;
  const { provisions, problems, ...stated } = read.text;
  const title = given.title || (stated.title ?? "");
  if (title === "" || title.length > 300)
    return refuse(refusedForm(values, { title: "doctrineImport.title.missing" }), 400);
  if (provisions.length === 0) return refuse(refusedForm(values, { file: "doctrineImport.file.empty" }), 400);
  const fromFile = isWebAddress(stated.source ?? "") ? (stated.source ?? "") : "";
  const id = await keepImport(account.id, {
    ...{ fileName: file.name.slice(-200) || "?", slug, dated, title, provisions, problems },
    ...{ language: given.language ?? stated.language, source: given.source || fromFile },
  });
  return redirect(`/doctrine/import/${id}`, 303);
}

export const meta: MetaFunction = phraseTitle("doctrineImport.title");

export default function Import() {
  const { kept } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  return (
    <NarrowPage title={t("doctrineImport.title")}>
      {search.get("after") === "discarded" ? <Notice>{t("doctrineImport.discarded")}</Notice> : null}
      <p>{t("doctrineImport.lead")}</p>
      <LoggedOutNotice form={form} />
      <ImportForm form={form} slug={search.get("slug") ?? ""} />
      <KeptImports kept={kept} />
    </NarrowPage>
  );
}
