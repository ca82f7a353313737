import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Account } from "#app/accounts/account.ts";
import { answerField, answersOf } from "#app/doctrine/import-answers.ts";
import { AnswersToSendAgain, ImportPreviewView } from "#app/doctrine/import-preview.tsx";
import { importText } from "#app/doctrine/import-text.server.ts";
import { discardImport, readKeptImport } from "#app/doctrine/keep-import.server.ts";
import { previewImport } from "#app/doctrine/preview-import.server.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { forbidden, notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

/** What was sent by the administrator who asks; others do not see it. */
async function keptFor(account: Account, args: LoaderFunctionArgs | ActionFunctionArgs) {
  if (account.role !== "admin") throw forbidden();
  const id = pageKey(args.params.preview ?? null);
  return { id, kept: id === null ? null : await readKeptImport(id, account.id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  // Whose session ended while answering keeps the answers, and sees the file again once logged in.
  if (!account) return { kept: null, preview: null };
  const { kept } = await keptFor(account, args);
  if (!kept) throw notFound();
  const { provisions: _, ...shown } = kept;
  return { kept: shown, preview: await previewImport(kept) };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account)
    return data({ ...refusedForm(values, {}, "form.loggedOut"), questions: null }, { status: 401 });
  const { id, kept } = await keptFor(account, args);
  if (values.intent === "discard") {
    if (id !== null) await discardImport(id, account.id);
    return redirect("/doctrine/import?after=discarded", 303);
  }
  if (!kept) throw notFound();
  const answers = answersOf(values);
  const basedOn = pageKey(values.basedOn ?? null);
  const result = await importText({ ...kept, answers, accountId: account.id, basedOn });
  switch (result.outcome) {
    // A second click finds what the first has done.
    case "imported":
    case "unchanged":
      return redirect(`/doctrine/${kept.slug}`, 303);
    case "uncertain": {
      // An answer may lead to another question: the page shows those that are open now.
      const { questions } = result;
      const missing: Record<string, Phrase> = {};
      for (const question of questions) missing[answerField(question)] = "doctrineImport.answer.missing";
      return data({ ...refusedForm(values, missing), questions }, { status: 400 });
    }
    case "unknown-answers":
      return data(
        { ...refusedForm(values, {}, "doctrineImport.answer.conflict"), questions: null },
        { status: 400 },
      );
    default:
      return data(
        { ...refusedForm(values, {}, "doctrineImport.outcome.changed-meanwhile"), questions: null },
        { status: 409 },
      );
  }
}

export const meta: MetaFunction = phraseTitle("doctrineImport.preview.title");

export default function Preview() {
  const { kept, preview } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("doctrineImport.preview.title")}</h1>
      {kept ? (
        <ImportPreviewView kept={kept} preview={preview} form={form} />
      ) : (
        <AnswersToSendAgain form={form} />
      )}
    </main>
  );
}
