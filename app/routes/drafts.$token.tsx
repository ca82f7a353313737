import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DraftReading } from "#app/co-authors/draft-reading.tsx";
import { readSharedDraft } from "#app/co-authors/share-draft.server.ts";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { secretPageHeaders } from "#app/requests/secret-page.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const headers = secretPageHeaders;
  const draft = await readSharedDraft(params.token ?? "");
  if (!draft) return data({ draft: null, passages: [] }, { status: 404, headers });
  // What was shared is for everybody to read by now.
  if (draft.state !== "draft") throw redirect(`/letters/${draft.slug}`, { headers });
  const { passages } = await readCitedPassages(draft.document);
  return data({ draft, passages }, { headers });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = phraseTitle("coAuthors.draft.read");

export default function SharedDraft() {
  const { draft, passages } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (!draft)
    return (
      <NarrowPage title={t("coAuthors.link.gone.title")}>
        <p>{t("coAuthors.link.gone.text")}</p>
        <p>
          <a href="/letters">{t("letters.title")}</a>
        </p>
      </NarrowPage>
    );
  return (
    <main id="main" className="page letter-page">
      <section className="publish-panel stack" aria-label={t("coAuthors.draft.read")}>
        <p>
          {t("coAuthors.draft.notPublished")} {t("coAuthors.draft.edited")} <Moment at={draft.editedAt} />
        </p>
        <p className="quiet">{t("coAuthors.draft.shared")}</p>
      </section>
      <DraftReading draft={draft} passages={passages} />
    </main>
  );
}
