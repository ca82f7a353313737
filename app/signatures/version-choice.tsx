import type { Phrase } from "#app/languages/translate.ts";
import type { Language } from "#app/languages/language.ts";
import type { Comparison } from "#app/letters/compare-versions.ts";
import { VersionReason } from "#app/letters/publish-version.tsx";
import { VersionComparison } from "#app/letters/version-comparison.tsx";
import { useWords } from "#app/ui/words.tsx";

export const choices = ["sign", "stay", "withdraw"] as const;
type Choice = (typeof choices)[number];

type Props = {
  /** The version that the signature names, and the letter's newest one. */
  signed: number;
  newest: number;
  answered: number;
  open: boolean;
  /** Of the letter's text. */
  language: Language;
  comparison: Comparison;
  /** Why the versions since were made, the newest first. */
  reasons: { number: number; reason: string }[];
  /** What the mail's link named: its button comes first. */
  chosen: Choice | null;
  problem?: Phrase;
};

/** A signature on a text that has a successor: what changed, and what its signatory may do about it. */
export function VersionChoice(props: Props) {
  const { signed, newest, answered, open, language, comparison, reasons, chosen, problem } = props;
  const { t } = useWords();
  const stayed = answered >= newest;
  const offered = choices.filter((choice) => (choice === "sign" ? open : choice !== "stay" || !stayed));
  const ordered = offered.toSorted((a, b) => Number(b === chosen) - Number(a === chosen));
  const words: Record<Choice, string> = {
    sign: t("answer.sign", { number: newest }),
    stay: t("answer.stay", { number: signed }),
    withdraw: t("answer.withdraw"),
  };
  return (
    <section className="version-choice" aria-labelledby="version-choice">
      <h2 id="version-choice">{t("answer.title")}</h2>
      {problem ? (
        <div className="error-summary" role="alert" tabIndex={-1} autoFocus>
          <p>{t(problem)}</p>
        </div>
      ) : null}
      {stayed ? (
        <p>{t("answer.stayed", { signed })}</p>
      ) : (
        <p>{t("answer.text", { signed, current: newest })}</p>
      )}
      {open ? null : <p>{t("answer.closed")}</p>}
      {reasons.map(({ number, reason }) => (
        <div key={number}>
          {reasons.length > 1 ? <p className="quiet">{t("version.name", { number })}</p> : null}
          <VersionReason reason={reason} />
        </div>
      ))}
      <form method="post" className="actions" data-once>
        <input type="hidden" name="version" value={newest} />
        {ordered.map((choice, place) => (
          <button
            key={choice}
            className={`button ${place === 0 ? "button-seal" : "button-quiet"}`}
            name="intent"
            value={choice}
          >
            {words[choice]}
          </button>
        ))}
      </form>
      <details open={!stayed}>
        <summary>{t("version.changes")}</summary>
        <VersionComparison
          comparison={comparison}
          language={language}
          before={t("version.name", { number: signed })}
          after={t("version.name", { number: newest })}
        />
      </details>
    </section>
  );
}
