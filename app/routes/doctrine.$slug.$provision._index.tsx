import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsultationNotice } from "#app/consultations/consultation-notice.tsx";
import { CitedBy } from "#app/doctrine/cited-by.tsx";
import { compareTexts } from "#app/doctrine/compare-texts.ts";
import { DispositionList } from "#app/doctrine/disposition-list.tsx";
import { dayIn, provisionHref, revisionOf } from "#app/doctrine/doctrine-text.ts";
import { ancestorsOf, childrenOf, neighboursOf } from "#app/doctrine/reading-order.ts";
import { Passages } from "#app/doctrine/passages.tsx";
import { annotateHref, ProvisionBody } from "#app/doctrine/provision-body.tsx";
import { ProvisionChildren, ProvisionHead, ProvisionWays } from "#app/doctrine/provision-head.tsx";
import { ProvisionChanges, ProvisionHistory } from "#app/doctrine/provision-history.tsx";
import { ProvisionQuote } from "#app/doctrine/provision-quote.tsx";
import { readCitedBy, readDispositions } from "#app/doctrine/read-answers.server.ts";
import { readOrphans, readPassages } from "#app/doctrine/read-annotations.server.ts";
import { OfficialAnswers } from "#app/doctrine/official-answers.tsx";
import { readOfficialAnswers } from "#app/doctrine/read-official-answers.server.ts";
import { readHistory, shownState } from "#app/doctrine/read-provision.server.ts";
import { readOutline } from "#app/doctrine/read-text.server.ts";
import { provisionMeta } from "#app/doctrine/text-meta.ts";
import { discussionPath } from "#app/discussion/place.ts";
import { ThreadPage } from "#app/discussion/thread-page.tsx";
import { formatCalendarDay } from "#app/languages/translate.ts";
import { loadThread } from "#app/requests/discussion.server.ts";
import { askedProvision } from "#app/requests/doctrine.server.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { readerIn } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { text, revision: asked, provision, search } = await askedProvision(args);
  const [history, citedBy, answers, officialAnswers] = await Promise.all([
    readHistory(text, provision.id),
    readCitedBy(provision.id),
    readDispositions(provision.id),
    readOfficialAnswers(provision.id),
  ]);
  args.context.madeOf.add("accounts").add("organisations");
  for (const id of citedBy.letterIds) args.context.madeOf.add(`letter:${id}`);
  const state = shownState(history, asked);
  const revision = state && revisionOf(text, state.dated);
  if (!state || !revision) throw notFound();
  const [outline, passages, orphans, thread] = await Promise.all([
    readOutline(text, revision),
    readPassages(provision.id, revision.id),
    readOrphans(provision.id, revision.id),
    loadThread(args, provision.discussion),
  ]);
  const entry = outline.find(({ id }) => id === provision.id);
  if (!entry) throw notFound();
  const there = history.filter(({ change }) => change !== "repealed");
  const chosen = (name: string) => {
    const found = there.find(({ dated }) => dated === search.get(name));
    if (!found && search.has(name)) throw notFound();
    return found;
  };
  const to = chosen("to") ?? state;
  const from = chosen("from") ?? there.find(({ dated }) => dated < to.dated);
  const [changes] = from ? compareTexts([{ before: from.body ?? "", now: to.body ?? "" }]) : [];
  const wanted = search.has("from") || search.has("to") || changes?.some(({ change }) => change !== "same");
  return {
    text,
    asked,
    revision,
    provision,
    state,
    entry,
    history,
    citedBy,
    answers,
    passages,
    orphans,
    thread,
    officialAnswers,
    ancestors: ancestorsOf(outline, entry),
    children: childrenOf(outline, entry),
    neighbours: neighboursOf(outline, entry),
    compared: from && changes && wanted ? { from: from.dated, to: to.dated, passages: changes } : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? provisionMeta(data.text, data.revision, data.entry, readerIn(matches)) : [];

export default function ProvisionPage() {
  const { text, asked, revision, provision, state, entry, history, ...around } =
    useLoaderData<typeof loader>();
  const { citedBy, answers, passages, orphans, thread } = around;
  const { t, language } = useWords();
  const day = dayIn(text, revision);
  const { address } = provision;
  const discussion = discussionPath({ text: text.slug, provision: address });
  return (
    <main id="main" className="page provision-page">
      <ProvisionHead text={text} revision={day} state={state} ancestors={around.ancestors} />
      {asked.id === revision.id ? null : (
        <p className="notice">
          {t(asked.dated > revision.dated ? "doctrine.provision.repealed" : "doctrine.provision.absent", {
            day: formatCalendarDay(language, asked.dated),
            other: formatCalendarDay(language, revision.dated),
          })}
        </p>
      )}
      <div className="provision-text" lang={text.language} data-provision={address}>
        <ProvisionBody
          text={state.body ?? ""}
          passages={passages}
          annotate={annotateHref(text.slug, state.slug, revision.dated)}
        />
      </div>
      <ProvisionChildren text={text} revision={day}>
        {around.children}
      </ProvisionChildren>
      <ProvisionWays text={text} revision={day} anchor={entry.slug} {...around.neighbours} />
      <script type="module" src="/annotate.js" />
      <Passages passages={passages} orphans={orphans} discussion={discussion} language={text.language} />
      <DispositionList dispositions={answers.dispositions} />
      {thread.official ? (
        <p>
          <a href={`${provisionHref(text.slug, state.slug)}/disposition?revision=${revision.dated}`}>
            {t(answers.dispositions.length > 0 ? "disposition.again" : "disposition.make")}
          </a>
        </p>
      ) : null}
      <OfficialAnswers answers={around.officialAnswers} path={discussion} />
      <section id="discussion" aria-labelledby="discussion-title" className="stack">
        <h2 id="discussion-title">{t("doctrine.provision.discussion")}</h2>
        {thread.closed ? null : <ConsultationNotice slug={text.slug} window={thread.window} />}
        {state.body && !thread.closed ? (
          <p>
            <a href={annotateHref(text.slug, state.slug, revision.dated)}>{t("annotation.title")}</a>
          </p>
        ) : null}
        <ThreadPage {...thread} path={discussion} />
      </section>
      <CitedBy citedBy={citedBy} answerCount={answers.answerCount} />
      {around.compared ? (
        <ProvisionChanges text={text} address={address} history={history} {...around.compared} />
      ) : null}
      <ProvisionHistory text={text} address={address} history={history} shown={revision.id} />
      <ProvisionQuote text={text} state={state} />
    </main>
  );
}
