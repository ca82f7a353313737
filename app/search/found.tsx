import { citationLabel } from "#app/doctrine/citation-label.ts";
import type { FoundProvision } from "#app/doctrine/search-provisions.server.ts";
import { sayHidden } from "#app/discussion/hidden-part.ts";
import type { FoundComment } from "#app/discussion/search-comments.server.ts";
import { typeset } from "#app/languages/french-spacing.ts";
import type { FoundLetter } from "#app/letters/search-letters.server.ts";
import { SectorAndCountry } from "#app/organisations/organisation-list.tsx";
import type { FoundOrganisation } from "#app/organisations/search-organisations.server.ts";
import type { FoundSignatory } from "#app/signatures/search-signatories.server.ts";
import { CalendarDay, Day, useWords } from "#app/ui/words.tsx";
import { Excerpt } from "./excerpt.tsx";

/** As a loader's answer gives it: moments may have become strings. */
type Told<Row> = { [Name in keyof Row]: Row[Name] extends Date ? Date | string : Row[Name] };

/** Letters that were found, with the passages where. */
export function FoundLetters({ letters }: { letters: Told<FoundLetter>[] }) {
  return (
    <ol className="found-list">
      {letters.map((letter) => (
        <li key={letter.id}>
          <h3 lang={letter.language}>
            <a href={`/letters/${letter.slug}`}>
              <Excerpt text={typeset(letter.title, letter.language)} />
            </a>
          </h3>
          <p className="quiet">
            <bdi lang={letter.language}>{letter.authorName}</bdi> · <Day at={letter.publishedAt} />
          </p>
          <p lang={letter.language}>
            <Excerpt text={typeset(letter.excerpt, letter.language)} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Provisions that were found, each with the text that it stands in. */
export function FoundProvisions({ provisions }: { provisions: FoundProvision[] }) {
  const { t } = useWords();
  return (
    <ol className="found-list">
      {provisions.map((found) => (
        <li key={found.id}>
          <h3 lang={found.language}>
            <a href={`/doctrine/${found.text}/${found.provision}`}>
              {found.number ? (
                <span className="found-number">{citationLabel(found, found.language)} </span>
              ) : null}
              <Excerpt text={found.title || (found.number ? "" : found.provision)} />
            </a>
          </h3>
          <p lang={found.language}>
            <Excerpt text={found.excerpt} />
          </p>
          <p className="quiet">
            <a href={`/doctrine/${found.text}`} lang={found.language}>
              {found.textTitle}
            </a>
            {", "}
            {t("citation.asOf")} <CalendarDay day={found.revision} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Organisations that were found, with what they say of themselves. */
export function FoundOrganisations({ organisations }: { organisations: FoundOrganisation[] }) {
  return (
    <ol className="found-list">
      {organisations.map((found) => (
        <li key={found.id}>
          <h3>
            <a href={`/organisations/${found.slug}`}>
              <bdi>
                <Excerpt text={found.name} />
              </bdi>
            </a>
          </h3>
          {found.excerpt ? (
            <p>
              <Excerpt text={found.excerpt} />
            </p>
          ) : null}
          <p className="quiet">
            <SectorAndCountry organisation={found} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Comments that were found, each with a link to its place in the thread. */
export function FoundComments({ comments }: { comments: Told<FoundComment>[] }) {
  const { t, language } = useWords();
  return (
    <ol className="found-list">
      {comments.map((comment) => (
        <li key={comment.id}>
          <p>
            <a href={`${comment.path}/${comment.id}#comment-${comment.id}`}>
              {t("comment.by", { name: comment.author ?? t("comment.author.gone") })}
            </a>{" "}
            <span className={`stance stance-${comment.stance}`}>{t(`comment.stance.${comment.stance}`)}</span>
          </p>
          <p>
            <Excerpt text={sayHidden(comment.excerpt, language)} />
          </p>
          <p className="quiet">
            <Day at={comment.createdAt} /> ·{" "}
            <a href={comment.path} lang={comment.language}>
              {typeset(comment.title, comment.language)}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Signatories that were found, with the letter they signed. */
export function FoundSignatories({ signatories }: { signatories: Told<FoundSignatory>[] }) {
  const { t } = useWords();
  return (
    <ol className="found-list">
      {signatories.map((signatory) => (
        <li key={signatory.id}>
          <p>
            <bdi className="signatory-name">
              <Excerpt text={signatory.name} />
            </bdi>
            {signatory.role || signatory.affiliation ? (
              <>
                {", "}
                <bdi>
                  <Excerpt text={[signatory.role, signatory.affiliation].filter(Boolean).join(", ")} />
                </bdi>
              </>
            ) : null}
            {signatory.imported ? <span className="quiet"> ({t("signature.imported")})</span> : null}
          </p>
          <p className="quiet">
            <Day at={signatory.signedAt} /> ·{" "}
            <a href={`/letters/${signatory.slug}/signatures`} lang={signatory.language}>
              {typeset(signatory.title, signatory.language)}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}
