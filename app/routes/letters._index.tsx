import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FeedLink, feedMeta } from "#app/feeds/feed-link.tsx";
import { LetterList } from "#app/letters/letter-list.tsx";
import { sorts } from "#app/letters/letter.ts";
import { listLetters } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  context.madeOf.add("letters");
  const { searchParams } = new URL(request.url);
  const sort = sorts.find((choice) => choice === searchParams.get("sort")) ?? "newest";
  const after = pageKey(searchParams.get("after"));
  return { sort, paged: after !== null, ...(await listLetters(sort, after)) };
}

export const meta: MetaFunction<typeof loader> = (given) => [
  ...phraseTitle("letters.title", { indexed: true })(given),
  feedMeta("/feed.atom"),
];

export default function Letters() {
  const { sort, letters, next, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page medium stack">
      <h1>{t("letters.title")}</h1>
      <nav aria-label={t("letters.sort")} className="tabs">
        {sorts.map((choice) => (
          <a
            key={choice}
            href={`/letters?sort=${choice}`}
            aria-current={choice === sort ? "page" : undefined}
          >
            {t(`letters.${choice}`)}
          </a>
        ))}
      </nav>
      <LetterList letters={letters} headingLevel={2} />
      <NextPage
        href={next === null ? null : `/letters?sort=${sort}&after=${next}`}
        first={paged ? `/letters?sort=${sort}` : null}
      />
      <p className="quiet">
        <FeedLink href="/feed.atom" />
      </p>
    </main>
  );
}
