import type { Language } from "#app/languages/language.ts";
import { longestLabel } from "./citation.ts";
import type { ProvisionKind } from "./provision.ts";
import { provisionName } from "./provision-name.ts";

/** What a letter in `language` calls a provision in its sentences: "article L100-1"; without a number, its title. */
export function citationLabel(
  {
    kind,
    number,
    title,
    provision,
  }: { kind: ProvisionKind; number: string; title: string; provision: string },
  language: Language,
): string {
  const named = provisionName({ kind, number, title }, language);
  // Within a sentence the kind is a common noun; a number keeps its letters.
  const name = !number ? title : named === number ? number : named.charAt(0).toLowerCase() + named.slice(1);
  return name.replace(/\s+/gu, " ").trim().slice(0, longestLabel).toWellFormed().trim() || provision;
}
