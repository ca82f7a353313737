import { LetterText } from "#app/letters/letter-text.tsx";
import { VersionReason } from "#app/letters/publish-version.tsx";
import { VersionComparison } from "#app/letters/version-comparison.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { SubmittedReading } from "./read-submission.server.ts";

type Shown = Omit<SubmittedReading, "submittedAt"> & { submittedAt: Date | string };

/** The whole of what waits for publication, for the moderator who reads its case. */
export function SubmittedText({ submission }: { submission: Shown }) {
  const { t } = useWords();
  const { text, versionNumber, submittedAt } = submission;
  return (
    <section aria-labelledby="submitted" className="stack">
      <h2 id="submitted">{t("submission.case")}</h2>
      <p className="quiet">
        <Moment at={submittedAt} />
      </p>
      <p>{t(versionNumber > 1 ? "submission.case.version" : "submission.case.letter")}</p>
      {text ? <Reading text={text} versionNumber={versionNumber} /> : <p>{t("submission.case.gone")}</p>}
    </section>
  );
}

function Reading({ text, versionNumber }: { text: NonNullable<Shown["text"]>; versionNumber: number }) {
  const { t } = useWords();
  const { authorName, addressees, language, reason, document, passages, translations, comparison } = text;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("submission.case.by")}</dt>
          <dd>
            <bdi>{authorName}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("submission.case.to")}</dt>
          <dd>
            <bdi>{addressees.join(", ")}</bdi>
          </dd>
        </div>
      </dl>
      <VersionReason reason={reason} />
      {comparison ? (
        <VersionComparison
          comparison={comparison}
          language={language}
          before={t("version.name", { number: versionNumber - 1 })}
          after={t("comparison.next")}
        />
      ) : (
        <>
          <article className="submitted-text">
            <LetterText document={document} language={language} passages={passages} />
          </article>
          {translations.map((translation) => (
            <details key={translation.language}>
              <summary>
                {t(`language.${translation.language}`)} · <bdi>{translation.title}</bdi>
              </summary>
              <article className="submitted-text">
                <LetterText document={translation.document} language={translation.language} passages={[]} />
              </article>
            </details>
          ))}
        </>
      )}
    </>
  );
}
