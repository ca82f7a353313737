import type { Letter } from "#app/letters/letter.ts";
import type { Level } from "#app/organisations/mandate.ts";
import { useWords } from "#app/ui/words.tsx";

/** What can be counted of a letter, in the words that may stand beside each number. */
export function PressFigures({
  letter,
  onVersion,
  levels,
  countries,
}: {
  letter: Pick<Letter, "signatureCount" | "organisationCount" | "importedCount" | "version">;
  /** Confirmed signatures that name the current version. */
  onVersion: number;
  levels: { level: Level; count: number }[];
  /** ISO 3166-1. */
  countries: string[];
}) {
  const { t, language, number } = useWords();
  const names = new Intl.DisplayNames(language, { type: "region" });
  const named = countries
    .map((code) => names.of(code) ?? code)
    .toSorted((a, b) => a.localeCompare(b, language));
  return (
    <>
      <dl className="press-figures">
        <Figure words={t("press.confirmed")} value={number(letter.signatureCount)} />
        <Figure words={t("press.version", { version: letter.version })} value={number(onVersion)} />
        <Figure words={t("press.organisations")} value={number(letter.organisationCount)} />
        {levels.map(({ level, count }) => (
          <Figure key={level} words={t(`level.${level}`)} value={number(count)} below />
        ))}
        {letter.importedCount > 0 ? (
          <Figure words={t("press.imported")} value={number(letter.importedCount)} />
        ) : null}
        {named.length > 0 ? <Figure words={t("press.countries")} value={named.join(", ")} /> : null}
      </dl>
      <p className="quiet">{t("press.figures.note")}</p>
    </>
  );
}

function Figure({ words, value, below = false }: { words: string; value: string; below?: boolean }) {
  return (
    <div className={below ? "press-below" : undefined}>
      <dt>{words}</dt>
      <dd>{value}</dd>
    </div>
  );
}
