import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readKey, type ThreadKey } from "#app/discussion/thread-order.ts";
import { officialFor } from "#app/doctrine/official-for.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { TextPartHead } from "#app/doctrine/text-part-head.tsx";
import { UnansweredComments, UnansweredProvisions } from "#app/doctrine/unanswered-lists.tsx";
import { unansweredComments, unansweredProvisions } from "#app/doctrine/list-unanswered.server.ts";
import { accountOf, forbidden, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const text = await readText(args.params.slug ?? "");
  if (!text) throw notFound();
  if (!(await officialFor(text.id, account.id))) throw forbidden();
  const { searchParams } = new URL(args.request.url);
  const after = {
    provisions: readKey(searchParams.get("provisions"), { counted: true }),
    comments: readKey(searchParams.get("comments")),
  };
  const [provisions, comments] = await Promise.all([
    unansweredProvisions(text.id, after.provisions),
    unansweredComments(text.id, after.comments),
  ]);
  return { text, after, provisions, comments };
}

export const meta: MetaFunction = phraseTitle("unanswered.title");

export default function Unanswered() {
  const { text, after, provisions, comments } = useLoaderData<typeof loader>();
  const { t } = useWords();
  /** Each list is turned alone: the other one stays where it is. */
  const page = (keys: Partial<Record<keyof typeof after, ThreadKey | null>>, at: string) => {
    const query = new URLSearchParams();
    for (const [name, key] of Object.entries({ ...after, ...keys }))
      if (key) query.set(name, `${key.value}_${key.id}`);
    return `/doctrine/${text.slug}/unanswered${query.size > 0 ? `?${query}` : ""}#${at}`;
  };
  return (
    <main id="main" className="page medium stack">
      <TextPartHead text={text} title={t("unanswered.title")} />
      <p className="lead">{t("unanswered.lead")}</p>
      <section aria-labelledby="provisions" className="stack">
        <h2 id="provisions">{t("unanswered.provisions")}</h2>
        <p className="quiet">{t("unanswered.provisions.how")}</p>
        {provisions.provisions.length > 0 ? (
          <UnansweredProvisions text={text} provisions={provisions.provisions} />
        ) : (
          <p>{t(after.provisions ? "unanswered.end" : "unanswered.provisions.none")}</p>
        )}
        <NextPage
          href={provisions.next && page({ provisions: provisions.next }, "provisions")}
          first={after.provisions && page({ provisions: null }, "provisions")}
        />
      </section>
      <section aria-labelledby="comments" className="stack">
        <h2 id="comments">{t("unanswered.comments")}</h2>
        <p className="quiet">{t("unanswered.comments.how")}</p>
        {comments.comments.length > 0 ? (
          <UnansweredComments text={text} comments={comments.comments} />
        ) : (
          <p>{t(after.comments ? "unanswered.end" : "unanswered.comments.none")}</p>
        )}
        <NextPage
          href={comments.next && page({ comments: comments.next }, "comments")}
          first={after.comments && page({ comments: null }, "comments")}
        />
      </section>
    </main>
  );
}
