import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { readUpdates } from "#app/chronicle/read-records.server.ts";
import { showUpdate } from "#app/chronicle/show-records.ts";
import { RecordText } from "#app/chronicle/update-view.tsx";
import { typeset } from "#app/languages/french-spacing.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { Notice } from "#app/ui/page.tsx";
import { Day, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  const id = pageKey(args.params.id ?? null);
  const [update] = letter && id !== null ? await readUpdates(letter.id, id) : [];
  if (!letter || !update) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`);
  const { account } = await visitorOf(args);
  return { letter, update: showUpdate(update), own: await isAuthorOf(letter.slug, account) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.update.title} · ${data.letter.title} · Tribune` }] : [];

export default function LetterUpdate() {
  const { letter, update, own } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      {search.has("published") && own ? <Notice>{t("update.published")}</Notice> : null}
      <LetterPartHead
        letter={letter}
        title={<span lang={letter.language}>{typeset(update.title, letter.language)}</span>}
      />
      <p className="quiet">
        {t("update.by", { author: letter.authorName })} <Day at={update.publishedAt} />
      </p>
      <RecordText html={update.html} language={letter.language} />
      <p>
        <a href={`/letters/${letter.slug}/updates`}>{t("updates.title")}</a>
      </p>
    </main>
  );
}
