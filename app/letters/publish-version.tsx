import type { Phrase } from "#app/languages/translate.ts";
import { UnknownCitations } from "#app/doctrine/unknown-citations.tsx";
import { useWords } from "#app/ui/words.tsx";
import { type Comparison, tellsChange } from "./compare-versions.ts";
import type { RevisionBase } from "./revision-base.ts";

type Props = {
  slug: string;
  base: RevisionBase;
  /** Of the version to be. */
  number: number;
  reason: string;
  signatories: number;
  comparison: Comparison;
  /** Of all that it would hold. */
  sha256: string;
  missing: Phrase[];
  /** Citations that lead nowhere, by name. */
  unknown: string[];
  /** Whether it waits for a moderator when its author wants it published. */
  waits: boolean;
  problem?: Phrase;
};

/** What publishing a next version will do, and the button that does it; or what still keeps it from being done. */
export function PublishVersion(props: Props) {
  const { slug, base, number, reason, signatories, sha256, missing, unknown, waits, problem } = props;
  const { t, number: format } = useWords();
  const unchanged = !tellsChange(props.comparison);
  const back = (
    <a className="button button-quiet" href={`/letters/${slug}/revise`}>
      {t("revise.publish.back")}
    </a>
  );
  return (
    <div className="publish-panel stack">
      {problem ? (
        <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
          <p>{t(problem)}</p>
        </div>
      ) : null}
      {unchanged || missing.length > 0 || unknown.length > 0 ? (
        <>
          {unchanged ? <p>{t("revise.publish.unchanged")}</p> : <p>{t("revise.publish.missing")}</p>}
          {unchanged ? null : (
            <ul>
              {missing.map((phrase) => (
                <li key={phrase}>{t(phrase)}</li>
              ))}
              <UnknownCitations citations={unknown} />
            </ul>
          )}
          <p>{back}</p>
        </>
      ) : (
        <>
          <ul>
            <li>{t("revise.publish.frozen", { number })}</li>
            {signatories > 0 ? (
              <li>{t("revise.publish.mails", { count: signatories, number: format(signatories) })}</li>
            ) : null}
            <li>{t("revise.publish.stand")}</li>
            <li>{t("revise.publish.address")}</li>
            {waits ? <li>{t("submission.text")}</li> : null}
          </ul>
          <VersionReason reason={reason} />
          <form method="post" className="actions" data-once>
            <input type="hidden" name="revision" value={base.revision} />
            <input type="hidden" name="basedOn" value={base.basedOn} />
            <input type="hidden" name="sha256" value={sha256} />
            <button className="button button-seal">
              {waits ? t("submission.button") : t("revise.publish.button", { number })}
            </button>
            {back}
          </form>
          <p className="version-hash quiet">SHA-256 {sha256}</p>
        </>
      )}
    </div>
  );
}

/** Why a version was made, in its author's words; nothing for a first one. */
export function VersionReason({ reason }: { reason: string }) {
  const { t } = useWords();
  if (reason === "") return null;
  return (
    <p className="version-reason">
      <strong>{t("version.reason")}</strong> <bdi>{reason}</bdi>
    </p>
  );
}
