import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyDocument } from "#app/letters/document.ts";
import { createDraft } from "#app/letters/draft-letter.server.ts";
import { LetterForm } from "#app/letters/letter-form.tsx";
import { readLetterInput } from "#app/letters/letter-input.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { useWords } from "#app/ui/words.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const { account, language } = await writerOf(args);
  return { name: account?.name ?? "", language };
}

export async function action(args: ActionFunctionArgs) {
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const input = readLetterInput(values);
  if (!input.ok) return data(input.state, { status: 400 });
  const fields = { ...input.fields, authorName: input.fields.authorName || account.name };
  const slug = await createDraft(account.id, language, fields, input.document);
  return redirect(`/letters/${slug}/edit`, 303);
}

export const meta: MetaFunction = phraseTitle("draft.new");

export default function NewLetter() {
  const { name, language } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const values = {
    title: "",
    summary: "",
    addressees: [],
    authorKind: "person" as const,
    authorName: name,
    language,
    closesOn: null,
  };
  return (
    <main id="main" className="page editor-page stack">
      <h1 className="page-title">{t("draft.new")}</h1>
      <p>
        {t("draft.new.text")} <a href="/letters/import">{t("paper.import.link")}</a>
      </p>
      <LoggedOutNotice form={form} />
      <LetterForm values={values} document={emptyDocument} markdown="" draft={null} form={form} />
    </main>
  );
}
