import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { VersionReason } from "#app/letters/publish-version.tsx";
import { readComparison } from "#app/letters/read-comparison.server.ts";
import { listVersions, readLetter } from "#app/letters/read-letter.server.ts";
import { VersionComparison } from "#app/letters/version-comparison.tsx";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const number = pageKey(params.number ?? null);
  const search = new URL(request.url).searchParams;
  const before = search.has("from") ? pageKey(search.get("from")) : number && number - 1;
  if (!letter || !number || !before || before >= number || number > letter.version) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  const comparison = await readComparison(letter.id, before, number);
  if (!comparison) throw notFound();
  const versions = (await listVersions(letter.id)).filter(
    (version) => version.number > before && version.number <= number,
  );
  return { letter, before, number, comparison, versions };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("version.changes", { indexed: true });

export default function Changes() {
  const { letter, before, number, comparison, versions } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page stack">
      <LetterPartHead letter={letter} title={t("changes.title", { before, number })} />
      {versions.map((version) => (
        <div key={version.number}>
          <p>
            <a href={`/letters/${letter.slug}/versions/${version.number}`}>
              {t("version.name", { number: version.number })}
            </a>
            , {t("version.frozen")} <Moment at={version.publishedAt} />
          </p>
          <VersionReason reason={version.reason} />
        </div>
      ))}
      <p className="quiet">
        <a href={`/letters/${letter.slug}/versions/${before}`}>{t("version.name", { number: before })}</a> ·{" "}
        <a href={`/letters/${letter.slug}/versions`}>{t("versions.title")}</a>
      </p>
      <VersionComparison
        comparison={comparison}
        language={letter.language}
        before={t("version.name", { number: before })}
        after={t("version.name", { number })}
      />
    </main>
  );
}
