import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { LetterHead, VersionSeal } from "#app/letters/letter-frame.tsx";
import { VersionReason } from "#app/letters/publish-version.tsx";
import { LetterText } from "#app/letters/letter-text.tsx";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { pageKey } from "#app/requests/page-key.ts";
import { notFound } from "#app/requests/visitor.server.ts";
import { LanguageSwitch, ReadingNote, ReadingSeal } from "#app/translations/language-switch.tsx";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const number = pageKey(params.number ?? null);
  const version = letter && number !== null ? await readVersion(letter.id, Math.min(number, 1e9)) : null;
  if (!letter || !version) throw notFound();
  context.madeOf.add(`letter:${letter.id}`);
  const wanted = new URL(request.url).searchParams.get("in");
  const reading = await readInLanguage(letter.id, version, wanted);
  if (!reading) throw redirect(`/letters/${letter.slug}/versions/${version.number}`);
  const { passages, textIds } = await readCitedPassages(reading.text.document);
  for (const id of textIds) context.madeOf.add(`text:${id}`);
  // The page needs one text of it, which the reading holds.
  const { signed: _, document: __, translations: ___, ...shown } = version;
  return { letter, version: shown, reading, passages };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.reading.text.title ?? ""} (${data?.version.number ?? ""}) · Tribune` },
];

export default function VersionPage() {
  const { letter, version, reading, passages } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <main id="main" className="page letter-page">
      {version.number < letter.version ? (
        <Notice>
          {t("version.newer")}{" "}
          <a href={`/letters/${letter.slug}`}>
            {t("version.name", { number: letter.version }).toLowerCase()}
          </a>
          .{" "}
          <a href={`/letters/${letter.slug}/versions/${letter.version}/changes?from=${version.number}`}>
            {t("version.changes")}
          </a>
        </Notice>
      ) : null}
      <LanguageSwitch page={`/letters/${letter.slug}/versions/${version.number}`} reading={reading} />
      <LetterHead letter={{ ...letter, ...version, open: letter.open, closesOn: null }} text={reading.text} />
      <article className="letter-body">
        <ReadingNote reading={reading} number={version.number} />
        <LetterText {...reading.text} passages={passages} />
        <VersionSeal
          slug={letter.slug}
          number={version.number}
          sha256={version.sha256}
          publishedAt={version.publishedAt}
        />
        <ReadingSeal reading={reading} />
        <VersionReason reason={version.reason} />
        {version.number > 1 ? (
          <p>
            <a href={`/letters/${letter.slug}/versions/${version.number}/changes`}>{t("version.changes")}</a>
          </p>
        ) : null}
        <p className="quiet">
          {t("version.check")} <a href={`/letters/${letter.slug}/versions/${version.number}.json`}>JSON</a> ·{" "}
          <a href={`/letters/${letter.slug}/versions`}>{t("versions.title")}</a>
        </p>
      </article>
    </main>
  );
}
