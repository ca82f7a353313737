import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { publishUpdate } from "#app/chronicle/publish-update.server.ts";
import { readUpdates } from "#app/chronicle/read-records.server.ts";
import { UpdateForm } from "#app/chronicle/record.ts";
import { UpdateFields } from "#app/chronicle/record-forms.tsx";
import { RecordPage } from "#app/chronicle/record-page.tsx";
import { showUpdate } from "#app/chronicle/show-records.ts";
import { UpdateList } from "#app/chronicle/update-view.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { recordTyped } from "#app/requests/record.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`);
  const { account } = await visitorOf(args);
  const updates = await readUpdates(letter.id);
  return {
    letter,
    updates: updates.map(showUpdate),
    own: await isAuthorOf(letter.slug, account),
    submissionKey: randomUUID(),
  };
}

export const action = (args: ActionFunctionArgs) =>
  recordTyped(args, UpdateForm, {
    record: (slug, accountId, typed) => publishUpdate(slug, accountId, typed, args.context.origin),
    pathOf: (letter, id) => `${letter}/updates/${id}?published`,
    tooOften: "update.tooOften",
  });

export const meta: MetaFunction<typeof loader> = phraseTitle("updates.title", { indexed: true });

export default function Updates() {
  const { letter, updates, own, submissionKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  return (
    <RecordPage
      letter={letter}
      title="updates.title"
      lead="updates.lead"
      recorder={own}
      form={form}
      fields={<UpdateFields letter={letter} submissionKey={submissionKey} form={form} />}
    >
      <UpdateList letter={letter} updates={updates} />
    </RecordPage>
  );
}
