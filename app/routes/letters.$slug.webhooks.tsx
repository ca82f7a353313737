import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { accountOf, forbidden, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import { DeliveryLog } from "#app/webhooks/delivery-log.tsx";
import {
  enableWebhook,
  listDeliveries,
  listWebhooks,
  makeWebhook,
  removeWebhook,
  replayDelivery,
  testWebhook,
} from "#app/webhooks/manage-webhooks.server.ts";
import { WebhookForm as NewForm } from "#app/webhooks/webhook.ts";
import { WebhookForm } from "#app/webhooks/webhook-form.tsx";
import { WebhookList } from "#app/webhooks/webhook-list.tsx";

const dones = ["queued", "removed", "enabled"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const letter = await readLetter(slug);
  const webhooks = await listWebhooks(slug, account.id);
  if (!letter || !webhooks) throw notFound();
  const after = new URL(args.request.url).searchParams.get("after");
  const deliveries = await listDeliveries(slug, account.id);
  return { letter, webhooks, deliveries, done: dones.find((each) => each === after) ?? null };
}

type Refused = { form: FormState; secret?: undefined };
const refuse = (form: FormState, status: number, headers = {}) =>
  data<Refused>({ form }, { status, headers });

export async function action(args: ActionFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  if (!(await listWebhooks(slug, account.id))) throw notFound();
  const values = typedValues(await args.request.formData());
  const wait = await takeAttempt({ "webhook by account": account.id });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const done = (after: (typeof dones)[number]) => redirect(`/letters/${slug}/webhooks?after=${after}`, 303);
  const id = pageKey(values.webhook ?? null) ?? 0;
  switch (values.intent) {
    case "add": {
      const parsed = parseForm(NewForm, values);
      if (!parsed.ok) return refuse(parsed.state, 400);
      const result = await makeWebhook(slug, account, parsed.value);
      // The secret is shown in the answer to the form, once.
      if (result.outcome === "made") return data({ secret: result.secret, form: undefined });
      if (result.outcome === "not-found") throw notFound();
      if (result.outcome === "wrong-url")
        return refuse(refusedForm(values, { url: "webhooks.url.wrong" }), 400);
      if (result.outcome === "private-url")
        return refuse(refusedForm(values, { url: "webhooks.url.private" }), 400);
      if (result.outcome === "known") return refuse(refusedForm(values, { url: "webhooks.url.known" }), 409);
      return refuse(refusedForm(values, {}, "webhooks.tooMany"), 409);
    }
    case "test":
      if ((await testWebhook(slug, account.id, id)).outcome === "not-found") throw notFound();
      return done("queued");
    case "replay":
      // One that waits already is sent anyway.
      await replayDelivery(slug, account.id, pageKey(values.delivery ?? null) ?? 0);
      return done("queued");
    case "enable":
      await enableWebhook(slug, account.id, id);
      return done("enabled");
    case "remove":
      await removeWebhook(slug, account.id, id);
      return done("removed");
    default:
      throw forbidden();
  }
}

export const headers = () => ({ "Cache-Control": "private, no-store" });
export const meta: MetaFunction<typeof loader> = phraseTitle("webhooks.title");

export default function Webhooks() {
  const { letter, webhooks, deliveries, done } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("webhooks.title")} />
      {done && !result ? <Notice>{t(`webhooks.done.${done}`)}</Notice> : null}
      <p>{t("webhooks.lead")}</p>
      {result?.secret ? (
        <section className="stack" aria-labelledby="secret">
          <h2 id="secret">{t("webhooks.secret")}</h2>
          <Notice>{t("webhooks.secret.once")}</Notice>
          <p>
            <code className="shown-once" data-secret>
              {result.secret}
            </code>
          </p>
        </section>
      ) : null}
      <WebhookList webhooks={webhooks} />
      <section className="stack" aria-labelledby="new">
        <h2 id="new">{t("webhooks.new")}</h2>
        <WebhookForm form={result?.form} />
      </section>
      <section className="stack" aria-labelledby="log">
        <h2 id="log">{t("webhooks.log")}</h2>
        <DeliveryLog deliveries={deliveries} webhooks={webhooks} />
      </section>
    </main>
  );
}
