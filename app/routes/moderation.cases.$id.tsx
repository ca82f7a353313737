import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { moderatesCase } from "#app/moderation/areas.server.ts";
import { PersonsHistory, ReportedSubject, ReportList, ThreadAround } from "#app/moderation/case-view.tsx";
import { claimCase, releaseCase } from "#app/moderation/claim-case.server.ts";
import { ClaimForm } from "#app/moderation/claim-form.tsx";
import { answerContest } from "#app/moderation/contest-decision.server.ts";
import { decide } from "#app/moderation/decide.server.ts";
import { DecisionForm } from "#app/moderation/decision-form.tsx";
import { DecisionList } from "#app/moderation/decision-list.tsx";
import { readCase } from "#app/moderation/read-case.server.ts";
import { AnswerForm, DecisionForm as DecisionFields, isUnseen } from "#app/moderation/reason.ts";
import { undoDecision } from "#app/moderation/undo-decision.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { HeldCase } from "#app/pipeline/held-case.tsx";
import { SubmittedText } from "#app/pipeline/submitted-text.tsx";
import { moderatorOf } from "#app/requests/moderator.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

const notices = ["decided", "undone", "answered"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { account, everywhere } = await moderatorOf(args);
  const id = pageKey(args.params.id ?? null) ?? 0;
  const found = (await moderatesCase(id, account.id)) ? await readCase(id) : null;
  if (!found) throw notFound();
  const after = new URL(args.request.url).searchParams.get("after");
  return {
    found,
    moderatorId: account.id,
    everywhere,
    submissionKey: randomUUID(),
    notice: notices.find((each) => each === after) ?? null,
  };
}

const refusals = {
  edited: ["decide.edited", 409],
  "decided-meanwhile": ["decide.decided-meanwhile", 409],
  already: ["decide.already", 409],
  gone: ["decide.gone", 409],
  own: ["decide.own", 403],
  beyond: ["decide.beyond", 403],
  wrong: ["decide.wrong", 400],
} as const;

export async function action(args: ActionFunctionArgs) {
  const { account } = await moderatorOf(args);
  const id = pageKey(args.params.id ?? null) ?? 0;
  if (!(await moderatesCase(id, account.id))) throw notFound();
  const values = typedValues(await args.request.formData());
  const done = (after: string) => redirect(`/moderation/cases/${id}${after}`, 303);
  const { origin } = args.context;
  switch (values.intent) {
    case "claim": {
      const result = await claimCase(id, account.id);
      if (result.outcome === "claimed")
        return data(refusedForm({}, {}, "case.claimed", { name: result.by }), { status: 409 });
      if (result.outcome === "not-found") throw notFound();
      return done("");
    }
    case "release":
      await releaseCase(id, account.id);
      return done("");
    case "undo": {
      const { outcome } = await undoDecision(pageKey(values.undone ?? null) ?? 0, account.id);
      if (outcome === "not-found") throw notFound();
      if (outcome === "contested") return data(refusedForm({}, {}, "case.undo.contested"), { status: 409 });
      return done("?after=undone");
    }
    case "answer": {
      const parsed = parseForm(AnswerForm, values);
      if (!parsed.ok) return data(parsed.state, { status: 400 });
      const { outcome } = await answerContest(
        pageKey(values.answered ?? null) ?? 0,
        account,
        parsed.value,
        origin,
      );
      if (outcome === "not-found") throw notFound();
      if (outcome === "done") return done("?after=answered");
      const status = outcome === "answered" ? 409 : 403;
      return data(refusedForm({}, {}, `contest.answer.${outcome}`), { status });
    }
    default: {
      const parsed = parseForm(DecisionFields, values);
      if (!parsed.ok) return data(parsed.state, { status: 400 });
      const result = await decide(id, account, parsed.value, origin);
      if (result.outcome === "not-found") throw notFound();
      if (result.outcome === "decided") return done("?after=decided");
      if (result.outcome === "claimed")
        return data(refusedForm(values, {}, "decide.claimed", { name: result.by }), { status: 409 });
      if (result.outcome === "not-there")
        return data(
          refusedForm(values, { passages: "decide.passages.not-there" }, undefined, {
            passage: result.missing[0] ?? "",
          }),
          { status: 400 },
        );
      const [phrase, status] = refusals[result.outcome];
      return data(refusedForm(values, {}, phrase), { status });
    }
  }
}

export const meta: MetaFunction<typeof loader> = phraseTitle("moderation.title");

export default function CasePage() {
  const { found, moderatorId, everywhere, submissionKey, notice } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const { subject, kind, decisions } = found;
  const away = found.claimant !== null && found.claimant.id !== moderatorId;
  return (
    <main id="main" className="page medium stack">
      <p>
        <a href="/moderation">{t("case.queue")}</a>
      </p>
      <h1>{t("case.title", { id: String(found.id) })}</h1>
      {notice ? <Notice>{t(`case.${notice}`)}</Notice> : null}
      {form && !form.values.intent ? <ErrorSummary form={form} /> : null}
      <ClaimForm claimant={found.claimant} moderatorId={moderatorId} />
      <ReportedSubject subject={subject} />
      <ThreadAround comments={found.around} reported={found.held ? null : found.subjectId} />
      {found.held ? <HeldCase held={found.held} /> : null}
      {found.submission ? <SubmittedText submission={found.submission} /> : null}
      {isUnseen(kind) ? null : <ReportList reports={found.reports} />}
      {subject?.author ? <PersonsHistory before={found.before} /> : null}
      <DecisionList decisions={decisions} moderatorId={moderatorId} form={form} />
      {away && !form?.values.intent ? null : (
        <section aria-labelledby="deciding" className="stack">
          <h2 id="deciding">{t(decisions.length > 0 ? "decide.again" : "decide.title")}</h2>
          {kind === "signature" && subject && everywhere ? (
            <p>
              {t("decide.signature")}{" "}
              <a href={`${subject.path}/review/invalidate?signature=${subject.id}`}>
                {t("decide.signature.link")}
              </a>
            </p>
          ) : null}
          <DecisionForm
            kind={kind}
            everywhere={everywhere}
            submissionKey={submissionKey}
            made={subject?.made ?? ""}
            after={found.decisionCount}
            form={form?.values.intent === "decide" ? form : undefined}
          />
        </section>
      )}
    </main>
  );
}
