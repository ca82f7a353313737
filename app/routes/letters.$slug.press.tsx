import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HistoryList } from "#app/chronicle/history-list.tsx";
import { readHistory } from "#app/chronicle/read-records.server.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import { formatDay } from "#app/languages/translate.ts";
import { letterCardPath } from "#app/letters/letter-card.ts";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { listVersions, readBeginner, readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { authorOrganisation } from "#app/organisations/author-organisation.server.ts";
import { PressFacts } from "#app/press/press-facts.tsx";
import { PressFigures } from "#app/press/press-figures.tsx";
import { PressFiles } from "#app/press/press-files.tsx";
import { notFound } from "#app/requests/visitor.server.ts";
import { PressQuotes } from "#app/press/press-quotes.tsx";
import { organisationsByLevel, quotableStatements, rosterCountries } from "#app/signatures/roster.server.ts";
import { addressIn } from "#app/translations/address-in.ts";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Moment, useWords } from "#app/ui/words.tsx";

/** How many statements are quoted, the newest. */
const shownQuotes = 8;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const letter = await readLetter(params.slug ?? "");
  const version = letter && (await readVersion(letter.id, letter.version));
  const wanted = new URL(request.url).searchParams.get("in");
  const reading = version && (await readInLanguage(letter.id, version, wanted));
  if (!reading) throw notFound();
  context.madeOf.add(`letter:${letter.id}`).add("accounts");
  const [versions, levels, countries, quotes, history, author] = await Promise.all([
    listVersions(letter.id),
    organisationsByLevel(letter.id),
    rosterCountries(letter.id),
    quotableStatements(letter.id, shownQuotes + 1),
    readHistory(letter.id),
    letter.authorKind === "organisation"
      ? authorOrganisation(await readBeginner(letter.id), letter.authorName)
      : null,
  ]);
  if (author) context.madeOf.add(`organisation:${author.id}`);
  const { title, language } = reading.text;
  return {
    letter,
    text: { title, language },
    page: addressIn(`/letters/${letter.slug}`, reading.original, language),
    version: { publishedAt: version.publishedAt, sha256: version.sha256 },
    url: `${context.origin}/letters/${letter.slug}/versions/${letter.version}`,
    // A page is kept for a minute at most: this is the time of its numbers.
    countedAt: new Date(),
    onVersion: versions[0]?.signatures ?? 0,
    card: letterCardPath(letter, reading.text, reading.original),
    ...{ levels, countries, quotes, history, author },
  };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("press.title", { indexed: true });

export default function Press() {
  const { letter, text, page, version, url, countedAt, author, quotes, history, card, ...figures } =
    useLoaderData<typeof loader>();
  const { t, language } = useWords();
  const { slug } = letter;
  const line = t("press.cite.line", {
    author: letter.authorName,
    title: typeset(text.title, text.language),
    version: letter.version,
    day: formatDay(language, new Date(version.publishedAt)),
    url,
    sha256: version.sha256,
  });
  return (
    <main id="main" className="page narrow stack press">
      <LetterPartHead letter={{ slug, ...text }} href={page} title={t("press.title")} />
      <p className="quiet">
        {t("press.lead")} <Moment at={countedAt} />
      </p>
      <h2>{t("press.facts")}</h2>
      {letter.summary ? (
        <p className="lead" lang={letter.language}>
          {typeset(letter.summary, letter.language)}
        </p>
      ) : null}
      <PressFacts letter={letter} />
      <h2>{t("press.figures")}</h2>
      <PressFigures letter={letter} {...figures} />
      <h2>{t("press.cite")}</h2>
      <p id="press-cite" className="press-cite">
        {line}
      </p>
      <h2>{t("press.statements")}</h2>
      <PressQuotes
        signatures={quotes.slice(0, shownQuotes)}
        more={quotes.length > shownQuotes}
        letter={letter}
      />
      <h2>{t("press.history")}</h2>
      <HistoryList letter={letter} events={history} />
      <h2>{t("press.files")}</h2>
      <PressFiles page={`/letters/${slug}`} card={card} author={author} />
      <h2>{t("press.contact")}</h2>
      {author ? (
        <p>
          {t("press.contact.organisation")} <a href={`/organisations/${author.slug}`}>{author.name}</a>
        </p>
      ) : (
        <p>{t("press.contact.host")}</p>
      )}
    </main>
  );
}
