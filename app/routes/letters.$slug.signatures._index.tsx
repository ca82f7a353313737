import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useLoaderData } from "@remix-run/react";
import { LetterPartHead } from "#app/letters/letter-frame.tsx";
import { readLetter } from "#app/letters/read-letter.server.ts";
import { SignatureCount } from "#app/letters/signature-count.tsx";
import { LevelsExplained } from "#app/organisations/levels-explained.tsx";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { RosterFilterForm } from "#app/signatures/roster-filter.tsx";
import { readRoster, rosterCountries, signaturesByDay } from "#app/signatures/roster.server.ts";
import { filterQuery, isNarrow, readFilter, rosterKey } from "#app/signatures/roster.ts";
import { SignatoryList } from "#app/signatures/signatory-list.tsx";
import { SignatureChart } from "#app/signatures/signature-chart.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NextPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`).add("organisations");
  const { account } = await visitorOf(args);
  const { searchParams } = new URL(args.request.url);
  // A letter with imported signatures alone opens on them.
  const chosen = searchParams.get("list");
  const imported =
    chosen === "imported" || (chosen === null && letter.signatureCount === 0 && letter.importedCount > 0);
  const filter = readFilter(searchParams, imported);
  const after = rosterKey(searchParams.get("after"));
  const [page, countries, days] = await Promise.all([
    readRoster(letter.id, filter, after),
    letter.organisationCount > 0 ? rosterCountries(letter.id) : [],
    signaturesByDay(letter.id),
  ]);
  const own = await isAuthorOf(letter.slug, account);
  return { letter, filter, paged: after !== null, countries, days, own, ...page };
}

export const meta: MetaFunction<typeof loader> = phraseTitle("roster.title", { indexed: true });

export default function Roster() {
  const { letter, filter, signatures, next, paged, countries, days, own } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = `/letters/${letter.slug}/signatures`;
  const organisations = signatures.filter(({ kind }) => kind === "organisation");
  const people = signatures.filter(({ kind }) => kind === "person");
  const narrow = isNarrow(filter);
  const nobody = filter.search
    ? t("roster.search.none", { search: filter.search })
    : narrow
      ? t("roster.filter.nobody")
      : t("roster.none");
  return (
    <main id="main" className="page medium stack">
      <LetterPartHead letter={letter} title={t("roster.title")} />
      <p className="lead">
        <SignatureCount letter={letter} />
      </p>
      {letter.importedCount > 0 ? (
        <nav className="tabs" aria-label={t("roster.lists")}>
          <a href={`${here}?list=signed`} aria-current={filter.imported ? undefined : "page"}>
            {t("roster.signed")}
          </a>
          <a href={`${here}?list=imported`} aria-current={filter.imported ? "page" : undefined}>
            {t("roster.imported")}
          </a>
        </nav>
      ) : null}
      {filter.imported ? <p>{t("roster.imported.text")}</p> : null}
      <RosterFilterForm action={here} filter={filter} countries={countries} versions={letter.version} />
      {signatures.length === 0 ? <p>{nobody}</p> : null}
      {organisations.length > 0 ? (
        <section aria-labelledby="organisations">
          <h2 id="organisations">{t("roster.organisations")}</h2>
          <SignatoryList signatures={organisations} numbered reportable />
          <LevelsExplained />
        </section>
      ) : null}
      {people.length > 0 ? (
        <section aria-labelledby="people">
          {organisations.length > 0 || letter.organisationCount > 0 ? (
            <h2 id="people">{t("roster.people")}</h2>
          ) : (
            <h2 id="people" className="visually-hidden">
              {t("roster.people")}
            </h2>
          )}
          <SignatoryList signatures={people} numbered reportable />
        </section>
      ) : null}
      <NextPage
        href={next === null ? null : `${here}?${filterQuery(filter, next)}`}
        first={paged ? `${here}?${filterQuery(filter)}` : null}
      />
      {narrow ? (
        <p>
          <a href={here}>{t("roster.filter.all")}</a>
        </p>
      ) : null}
      {!narrow && !paged && !filter.imported ? <SignatureChart days={days} /> : null}
      {own ? (
        <p>
          <a href={`${here}/pins`}>{t("pins.link")}</a>
        </p>
      ) : null}
      <p className="quiet">
        <a href={`${here}.csv?for=spreadsheet`} download>
          {t("roster.csv")}
        </a>
        ,{" "}
        <a href={`${here}.json`} download>
          {t("roster.json")}
        </a>
        <br />
        <a href={`/moderation/log?letter=${letter.slug}`}>{t("publicLog.roster")}</a>
      </p>
    </main>
  );
}
