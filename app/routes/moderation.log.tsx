import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { feedMeta } from "#app/feeds/feed-link.tsx";
import { useLoaderData } from "@remix-run/react";
import { typeset } from "#app/languages/french-spacing.ts";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { LogFilter } from "#app/moderation/log-filter-form.tsx";
import { LogList } from "#app/moderation/log-list.tsx";
import { madeOfLines, readPublicLog } from "#app/moderation/read-public-log.server.ts";
import { readHidden } from "#app/moderation/read-hidden.server.ts";
import { logFilter } from "#app/requests/log-filter.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  context.madeOf.add("public-log").add("accounts");
  const { searchParams } = new URL(request.url);
  const slug = searchParams.get("letter");
  const letter = slug === null ? null : await readLetter(slug);
  // The lines of a hidden letter are read, not its title.
  const hidden = slug !== null && !letter && (await readHidden("letter", slug, 0)) !== null;
  if (slug !== null && !letter && !hidden) throw notFound();
  const before = pageKey(searchParams.get("before"));
  const filter = logFilter(searchParams);
  const read = await readPublicLog({ letter: slug, ...filter, before });
  for (const name of madeOfLines(read.lines)) context.madeOf.add(name);
  return {
    filter,
    letter: letter && { slug: letter.slug, title: letter.title, language: letter.language },
    hidden: hidden ? slug : null,
    paged: before !== null,
    ...read,
  };
}

export const meta: MetaFunction<typeof loader> = (given) => [
  ...phraseTitle("publicLog.title", { indexed: true })(given),
  feedMeta("/moderation/log.atom"),
];

export default function PublicLog() {
  const { letter, hidden, filter, lines, next, paged } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const of = letter?.slug ?? hidden;
  const page = (before?: number) => {
    const query = new URLSearchParams({
      ...(of ? { letter: of } : {}),
      ...(filter.event ? { event: filter.event } : {}),
      ...(filter.reason ? { reason: filter.reason } : {}),
      ...(before ? { before: String(before) } : {}),
    });
    return `/moderation/log${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <main id="main" className="page medium stack">
      <h1>{t("publicLog.title")}</h1>
      <p className="lead">{t("publicLog.lead")}</p>
      {letter ? (
        <p>
          {t("publicLog.of")}{" "}
          <a href={`/letters/${letter.slug}`} lang={letter.language}>
            {typeset(letter.title, letter.language)}
          </a>
          . <a href="/moderation/log">{t("publicLog.everything")}</a>
        </p>
      ) : null}
      {hidden ? (
        <p>
          {t("hidden.log.of")} <a href="/moderation/log">{t("publicLog.everything")}</a>
        </p>
      ) : null}
      <LogFilter {...filter} letter={of} />
      {lines.length === 0 ? <p>{t("publicLog.none")}</p> : <LogList lines={lines} />}
      <NextPage href={next === null ? null : page(next)} first={paged ? page() : null} />
    </main>
  );
}
