import type { Language } from "#app/languages/language.ts";
import { type Phrase, translator } from "#app/languages/translate.ts";
import type { ProvisionKind } from "./provision.ts";

type Named = { kind: ProvisionKind; number: string; title: string };

/** What each kind is called before a number; an item and a bare heading are called by their number alone. */
const kindPhrases: Partial<Record<ProvisionKind, Phrase>> = {
  part: "doctrine.kind.part",
  book: "doctrine.kind.book",
  title: "doctrine.kind.title",
  chapter: "doctrine.kind.chapter",
  section: "doctrine.kind.section",
  subsection: "doctrine.kind.subsection",
  paragraph: "doctrine.kind.paragraph",
  article: "doctrine.kind.article",
  rule: "doctrine.kind.rule",
  requirement: "doctrine.kind.requirement",
  annex: "doctrine.kind.annex",
};

/**
 * A provision as one cites it, in the text's language: "Article L100-1", "Livre Ier", "Rule 9". Empty where only the
 * title names it.
 */
export function provisionName({ kind, number, title }: Named, language: Language): string {
  const phrase = kindPhrases[kind];
  const word = phrase ? translator(language)(phrase) : "";
  if (number) return word ? `${word} ${number}` : number;
  return title ? "" : word || translator(language)("doctrine.kind.item");
}

/** Name and title in one line: "Livre Ier : Les échanges", "Article L100-1". */
export function provisionLabel(named: Named, language: Language): string {
  const name = provisionName(named, language);
  if (!name || !named.title) return name || named.title;
  return translator(language)("doctrine.named", { name, title: named.title });
}
