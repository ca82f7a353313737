import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProvisionPartHead } from "#app/doctrine/provision-head.tsx";
import { CommentPage } from "#app/discussion/comment-page.tsx";
import { discussionPath } from "#app/discussion/place.ts";
import { changeComment } from "#app/requests/change-comment.server.ts";
import { loadComment } from "#app/requests/discussion.server.ts";
import { askedDiscussion, provisionPlace } from "#app/requests/doctrine.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { text, provision } = await askedDiscussion(args);
  const place = { text: text.slug, provision: provision.address };
  return { text, provision, ...(await loadComment(args, place, provision.discussion)) };
}

export const action = (args: ActionFunctionArgs) => changeComment(args, provisionPlace(args.params));

export const meta: MetaFunction<typeof loader> = phraseTitle("discussion.title", { indexed: true });

export default function ProvisionComment() {
  const { text, provision, ...comment } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const path = discussionPath({ text: text.slug, provision: provision.address });
  return (
    <main id="main" className="page medium stack">
      <ProvisionPartHead text={text} provision={provision} title={t("discussion.title")} />
      <CommentPage {...comment} path={path} form={form} />
    </main>
  );
}
