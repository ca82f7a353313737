import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isAuthorOf } from "#app/co-authors/authorship.server.ts";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { HistorySection } from "#app/chronicle/history-section.tsx";
import { LetterOutcome } from "#app/chronicle/letter-outcome.tsx";
import { readOutcome } from "#app/chronicle/read-outcome.server.ts";
import { readHistory } from "#app/chronicle/read-records.server.ts";
import { replyingOfficial } from "#app/chronicle/record-reply.server.ts";
import { readCitedPassages } from "#app/doctrine/cite-provision.server.ts";
import { ShareRow } from "#app/embeds/share-row.tsx";
import { FeedLink } from "#app/feeds/feed-link.tsx";
import { AuthorWays } from "#app/letters/author-ways.tsx";
import { letterMeta, letterJsonLd } from "#app/letters/letter-meta.ts";
import { LetterText } from "#app/letters/letter-text.tsx";
import { LetterHead, VersionSeal } from "#app/letters/letter-frame.tsx";
import { readLetter, readVersion } from "#app/letters/read-letter.server.ts";
import { SignatureCount } from "#app/letters/signature-count.tsx";
import { ReportLink } from "#app/moderation/report-link.tsx";
import { FollowForm } from "#app/notices/follow-form.tsx";
import { readFollowing } from "#app/notices/subscribe.server.ts";
import { notFound, visitorOf } from "#app/requests/visitor.server.ts";
import { hasSigned, readFirstSignatories } from "#app/signatures/roster.server.ts";
import { SignSection } from "#app/signatures/sign-section.tsx";
import { SignatoryList } from "#app/signatures/signatory-list.tsx";
import { addressIn } from "#app/translations/address-in.ts";
import { LanguageSwitch, ReadingNote, ReadingSeal } from "#app/translations/language-switch.tsx";
import { readInLanguage } from "#app/translations/read-in-language.server.ts";
import { CalendarDay, useReader, useWords } from "#app/ui/words.tsx";
import { Notice } from "#app/ui/page.tsx";
import { readerIn } from "#app/ui/meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const letter = await readLetter(args.params.slug ?? "");
  if (!letter) throw notFound();
  args.context.madeOf.add(`letter:${letter.id}`);
  const { account } = await visitorOf(args);
  const own = await isAuthorOf(letter.slug, account);
  const [version, first, signed, outcome, history, official, following] = await Promise.all([
    readVersion(letter.id, letter.version),
    readFirstSignatories(letter.id, 12),
    account ? hasSigned(letter.id, account.email) : false,
    readOutcome(letter.id),
    readHistory(letter.id),
    account && !own ? replyingOfficial(account.id) : null,
    account ? readFollowing(account, { kind: "letter", id: letter.id }) : null,
  ]);
  if (!version) throw notFound();
  const wanted = new URL(args.request.url).searchParams.get("in");
  const reading = await readInLanguage(letter.id, version, wanted);
  if (!reading) throw redirect(`/letters/${letter.slug}`);
  const { sha256, publishedAt } = version;
  const { passages, textIds } = await readCitedPassages(reading.text.document);
  for (const id of textIds) args.context.madeOf.add(`text:${id}`);
  const reviews = own || (account !== null && account.role !== "member");
  return {
    letter,
    version: { sha256, publishedAt, passages },
    reading,
    first,
    outcome,
    history,
    own,
    reviews,
    replies: official !== null,
    signed,
    loggedIn: account !== null,
    following,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? letterMeta(data.letter, readerIn(matches)?.origin ?? "", data.reading) : [];

export default function LetterPage() {
  const {
    letter,
    version,
    reading,
    first,
    outcome,
    history,
    own,
    reviews,
    replies,
    signed: carriesMine,
    loggedIn,
    following,
  } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t, number } = useWords();
  const origin = useReader()?.origin ?? "";
  const signed = letter.signatureCount + letter.importedCount;
  const page = `/letters/${letter.slug}`;
  const inThis = (address: string) => addressIn(address, reading.original, reading.text.language);
  const share = {
    title: reading.text.title,
    url: origin + inThis(page),
    page: inThis(`${page}/share`),
    press: inThis(`${page}/press`),
  };
  return (
    <main id="main" className="page letter-page">
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: letterJsonLd(letter, origin) }} />
      {search.has("published") && own ? <Notice>{t("letter.published.notice")}</Notice> : null}
      {search.has("revised") && own ? (
        <Notice>{t("revise.published", { number: letter.version })}</Notice>
      ) : null}
      <LanguageSwitch page={page} reading={reading} />
      <LetterHead letter={letter} text={reading.text} />
      <LetterOutcome letter={letter} outcome={outcome} />
      <div className="letter-columns">
        <article className="letter-body" id="text">
          <ReadingNote reading={reading} number={letter.version} />
          <LetterText {...reading.text} passages={version.passages} />
          <p className="letter-author" lang={letter.language}>
            {letter.authorName}
          </p>
          <VersionSeal
            slug={letter.slug}
            number={letter.version}
            sha256={version.sha256}
            publishedAt={version.publishedAt}
          />
          <ReadingSeal reading={reading} />
        </article>
        <aside className="letter-aside" aria-label={t("letter.aside")}>
          <p className="count">
            <strong>{number(letter.signatureCount)}</strong>{" "}
            {t("letter.signatures.word", { count: letter.signatureCount })}
          </p>
          {letter.importedCount > 0 ? (
            <p className="quiet">
              {t("letter.imported", { count: letter.importedCount, number: number(letter.importedCount) })}
            </p>
          ) : null}
          <p className="letter-signed" data-signed={letter.slug} hidden={!carriesMine}>
            {t("letter.signed")}
          </p>
          {letter.open ? (
            <>
              <p>
                <a className="button button-seal" href="#sign">
                  {t("letter.sign")}
                </a>
              </p>
              {letter.closesOn ? (
                <p className="quiet">
                  {t("letter.until.long")} <CalendarDay day={letter.closesOn} />
                </p>
              ) : null}
            </>
          ) : (
            <p className="quiet">
              {t(letter.state === "archived" ? "letter.archived.text" : "letter.closed.text")}
            </p>
          )}
          <ul className="letter-ways">
            <li>
              <a href={`/letters/${letter.slug}/signatures`}>{t("letter.roster")}</a>
            </li>
            <li>
              <a href={`/letters/${letter.slug}/discussion`}>
                {t("letter.discussion")} <span className="quiet">({number(letter.commentCount)})</span>
              </a>
            </li>
            <li>
              <a href={`/letters/${letter.slug}/versions`}>{t("letter.versions")}</a>
            </li>
            <li>
              <a href={`/letters/${letter.slug}.pdf`} type="application/pdf">
                {t("paper.link")}
              </a>
            </li>
            <li>
              <FeedLink href={`${page}/feed.atom`} />
            </li>
            <AuthorWays letter={letter} own={own} reviews={reviews} replies={replies} />
            <li>
              <ReportLink of={`letter=${letter.slug}`} />
            </li>
          </ul>
          <FollowForm following={following} />
          <ShareRow id="share-aside" {...share} />
        </aside>
      </div>
      <HistorySection letter={letter} events={history} />
      <section className="letter-signatories" aria-labelledby="signatories">
        <h2 id="signatories">{t("letter.signatories")}</h2>
        {signed > 0 ? (
          <p className="quiet">
            <SignatureCount letter={letter} />
          </p>
        ) : null}
        {first.length === 0 ? (
          <p>{letter.open ? t("letter.signatories.none") : t("letter.signatories.never")}</p>
        ) : (
          <SignatoryList signatures={first} />
        )}
        {signed > 0 ? (
          <p>
            <a href={`/letters/${letter.slug}/signatures`}>
              {t("letter.roster.all", { count: signed, number: number(signed) })}
            </a>
            <span className="print-only">
              {origin}/letters/{letter.slug}/signatures
            </span>
          </p>
        ) : null}
      </section>
      {letter.open ? (
        <SignSection slug={letter.slug} version={letter.version} reading={reading} loggedIn={loggedIn} />
      ) : null}
      <ShareRow id="share-foot" {...share} />
    </main>
  );
}
