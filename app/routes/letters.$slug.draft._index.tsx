import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { writingRoles } from "#app/co-authors/co-author.ts";
import { DraftReading } from "#app/co-authors/draft-reading.tsx";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { readDraft } from "#app/letters/draft-letter.server.ts";
import { MarginLink } from "#app/margin/margin-link.tsx";
import { countOpenThreads } from "#app/margin/read-threads.server.ts";
import { accountOf } from "#app/requests/visitor.server.ts";
import { elsewhere } from "#app/requests/written-letter.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug ?? "";
  const { account } = await accountOf(args);
  const draft = await readDraft(slug, account.id);
  if (!draft) throw await elsewhere(slug, account.id);
  const { passages } = await readCitedPassages(draft.document);
  const joined = new URL(args.request.url).searchParams.get("after") === "joined";
  const comments = await countOpenThreads(draft.id);
  return { draft, passages, joined, comments };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("coAuthors.draft.read");

export default function Draft() {
  const { draft, passages, joined, comments } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page letter-page">
      <section className="publish-panel stack" aria-label={t("coAuthors.draft.read")}>
        {joined ? <Notice>{t("coAuthors.joined")}</Notice> : null}
        <p>
          {t("coAuthors.draft.notPublished")} {t("coAuthors.draft.edited")} <Moment at={draft.editedAt} />
        </p>
        <p className="actions">
          {writingRoles.includes(draft.role) ? (
            <a className="button" href={`/letters/${draft.slug}/edit`}>
              {t("coAuthors.draft.write")}
            </a>
          ) : draft.role === "reviewer" ? (
            <a className="button" href={`/letters/${draft.slug}/edit`}>
              {t("suggestions.review")}
            </a>
          ) : null}
          <MarginLink slug={draft.slug} open={comments} />
          <a href={`/letters/${draft.slug}/co-authors`}>{t("coAuthors.title")}</a>
        </p>
      </section>
      <DraftReading draft={draft} passages={passages} />
    </main>
  );
}
