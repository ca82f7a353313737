import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConsultationNotice } from "#app/consultations/consultation-notice.tsx";
import { AnsweringWays } from "#app/doctrine/answering-ways.tsx";
import { Contents } from "#app/doctrine/contents.tsx";
import { contentsOf } from "#app/doctrine/contents-lines.ts";
import { dayIn, revisionBefore } from "#app/doctrine/doctrine-text.ts";
import { partsOf, partWith, repealedSince } from "#app/doctrine/reading-order.ts";
import { countPart, readBodies, readOutline } from "#app/doctrine/read-text.server.ts";
import { searchText } from "#app/doctrine/search-text.server.ts";
import { TextHead } from "#app/doctrine/text-head.tsx";
import { textJsonLd, textMeta } from "#app/doctrine/text-meta.ts";
import { TextPart } from "#app/doctrine/text-part.tsx";
import { FoundInText, TextSearch } from "#app/doctrine/text-search.tsx";
import { FeedLink } from "#app/feeds/feed-link.tsx";
import { FollowForm } from "#app/notices/follow-form.tsx";
import { readFollowing } from "#app/notices/subscribe.server.ts";
import { answeringOf } from "#app/requests/answering.server.ts";
import { askedText } from "#app/requests/doctrine.server.ts";
import { networkOf, takeAttempt } from "#app/requests/limit.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { prepareFind } from "#app/search/find.server.ts";
import { readQuestion } from "#app/search/question.ts";
import { readerIn } from "#app/ui/meta.ts";
import { useReader } from "#app/ui/words.tsx";

async function mayAsk(address: string) {
  const wait = await takeAttempt({ "search text by network": networkOf(address) });
  // Remix forgets the headers of thrown data, and keeps those of a response.
  if (wait !== null) throw new Response(null, { status: 429, headers: { "Retry-After": String(wait) } });
}

export async function loader(args: LoaderFunctionArgs) {
  const { text, revision, search } = await askedText(args);
  const typed = (search.get("search") ?? "").slice(0, 300);
  if (typed.trim()) await mayAsk(args.context.clientAddress);
  const before = revisionBefore(text, revision);
  const [outline, outlineBefore] = await Promise.all([
    readOutline(text, revision),
    before ? readOutline(text, before) : [],
  ]);
  const parts = partsOf(outline);
  const repealed = repealedSince(outlineBefore, outline);
  const counts = before && { changed: 0, moved: 0, new: 0, kept: 0, repealed: repealed.length };
  if (counts) for (const { change } of outline) counts[change]++;
  const { window, official } = await answeringOf(args, text.id);
  const { account } = await visitorOf(args);
  const following = account && (await readFollowing(account, { kind: "text", id: text.id }));
  const page = { text, revision, counts, typed, window, official, following };
  if (typed.trim()) {
    const question = readQuestion(typed);
    const after = pageKey(search.get("after"));
    const result = question && (await searchText(text, revision, await prepareFind(question), after));
    return { ...page, lines: contentsOf(outline, parts, -1), paged: after !== null, result, part: null };
  }
  const shown = partWith(parts, outline, search.get("part"));
  if (shown === null) throw notFound();
  const { from, to, first } = parts[shown] ?? { from: 1, to: 0, first: null };
  const [bodies, marks] = await Promise.all([
    readBodies(revision.id, from, to),
    countPart(text.id, revision.id, from, to),
  ]);
  const provisions = outline.slice(from - 1, to).map((entry) => ({
    ...entry,
    body: bodies.get(entry.id) ?? "",
    counts: marks.get(entry.id) ?? null,
    repealed: repealed.filter(({ after }) => after === entry.position).map((gone) => gone.entry),
  }));
  return {
    ...page,
    lines: contentsOf(outline, parts, shown),
    paged: false,
    result: null,
    part: {
      slug: first?.slug ?? "",
      provisions,
      before: parts[shown - 1]?.first ?? null,
      after: parts[shown + 1]?.first ?? null,
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? textMeta(data.text, data.revision, readerIn(matches)) : [];

export default function TextPage() {
  const { text, revision, counts, typed, lines, paged, result, part, window, official, following } =
    useLoaderData<typeof loader>();
  const asked = dayIn(text, revision);
  const origin = useReader()?.origin ?? "";
  return (
    <main id="main" className="page doctrine-page">
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: textJsonLd(text, revision, origin) }}
      />
      <TextHead text={text} revision={revision} counts={counts ?? null} />
      <ConsultationNotice slug={text.slug} window={window} />
      <AnsweringWays slug={text.slug} official={official} />
      <FollowForm following={following} />
      <div className="doctrine-columns">
        <div className="doctrine-aside">
          <TextSearch text={text} revision={asked} typed={typed} />
          <p className="quiet">
            <FeedLink href={`/doctrine/${text.slug}/feed.atom`} />
          </p>
          <Contents
            slug={text.slug}
            language={text.language}
            revision={asked}
            lines={lines}
            shown={part?.slug ?? null}
          />
        </div>
        <div className="doctrine-text" data-doctrine-text>
          {part ? (
            <TextPart
              text={text}
              revision={asked}
              part={part.slug}
              provisions={part.provisions}
              changes={counts !== undefined}
              before={part.before}
              after={part.after}
            />
          ) : (
            <FoundInText text={text} revision={asked} typed={typed} paged={paged} result={result} />
          )}
        </div>
      </div>
      <script type="module" src="/doctrine.js" />
    </main>
  );
}
