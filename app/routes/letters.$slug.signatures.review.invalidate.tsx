import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { ConditionWords } from "#app/signatures/condition-words.tsx";
import { beginInvalidation, tryCondition } from "#app/signatures/invalidate-signatures.server.ts";
import { Condition, Grounds, invalidationReasons } from "#app/signatures/invalidation.ts";
import { ConditionForm } from "#app/signatures/invalidation-form.tsx";
import { reviewerOf } from "#app/signatures/review-signatures.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices, TextArea } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const reviewer = await reviewerOf(args.params.slug ?? "", account);
  if (!reviewer) throw notFound();
  const { letter } = reviewer;
  const typed = Object.fromEntries(new URL(args.request.url).searchParams);
  const parsed = parseForm(Condition, typed);
  if (!parsed.ok) return data({ letter, refused: parsed.state, tried: null }, { status: 400 });
  const tried = await tryCondition(reviewer, parsed.value);
  return data({ letter, refused: null, tried: { ...tried, condition: parsed.value } });
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const reviewer = await reviewerOf(args.params.slug ?? "", account);
  if (!reviewer) throw notFound();
  // The condition stands in the address, as it was shown; the form brings the reason.
  const condition = parseForm(Condition, Object.fromEntries(new URL(args.request.url).searchParams));
  if (!condition.ok) return data(condition.state, { status: 400 });
  const values = typedValues(await args.request.formData());
  const grounds = parseForm(Grounds, values);
  if (!grounds.ok) return data(grounds.state, { status: 400 });
  const { outcome } = await beginInvalidation(reviewer, condition.value, grounds.value);
  if (outcome === "nothing-found") return data(refusedForm(values, {}, "invalidate.gone"), { status: 409 });
  return redirect(`/letters/${reviewer.letter.slug}/signatures/review?begun#invalidations`, 303);
}

export const meta: MetaFunction<typeof loader> = phraseTitle("invalidate.title");

export default function Invalidate() {
  const { letter, refused, tried } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t, number } = useWords();
  const back = (
    <p>
      <a href={`/letters/${letter.slug}/signatures/review`}>{t("review.title")}</a>
    </p>
  );
  return (
    <main id="main" className="page narrow stack">
      <LetterPartHead letter={letter} title={t("invalidate.title")} />
      {tried ? (
        <>
          <dl className="facts">
            <dt>{t("invalidate.condition")}</dt>
            <dd>
              <ConditionWords condition={tried.condition} />
            </dd>
          </dl>
          <p className="lead">
            {tried.found === 0
              ? t("invalidate.none")
              : t("invalidate.found", { count: tried.found, number: number(tried.found) })}
          </p>
          {tried.examples.length > 0 ? (
            <p>{t("invalidate.examples", { count: tried.examples.length })}</p>
          ) : null}
          <ol className="rows">
            {tried.examples.map(({ id, name, state, signedAt }) => (
              <li key={id}>
                {name === null ? <em>{t("signature.hidden")}</em> : <bdi>{name}</bdi>}{" "}
                <span className="quiet">
                  {t(`review.state.${state as "held"}`)} · <Moment at={signedAt} />
                </span>
              </li>
            ))}
          </ol>
          {tried.found > 0 ? (
            <form method="post" className="stack" data-once noValidate>
              <ErrorSummary form={form} />
              <Choices
                name="reason"
                label="invalidate.reason"
                form={form}
                defaultValue=""
                choices={invalidationReasons.map((value) => ({ value, label: `reason.${value}` }))}
              />
              <TextArea name="note" label="invalidate.note" form={form} optional rows={3} maxLength={500} />
              <p>{t("invalidate.warning")}</p>
              <p>
                <button className="button button-seal">
                  {t("invalidate.button", { count: tried.found, number: number(tried.found) })}
                </button>
              </p>
            </form>
          ) : null}
          {back}
        </>
      ) : (
        <>
          <ConditionForm slug={letter.slug} form={refused} />
          {back}
        </>
      )}
    </main>
  );
}
