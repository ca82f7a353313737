import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readDraftImport } from "#app/paper/import-draft.server.ts";
import { LossList } from "#app/paper/loss-list.tsx";
import { accountOf, notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await accountOf(args);
  const slug = args.params.slug ?? "";
  const found = await readDraftImport(slug, account.id);
  if (!found) throw notFound();
  return { slug, ...found };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("paper.imported.title");

export default function Imported() {
  const { slug, title, fileName, losses } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("paper.imported.title")}>
      <p>
        {t("paper.imported.lead")} <bdi>{fileName}</bdi>
      </p>
      <p className="lead">
        <bdi>{title}</bdi>
      </p>
      {losses.length > 0 ? (
        <section aria-labelledby="losses" className="stack">
          <h2 id="losses">{t("paper.imported.losses")}</h2>
          <p>{t("paper.imported.losses.text")}</p>
          <LossList losses={losses} />
        </section>
      ) : (
        <p>{t("paper.imported.whole")}</p>
      )}
      <p>
        <a className="button" href={`/letters/${slug}/edit`}>
          {t("paper.imported.edit")}
        </a>
      </p>
    </NarrowPage>
  );
}
