import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { DeliveryList } from "#app/chronicle/delivery-list.tsx";
import { readDeliveries } from "#app/chronicle/read-records.server.ts";
import { DeliveryForm } from "#app/chronicle/record.ts";
import { recordDelivery } from "#app/chronicle/record-delivery.server.ts";
import { DeliveryFields } from "#app/chronicle/record-forms.tsx";
import { RecordPage } from "#app/chronicle/record-page.tsx";
import { todayInParis } from "#app/letters/close-letter.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { recordTyped } from "#app/requests/record.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`);
  const { account } = await visitorOf(args);
  return {
    letter,
    deliveries: await readDeliveries(letter.id),
    own: await isAuthorOf(letter.slug, account),
    submissionKey: randomUUID(),
    today: todayInParis(),
  };
}

export const action = (args: ActionFunctionArgs) =>
  recordTyped(args, DeliveryForm, {
    record: recordDelivery,
    pathOf: (letter, id) => `${letter}/delivery?recorded#delivery-${id}`,
  });

export const meta: MetaFunction<typeof loader> = phraseTitle("delivery.title", { indexed: true });

export default function Deliveries() {
  const { letter, deliveries, own, submissionKey, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  return (
    <RecordPage
      letter={letter}
      title="delivery.title"
      lead="delivery.lead"
      recorder={own}
      form={form}
      fields={<DeliveryFields letter={letter} submissionKey={submissionKey} today={today} form={form} />}
    >
      {search.has("recorded") && own && !form ? <Notice>{t("delivery.recorded")}</Notice> : null}
      <DeliveryList letter={letter} deliveries={deliveries} />
    </RecordPage>
  );
}
