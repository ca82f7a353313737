import { useWords } from "#app/ui/words.tsx";
import type { Letter } from "./letter.ts";

/** How many stand behind a letter, in words: confirmed signatures, and apart from them imported ones. */
export function SignatureCount({ letter }: { letter: Pick<Letter, "signatureCount" | "importedCount"> }) {
  const { t, number } = useWords();
  const { signatureCount, importedCount } = letter;
  const signed = t("letter.signatures", { count: signatureCount, number: number(signatureCount) });
  const imported = t("letter.imported", { count: importedCount, number: number(importedCount) });
  return <>{importedCount > 0 ? `${signed} ${imported}` : signed}</>;
}
