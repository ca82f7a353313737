import type { Translate } from "#app/languages/translate.ts";
import type { Imported } from "./import-text.server.ts";

/** What to tell whoever imports of a refusal; null when nothing was refused or questions are open. */
export function refusalWords(result: Imported, t: Translate): string | null {
  switch (result.outcome) {
    case "imported":
    case "uncertain":
      return null;
    case "older-than-newest":
      return t("doctrineImport.outcome.older-than-newest", { newest: result.newest });
    case "other-language":
      return t("doctrineImport.outcome.other-language", {
        language: t(`doctrineImport.language.${result.language}`),
      });
    case "too-large":
      return t("doctrineImport.outcome.too-large", { most: result.most });
    case "unknown-answers":
      return t("doctrineImport.outcome.unknown-answers", {
        pairs: result.pairs.map((pair) => `${pair.old}=${pair.new}`).join(", "),
      });
    default:
      return t(`doctrineImport.outcome.${result.outcome}`);
  }
}
