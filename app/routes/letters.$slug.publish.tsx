import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { DraftReading } from "#app/co-authors/draft-reading.tsx";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { PlanForm } from "#app/drafts/approval.ts";
import {
  approveDraft,
  hashOfDraft,
  listApprovals,
  withdrawApproval,
} from "#app/drafts/approve-draft.server.ts";
import { cancelPlan, planPublication, readPlan } from "#app/drafts/plan-publication.server.ts";
import { PublishPanel } from "#app/drafts/publish-panel.tsx";
import { readForPublication } from "#app/translations/read-for-publication.server.ts";
import { PublishedTranslations } from "#app/translations/published-translations.tsx";
import { readOwnSubmission } from "#app/pipeline/read-submission.server.ts";
import { readPipeline } from "#app/pipeline/read-pipeline.server.ts";
import { SubmissionNotice } from "#app/pipeline/submission-notice.tsx";
import { withdrawSubmission } from "#app/pipeline/submit-letter.server.ts";
import { moderates } from "#app/moderation/moderator.server.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { readDraft } from "#app/letters/draft-letter.server.ts";
import { MarginNotice } from "#app/margin/margin-link.tsx";
import { countOpenThreads } from "#app/margin/read-threads.server.ts";
import { missingForPublication, publishLetter } from "#app/letters/publish-letter.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { countOpenSuggestions } from "#app/together/open-suggestions.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const draft = await readDraft(slug, account.id);
  if (!draft) throw await elsewhere(slug, account.id);
  if (draft.role !== "author") throw redirect(`/letters/${slug}/draft`);
  const [
    { passages, unknown },
    { translations, ...inThem },
    sha256,
    approvals,
    plan,
    comments,
    suggestions,
    submission,
    pipeline,
  ] = await Promise.all([
    readCitedPassages(draft.document),
    readForPublication(draft.id, draft),
    hashOfDraft(draft),
    listApprovals(draft.id, draft.revision),
    readPlan(draft.id),
    countOpenThreads(draft.id),
    countOpenSuggestions(draft.id),
    readOwnSubmission(draft.id),
    readPipeline(),
  ]);
  const missing = missingForPublication(draft);
  return {
    draft: { ...draft, editedAt: new Date() },
    missing,
    passages,
    unknown: [...new Set([...unknown, ...inThem.unknown])],
    translations,
    sha256,
    approvals,
    accountId: account.id,
    plan,
    comments,
    suggestions,
    submission,
    waits: pipeline.holdLetters && !moderates(account),
  };
}

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const values = typedValues(await args.request.formData());
  const revision = pageKey(values.revision ?? null) ?? 0;
  const done = (after: string) => redirect(`/letters/${slug}/publish?after=${after}`, 303);
  const refuse = (problem: Phrase, status: number) => data(refusedForm(values, {}, problem), { status });
  switch (values.intent) {
    case "approve": {
      const { outcome } = await approveDraft(slug, account.id, revision);
      if (outcome === "not-found") throw notFound();
      return outcome === "stale" ? refuse("publish.stale", 409) : done("approved");
    }
    case "withdraw": {
      const { outcome } = await withdrawApproval(slug, account.id);
      if (outcome === "not-found") throw notFound();
      return done("withdrawn");
    }
    case "plan": {
      const parsed = parseForm(PlanForm, values);
      if (!parsed.ok) return data(parsed.state, { status: 400 });
      const wish = { revision, at: parsed.value.at };
      const { outcome } = await planPublication(slug, account, wish, args.context.origin);
      if (outcome === "not-found") throw notFound();
      if (outcome === "stale") return refuse("publish.stale", 409);
      if (outcome !== "planned")
        return data(refusedForm(values, { at: `publish.plan.${outcome}` }), { status: 400 });
      return done("planned");
    }
    case "cancel-plan": {
      const { outcome } = await cancelPlan(slug, account.id);
      if (outcome === "not-found") throw notFound();
      return done("unplanned");
    }
    case "take-back": {
      const draft = await readDraft(slug, account.id);
      if (draft?.role !== "author") throw notFound();
      await withdrawSubmission(draft.id);
      return done("taken-back");
    }
    default: {
      const { outcome } = await publishLetter(slug, account.id, revision);
      switch (outcome) {
        case "published":
          return redirect(`/letters/${slug}?published`, 303);
        case "submitted":
          return done("submitted");
        case "stale":
          return refuse("publish.stale", 409);
        case "not-approved":
          return refuse("approval.waiting", 409);
        case "incomplete":
        case "unknown-citations":
          return refuse("publish.incomplete", 400);
        case "barred":
          return refuse("moderation.barred", 403);
        case "paused":
          return refuse("moderation.paused.publishing", 403);
        case "not-found":
          throw notFound();
      }
    }
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("publish.title");

const notices = {
  approved: "approval.approved",
  withdrawn: "approval.withdrawn",
  planned: "publish.plan.done",
  unplanned: "publish.plan.cancelled",
  submitted: "submission.done",
  "taken-back": "submission.takenBack",
  leftOut: "translations.after.leftOut",
  takenIn: "translations.after.takenIn",
} as const;

export default function PublishLetter() {
  const { draft, passages, translations, comments, suggestions, submission, ...panel } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t, number } = useWords();
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  return (
    <main id="main" className="page letter-page">
      <section className="publish-panel stack" aria-labelledby="publish-title">
        <h2 id="publish-title">{t("publish.title")}</h2>
        {notice ? <Notice>{t(notice)}</Notice> : null}
        <SubmissionNotice submission={submission} />
        <MarginNotice slug={draft.slug} open={comments} />
        {suggestions > 0 ? (
          <p className="notice">
            {t("suggestions.stillOpen", { count: suggestions, number: number(suggestions) })}
          </p>
        ) : null}
        <PublishPanel draft={draft} {...panel} form={form} />
        <PublishedTranslations slug={draft.slug} translations={translations} next="publish" decides />
      </section>
      <DraftReading draft={draft} passages={passages} />
    </main>
  );
}
