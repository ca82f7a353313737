import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { readReplies } from "#app/chronicle/read-records.server.ts";
import { ReplyForm } from "#app/chronicle/record.ts";
import { ReplyFields } from "#app/chronicle/record-forms.tsx";
import { RecordPage } from "#app/chronicle/record-page.tsx";
import { recordReply, replyingOfficial } from "#app/chronicle/record-reply.server.ts";
import { ReplyList } from "#app/chronicle/reply-list.tsx";
import { todayInParis } from "#app/letters/close-letter.server.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { recordTyped } from "#app/requests/record.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`);
  const { account } = await visitorOf(args);
  const own = await isAuthorOf(letter.slug, account);
  const [replies, official] = await Promise.all([
    readReplies(letter.id),
    account && !own ? replyingOfficial(account.id) : null,
  ]);
  return {
    letter,
    replies: replies.map(({ id, name, office, day }) => ({ id, name, office, day })),
    own,
    official,
    submissionKey: randomUUID(),
    today: todayInParis(),
  };
}

export const action = (args: ActionFunctionArgs) =>
  recordTyped(args, ReplyForm, {
    record: (slug, accountId, typed) => recordReply(slug, accountId, typed, args.context.origin),
    pathOf: (letter, id) => `${letter}/replies/${id}?recorded`,
    tooOften: "reply.tooOften",
  });

export const meta: MetaFunction<typeof loader> = phraseTitle("replies.title", { indexed: true });

export default function Replies() {
  const { letter, replies, own, official, submissionKey, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  return (
    <RecordPage
      letter={letter}
      title="replies.title"
      lead="replies.lead"
      recorder={own || official !== null}
      form={form}
      fields={
        <ReplyFields
          letter={letter}
          submissionKey={submissionKey}
          today={today}
          official={official}
          form={form}
        />
      }
    >
      <ReplyList slug={letter.slug} replies={replies} />
    </RecordPage>
  );
}
