import { useWords } from "#app/ui/words.tsx";
import type { Letter } from "./letter.ts";

/** How many stand behind a letter, in words: confirmed signatures, organisations' among them, and apart imported ones. */
export function SignatureCount({
  letter,
}: {
  letter: Pick<Letter, "signatureCount" | "organisationCount" | "importedCount">;
}) {
  const { t, number } = useWords();
  const { signatureCount, organisationCount, importedCount } = letter;
  const all = t("letter.signatures", { count: signatureCount, number: number(signatureCount) });
  const organisations = t("roster.ofOrganisations", {
    count: organisationCount,
    number: number(organisationCount),
  });
  const signed = organisationCount > 0 ? `${all}, ${organisations}` : all;
  const imported = t("letter.imported", { count: importedCount, number: number(importedCount) });
  return <>{importedCount > 0 ? `${signed} ${imported}` : signed}</>;
}
