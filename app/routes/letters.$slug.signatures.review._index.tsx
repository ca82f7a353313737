import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { typedValues } from "#app/requests/form.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { undoInvalidation } from "#app/signatures/invalidate-signatures.server.ts";
import { ConditionForm } from "#app/signatures/invalidation-form.tsx";
import { ReviewList } from "#app/signatures/review-list.tsx";
import { Invalidations, Trends } from "#app/signatures/review-overview.tsx";
import {
  countStates,
  listForReview,
  listInvalidations,
  readTrends,
  releaseSignatures,
  reviewerOf,
} from "#app/signatures/review-signatures.server.ts";
import { reviewedStates } from "#app/signatures/review.ts";
import { type HoldReason, holdReasons } from "#app/signatures/suspicion-words.ts";
import { Select } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage, Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

const reasons = Object.keys(holdReasons) as HoldReason[];

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const reviewer = await reviewerOf(args.params.slug ?? "", account);
  if (!reviewer) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const wanted = {
    state: reviewedStates.find((state) => state === searchParams.get("state")) ?? "held",
    reason: reasons.find((reason) => reason === searchParams.get("reason")) ?? null,
    search: (searchParams.get("search") ?? "").slice(0, 254),
    before: pageKey(searchParams.get("before")),
  };
  const [counts, trends, list, invalidations] = await Promise.all([
    countStates(reviewer.letter.id),
    readTrends(reviewer),
    listForReview(reviewer, wanted),
    listInvalidations(reviewer),
  ]);
  const { letter, moderates } = reviewer;
  const released = pageKey(searchParams.get("released"));
  return {
    ...{ letter, moderates, wanted, counts, trends, list, invalidations },
    ...{ released, begun: searchParams.has("begun") },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const reviewer = await reviewerOf(args.params.slug ?? "", account);
  if (!reviewer) throw notFound();
  const here = `/letters/${reviewer.letter.slug}/signatures/review`;
  const { intent, invalidation = "", release = "" } = typedValues(await args.request.formData());
  if (intent === "undo") {
    await undoInvalidation(reviewer, pageKey(invalidation) ?? 0);
    return redirect(`${here}#invalidations`, 303);
  }
  const released = await releaseSignatures(
    reviewer,
    release.split(",").flatMap((id) => pageKey(id) ?? []),
  );
  return redirect(`${here}?released=${released}`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("review.title");

export default function Review() {
  const { letter, moderates, wanted, counts, trends, list, invalidations, released, begun } =
    useLoaderData<typeof loader>();
  const { t, number } = useWords();
  const here = `/letters/${letter.slug}/signatures/review`;
  const { state, reason, search, before } = wanted;
  const page = (key?: number) =>
    `${here}?${new URLSearchParams({ state, ...(reason ? { reason } : {}), ...(search ? { search } : {}), ...(key ? { before: String(key) } : {}) })}`;
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("review.title")} />
      {released === null ? null : <Notice>{t("review.released", { count: released })}</Notice>}
      {begun ? <Notice>{t("review.begun")}</Notice> : null}
      <p className="lead">{t("review.lead")}</p>
      {moderates ? null : <p>{t("review.author")}</p>}
      <section>
        <h2>{t("review.list")}</h2>
        <nav className="tabs" aria-label={t("review.states")}>
          {reviewedStates.map((each) => (
            <a key={each} href={`${here}?state=${each}`} aria-current={each === state ? "page" : undefined}>
              {t(`review.state.${each}`)} {number(counts[each])}
            </a>
          ))}
        </nav>
        <form method="get" action={here} role="search" className="review-filter">
          <input type="hidden" name="state" value={state} />
          <Select
            name="reason"
            label="review.reason"
            placeholder={t("review.reason.any")}
            defaultValue={reason ?? ""}
            optional
            choices={reasons.map((value) => ({ value, label: t(holdReasons[value]) }))}
          />
          <div className="field">
            <label htmlFor="search">{t(moderates ? "review.search.moderator" : "review.search")}</label>
            <input id="search" name="search" type="search" defaultValue={search} maxLength={254} />
          </div>
          <button className="button button-quiet">{t("review.filter")}</button>
        </form>
        <ReviewList slug={letter.slug} signatures={list.signatures} />
        <NextPage href={list.next === null ? null : page(list.next)} first={before ? page() : null} />
      </section>
      <section>
        <h2>{t("review.trends")}</h2>
        <p className="quiet">{t("review.trends.hint")}</p>
        <Trends slug={letter.slug} {...trends} />
      </section>
      <section>
        <h2>{t("invalidate.form")}</h2>
        <ConditionForm slug={letter.slug} />
      </section>
      <section id="invalidations">
        <h2>{t("invalidations.title")}</h2>
        <Invalidations invalidations={invalidations} />
      </section>
      <p>
        <a href={`/letters/${letter.slug}/signatures/shared.csv`} download>
          {t("review.csv")}
        </a>
        <br />
        <span className="quiet">{t("review.csv.hint")}</span>
      </p>
    </main>
  );
}
