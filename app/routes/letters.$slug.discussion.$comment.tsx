import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CommentPage } from "#app/discussion/comment-page.tsx";
import { discussionPath } from "#app/discussion/place.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { changeComment } from "#app/requests/change-comment.server.ts";
import { loadComment } from "#app/requests/discussion.server.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { useWords } from "#app/ui/words.tsx";

const placeOf = (slug = "") => ({ letter: slug });

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`);
  return { letter, ...(await loadComment(args, placeOf(letter.slug), letter.discussion)) };
}

export const action = (args: ActionFunctionArgs) => changeComment(args, placeOf(args.params.slug));

export const meta: MetaFunction<typeof loader> = phraseTitle("discussion.title", { indexed: true });

export default function LetterComment() {
  const { letter, ...comment } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  const archived = letter.state === "archived";
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("discussion.title")} />
      <CommentPage
        {...comment}
        path={discussionPath(placeOf(letter.slug))}
        form={form}
        archived={archived}
        closed={archived ? t("discussion.archived") : null}
      />
    </main>
  );
}
