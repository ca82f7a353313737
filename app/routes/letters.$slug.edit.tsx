import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { reviewingRoles } from "#app/co-authors/co-author.ts";
import { listApprovals } from "#app/drafts/approve-draft.server.ts";
import { type OtherText, OtherTextView } from "#app/drafts/other-text.tsx";
import { readDraftNow } from "#app/drafts/read-history.server.ts";
import { compareVersions } from "#app/letters/compare-versions.ts";
import { emptyDocument } from "#app/letters/document.ts";
import { deleteDraft, readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { LetterForm } from "#app/letters/letter-form.tsx";
import { readLetterInput } from "#app/letters/letter-input.server.ts";
import { readLiveInput } from "#app/letters/live-input.server.ts";
import { openedDraft } from "#app/together/opened-draft.server.ts";
import { saveLive } from "#app/together/save-live.server.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { DraftFiles } from "#app/paper/draft-files.tsx";
import { marginSlot } from "#app/margin/margin.ts";
import { MarginLink } from "#app/margin/margin-link.tsx";
import { countOpenThreads } from "#app/margin/read-threads.server.ts";
import { refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { ReviewDraft } from "#app/suggestions/review-draft.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account, language } = await writerOf(args);
  // The session ended while writing: the form comes back with what was typed and nothing of the stored draft.
  if (!account)
    return {
      slug,
      draft: null,
      opened: undefined,
      language,
      markdown: "",
      saved: false,
      approved: 0,
      comments: 0,
    };
  const draft = await readDraft(slug, account.id);
  if (!draft) throw await elsewhere(slug, account.id);
  if (!reviewingRoles.includes(draft.role)) throw redirect(`/letters/${slug}/draft`);
  const opened = await openedDraft(draft, account.id);
  const saved = new URL(args.request.url).searchParams.has("saved");
  const approved = (await listApprovals(draft.id, draft.revision)).filter(
    ({ state }) => state === "approved",
  );
  const markdown = documentToMarkdown(draft.document);
  const comments = await countOpenThreads(draft.id);
  return { slug, draft, opened, language, markdown, saved, approved: approved.length, comments };
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
  const done = () =>
    redirect(values.intent === "preview" ? `/letters/${slug}/publish` : `/letters/${slug}/edit?saved`, 303);
  if (values.live) {
    const live = readLiveInput(values);
    const { outcome } = await saveLive(
      slug,
      account.id,
      pageKey(values.fieldsRevision ?? null) ?? 0,
      live.fields,
      live.update,
    );
    if (outcome === "not-found") throw notFound();
    if (!live.fields) return data(live.state, { status: 400 });
    if (outcome === "saved") return done();
    const phrase = outcome === "stale" ? "together.fields.stale" : "draft.text.unknown";
    return data(refusedForm(values, {}, phrase), { status: outcome === "stale" ? 409 : 400 });
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
      return done();
    case "stale": {
      const now = await readDraftNow(slug, account.id);
      if (!now) throw notFound();
      const { revision, language, editedBy, editedAt } = now;
      const comparison = compareVersions(now, { ...input.fields, document: input.document });
      const other: OtherText = { comparison, language, editedBy, editedAt };
      const kept = { ...values, revision: String(revision) };
      return data({ ...refusedForm(kept, {}, "draft.stale"), other }, { status: 409 });
    }
    case "not-found":
      throw notFound();
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("draft.edit");

export default function EditLetter() {
  const { slug, draft, opened, language, markdown, saved, approved, comments } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t, number } = useWords();
  const blank = {
    title: "",
    summary: "",
    addressees: [],
    authorKind: "person" as const,
    authorName: "",
    language,
    closesOn: null,
  };
  if (draft && opened?.onlySuggests)
    return <ReviewDraft slug={slug} title={draft.title} opened={opened} language={draft.language} />;
  const revision = draft?.revision ?? Number(form?.values.revision ?? 0);
  const fieldsRevision = draft?.fieldsRevision ?? Number(form?.values.fieldsRevision ?? 0);
  return (
    <main id="main" className="page editor-page stack">
      <h1 className="page-title">{t("draft.edit")}</h1>
      {saved && !form ? <Notice>{t("draft.saved")}</Notice> : null}
      {draft ? (
        <p className="quiet">
          {t("draft.private")} <a href={`/letters/${slug}/co-authors`}>{t("coAuthors.manage")}</a> ·{" "}
          <MarginLink slug={slug} open={comments} /> ·{" "}
          <a href={`/letters/${slug}/draft/translations`}>{t("translations.title")}</a> ·{" "}
          <a href={`/letters/${slug}/draft/history`}>{t("draftHistory.title")}</a> · {t("mine.edited")}{" "}
          <Moment at={draft.editedAt} />
        </p>
      ) : null}
      {approved > 0 ? (
        <p className="notice">{t("approval.given", { count: approved, number: number(approved) })}</p>
      ) : null}
      <LoggedOutNotice form={form} />
      {form && "other" in form ? <OtherTextView other={form.other as OtherText} /> : null}
      <div className="with-margin">
        <LetterForm
          values={draft ?? blank}
          document={draft?.document ?? emptyDocument}
          markdown={markdown}
          draft={{ slug, revision, fieldsRevision }}
          opened={opened}
          form={form}
        />
        {opened ? <div id={marginSlot} className="margin-slot" /> : null}
      </div>
      {draft ? <DraftFiles slug={slug} /> : null}
      {draft && draft.role !== "author" ? null : (
        <details className="danger">
          <summary>{t("draft.delete")}</summary>
          <form method="post" data-once>
            <p>{t("draft.delete.text")}</p>
            <button className="button button-quiet" name="intent" value="delete">
              {t("draft.delete.button")}
            </button>
          </form>
        </details>
      )}
    </main>
  );
}
