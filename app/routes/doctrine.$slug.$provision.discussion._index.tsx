import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProvisionPartHead } from "#app/doctrine/provision-head.tsx";
import { discussionPath } from "#app/discussion/place.ts";
import { ThreadPage } from "#app/discussion/thread-page.tsx";
import { loadThread, postToDiscussion } from "#app/requests/discussion.server.ts";
import { askedDiscussion, provisionPlace } from "#app/requests/doctrine.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { text, provision } = await askedDiscussion(args);
  return { text, provision, ...(await loadThread(args, provision.discussion)) };
}

export const action = (args: ActionFunctionArgs) => postToDiscussion(args, provisionPlace(args.params));

export const meta: MetaFunction<typeof loader> = phraseTitle("discussion.title", { indexed: true });

export default function ProvisionDiscussion() {
  const { text, provision, ...thread } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const path = discussionPath({ text: text.slug, provision: provision.address });
  return (
    <main id="main" className="page medium stack">
      <ProvisionPartHead text={text} provision={provision} title={t("discussion.title")} />
      <ThreadPage {...thread} path={path} form={form} />
    </main>
  );
}
