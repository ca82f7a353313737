import type { Comparison } from "#app/letters/compare-versions.ts";
import { VersionComparison } from "#app/letters/version-comparison.tsx";
import type { Language } from "#app/languages/language.ts";
import { Moment, useWords } from "#app/ui/words.tsx";

/** What was saved while somebody else wrote: how theirs and the one in the form differ, before either is lost. */
export type OtherText = {
  comparison: Comparison;
  language: Language;
  editedBy: string | null;
  editedAt: Date | string;
};

/** The two texts side by side, above the form that holds one of them. */
export function OtherTextView({ other }: { other: OtherText }) {
  const { t } = useWords();
  return (
    <section className="stack" aria-labelledby="other-text">
      <h2 id="other-text">{t("draftHistory.other.title")}</h2>
      <p>
        {t("draftHistory.other.by", { name: other.editedBy ?? t("organisation.someone") })}{" "}
        <Moment at={other.editedAt} />
      </p>
      <VersionComparison
        comparison={other.comparison}
        language={other.language}
        before={t("draftHistory.other.theirs")}
        after={t("draftHistory.other.yours")}
      />
    </section>
  );
}
