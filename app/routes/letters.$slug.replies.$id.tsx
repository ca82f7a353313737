import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { readReplies } from "#app/chronicle/read-records.server.ts";
import { ReplyView } from "#app/chronicle/reply-view.tsx";
import { showReply } from "#app/chronicle/show-records.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  const id = pageKey(args.params.id ?? null);
  const [reply] = letter && id !== null ? await readReplies(letter.id, id) : [];
  if (!letter || !reply) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`).add("accounts");
  const { account } = await visitorOf(args);
  return { letter, reply: showReply(reply), loggedIn: account !== null };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("outcome.reply", { indexed: true });

export default function LetterReply() {
  const { letter, reply, loggedIn } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      {search.has("recorded") && loggedIn ? <Notice>{t("reply.recorded")}</Notice> : null}
      <LetterPartHead letter={letter} title={t("outcome.reply")} />
      <ReplyView reply={reply} author={letter.authorName} />
      <p>
        <a href={`/letters/${letter.slug}`}>{t("reply.letter")}</a>
      </p>
    </main>
  );
}
