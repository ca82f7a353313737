import type { Language } from "#app/languages/language.ts";
import { type Phrase, translator } from "#app/languages/translate.ts";
import { longestLabel } from "./citation.ts";
import type { ProvisionKind } from "./provision.ts";

/** Kinds that a sentence names before the number; the others are known by number or title alone. */
const words: Partial<Record<ProvisionKind, Phrase>> = {
  part: "citation.kind.part",
  book: "citation.kind.book",
  title: "citation.kind.title",
  chapter: "citation.kind.chapter",
  section: "citation.kind.section",
  subsection: "citation.kind.subsection",
  paragraph: "citation.kind.paragraph",
  article: "citation.kind.article",
  rule: "citation.kind.rule",
  requirement: "citation.kind.requirement",
  annex: "citation.kind.annex",
};

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
  const phrase = words[kind];
  const name = number ? `${phrase ? translator(language)(phrase) : ""} ${number}` : title;
  return name.replace(/\s+/gu, " ").trim().slice(0, longestLabel).toWellFormed().trim() || provision;
}
