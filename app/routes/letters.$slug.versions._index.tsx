import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { VersionReason } from "#app/letters/publish-version.tsx";
import { listVersions, readLetter } from "#app/letters/read-letter.server.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { VersionTranslations } from "#app/translations/version-translations.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { Moment, useWords } from "#app/ui/words.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  if (!letter) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  return { letter, versions: await listVersions(letter.id) };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("versions.title", { indexed: true });

export default function Versions() {
  const { letter, versions } = useLoaderData<typeof loader>();
  const { t, number } = useWords();
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("versions.title")} />
      <p>{t("versions.text")}</p>
      <p>{t("versions.all", { count: letter.signatureCount, number: number(letter.signatureCount) })}</p>
      <ol className="rows" reversed>
        {versions.map((version) => (
          <li key={version.number}>
            <a href={`/letters/${letter.slug}/versions/${version.number}`}>
              {t("version.name", { number: version.number })}
            </a>
            , {t("version.frozen")} <Moment at={version.publishedAt} />
            <VersionReason reason={version.reason} />
            <p>
              {t("version.signatures", { count: version.signatures, number: number(version.signatures) })}
              {version.number > 1 ? (
                <>
                  {" · "}
                  <a href={`/letters/${letter.slug}/versions/${version.number}/changes`}>
                    {t("version.changes")}
                  </a>
                </>
              ) : null}
            </p>
            <VersionTranslations slug={letter.slug} {...version} />
            <p className="version-hash">SHA-256 {version.sha256}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
