import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { emptyDocument } from "#app/letters/document.ts";
import { deleteDraft, readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { LetterForm } from "#app/letters/letter-form.tsx";
import { readLetterInput } from "#app/letters/letter-input.server.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { DraftFiles } from "#app/paper/draft-files.tsx";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account, language } = await writerOf(args);
  // The session ended while writing: the form comes back with what was typed and nothing of the stored draft.
  if (!account) return { slug, draft: null, language, markdown: "", saved: false };
  const draft = await readDraft(slug, account.id);
  if (!draft) {
    const published = await readLetter(slug);
    if (published?.createdBy === account.id) throw redirect(`/letters/${slug}`);
    throw notFound();
  }
  const saved = new URL(args.request.url).searchParams.has("saved");
  return { slug, draft, language, markdown: documentToMarkdown(draft.document), saved };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (values.intent === "delete") {
    const { outcome } = await deleteDraft(slug, account.id);
    if (outcome === "not-found") throw notFound();
    return redirect("/letters/mine?deleted", 303);
  }
  const input = readLetterInput(values);
  if (!input.ok) return data(input.state, { status: 400 });
  const result = await saveDraft(
    slug,
    account.id,
    pageKey(values.revision ?? null),
    input.fields,
    input.document,
  );
  switch (result.outcome) {
    case "saved":
      return redirect(
        values.intent === "preview" ? `/letters/${slug}/publish` : `/letters/${slug}/edit?saved`,
        303,
      );
    case "stale": {
      const now = await readDraft(slug, account.id);
      const kept = { ...values, revision: String(now?.revision ?? "") };
      return data(refusedForm(kept, {}, "draft.stale"), { status: 409 });
    }
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("draft.edit");

export default function EditLetter() {
  const { slug, draft, language, markdown, saved } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const blank = {
    title: "",
    summary: "",
    addressees: [],
    authorKind: "person" as const,
    authorName: "",
    language,
    closesOn: null,
  };
  const revision = draft?.revision ?? Number(form?.values.revision ?? 0);
  return (
    <main id="main" className="page editor-page stack">
      <h1 className="page-title">{t("draft.edit")}</h1>
      {saved && !form ? <Notice>{t("draft.saved")}</Notice> : null}
      {draft ? (
        <p className="quiet">
          {t("draft.private")} {t("mine.edited")} <Moment at={draft.editedAt} />
        </p>
      ) : null}
      <LoggedOutNotice form={form} />
      <LetterForm
        values={draft ?? blank}
        document={draft?.document ?? emptyDocument}
        markdown={markdown}
        draft={{ slug, revision }}
        form={form}
      />
      {draft ? <DraftFiles slug={slug} /> : null}
      <details className="danger">
        <summary>{t("draft.delete")}</summary>
        <form method="post" data-once>
          <p>{t("draft.delete.text")}</p>
          <button className="button button-quiet" name="intent" value="delete">
            {t("draft.delete.button")}
          </button>
        </form>
      </details>
    </main>
  );
}
