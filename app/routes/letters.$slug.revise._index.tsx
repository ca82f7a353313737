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
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readRevisionInput } from "#app/letters/letter-input.server.ts";
import { ReviseForm } from "#app/letters/revise-form.tsx";
import { readBase } from "#app/letters/revision-base.ts";
import { discardRevision, readRevision, saveRevision } from "#app/letters/revise-letter.server.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account, language } = await writerOf(args);
  // The session ended while writing: the form comes back with what was typed and nothing of what is stored.
  if (!account) return { slug, revision: null, language, markdown: "", notice: null };
  const revision = await readRevision(slug, account.id);
  if (!revision) throw notFound();
  if (!revision.open && !args.context.posting) throw redirect(`/letters/${slug}`);
  const search = new URL(args.request.url).searchParams;
  const notice = (["saved", "discarded"] as const).find((name) => search.has(name)) ?? null;
  const markdown = documentToMarkdown(revision.document);
  return { slug, revision, language: revision.language, markdown, notice };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  if (values.intent === "discard") {
    const { outcome } = await discardRevision(slug, account.id);
    if (outcome === "not-found") throw notFound();
    return redirect(`/letters/${slug}/revise?discarded`, 303);
  }
  const input = readRevisionInput(values);
  if (!input.ok) return data(input.state, { status: 400 });
  const result = await saveRevision(slug, account.id, readBase(values), input.fields, input.document);
  switch (result.outcome) {
    case "saved":
      return redirect(`/letters/${slug}/revise${values.intent === "compare" ? "/compare" : "?saved"}`, 303);
    case "stale": {
      const now = await readRevision(slug, account.id);
      const kept = {
        ...values,
        revision: String(now?.revision ?? 0),
        basedOn: String(now?.current ?? values.basedOn),
      };
      return data(refusedForm(kept, {}, "revise.stale"), { status: 409 });
    }
    case "letter-closed":
      return data(refusedForm(values, {}, "revise.closed"), { status: 409 });
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("revise.title");

const blank = { title: "", summary: "", addressees: [], reason: "" };

export default function ReviseLetter() {
  const { slug, revision, language, markdown, notice } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page editor-page stack">
      {revision ? (
        <LetterPartHead
          letter={{ slug: revision.slug, title: revision.title, language }}
          title={t("revise.title")}
        />
      ) : (
        <h1 className="page-title">{t("revise.title")}</h1>
      )}
      {notice && !form ? <Notice>{t(`revise.${notice}`)}</Notice> : null}
      {revision ? (
        <p className="quiet">
          {t("revise.text", { current: revision.current, next: revision.current + 1 })}{" "}
          <a href={`/letters/${slug}/draft/translations`}>{t("translations.title")}</a>
          {revision.editedAt ? (
            <>
              {" "}
              {t("mine.edited")} <Moment at={revision.editedAt} />
            </>
          ) : null}
        </p>
      ) : null}
      <LoggedOutNotice form={form} />
      <ReviseForm
        slug={slug}
        values={revision ?? blank}
        document={revision?.document ?? emptyDocument}
        markdown={markdown}
        language={language}
        base={{ revision: revision?.revision ?? 0, basedOn: revision?.basedOn ?? 0 }}
        form={form}
      />
      {revision && revision.revision > 0 ? (
        <details className="danger">
          <summary>{t("revise.discard")}</summary>
          <form method="post" data-once>
            <p>{t("revise.discard.text")}</p>
            <button className="button button-quiet" name="intent" value="discard">
              {t("revise.discard.button")}
            </button>
          </form>
        </details>
      ) : null}
    </main>
  );
}
