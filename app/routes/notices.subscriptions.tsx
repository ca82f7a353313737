import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { type Rhythm, rhythms } from "#app/notices/notice.ts";
import {
  follow,
  listSubscriptions,
  readDefaultRhythm,
  setDefaultRhythm,
} from "#app/notices/subscribe.server.ts";
import { FollowForm, RhythmForm } from "#app/notices/subscription.ts";
import { SubscriptionList } from "#app/notices/subscription-list.tsx";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Choices } from "#app/ui/field.tsx";
import type { Phrase } from "#app/languages/translate.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const [subscriptions, rhythm] = await Promise.all([
    listSubscriptions(account.id),
    readDefaultRhythm(account.id),
  ]);
  return { subscriptions, rhythm };
}

const saved = "/notices/subscriptions?after=saved";

export async function action(args: ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const values = typedValues(await args.request.formData());
  const wait = await takeAttempt({ "follow by account": account.id });
  if (wait !== null)
    return data(refusedForm(values, {}, "form.tooOften"), {
      status: 429,
      headers: { "Retry-After": String(wait) },
    });
  if (values.intent === "default") {
    const parsed = parseForm(RhythmForm, values);
    if (!parsed.ok) return data(parsed.state, { status: 400 });
    await setDefaultRhythm(account.id, parsed.value.rhythm);
    return redirect(saved, 303);
  }
  const parsed = parseForm(FollowForm, values);
  if (!parsed.ok) return data(refusedForm({}, {}, "form.choice.wrong"), { status: 400 });
  const { kind, thing, rhythm } = parsed.value;
  const followed = await follow(account.id, { kind, id: thing }, rhythm);
  if (followed.outcome === "not-found") throw notFound();
  if (followed.outcome !== "followed") return data(refusedForm({}, {}, "follow.tooMany"), { status: 409 });
  return redirect(values.back === "thing" ? `${followed.path}#follow` : saved, 303);
}

export const meta: MetaFunction = phraseTitle("subscriptions.title");

const labels: Record<Rhythm, Phrase> = {
  "at-once": "rhythm.at-once",
  daily: "rhythm.daily",
  weekly: "rhythm.weekly",
  never: "rhythm.default.never",
};

export default function Subscriptions() {
  const { subscriptions, rhythm } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <p>
        <a href="/notices">{t("notices.title")}</a>
      </p>
      <h1>{t("subscriptions.title")}</h1>
      {search.get("after") === "saved" && !form ? <Notice>{t("subscriptions.saved")}</Notice> : null}
      <ErrorSummary form={form} />
      <p className="lead">{t("subscriptions.lead")}</p>
      <section className="stack" aria-labelledby="default">
        <h2 id="default">{t("subscriptions.default")}</h2>
        <form method="post" action="/notices/subscriptions" className="stack" noValidate data-once>
          <input type="hidden" name="intent" value="default" />
          <Choices
            name="rhythm"
            label="rhythm.label"
            form={form}
            defaultValue={rhythm}
            choices={rhythms.map((value) => ({ value, label: labels[value] }))}
          />
          <p>
            <button className="button">{t("form.save")}</button>
          </p>
        </form>
      </section>
      <section className="stack" aria-labelledby="chosen">
        <h2 id="chosen">{t("subscriptions.chosen")}</h2>
        <SubscriptionList subscriptions={subscriptions} />
      </section>
    </main>
  );
}
