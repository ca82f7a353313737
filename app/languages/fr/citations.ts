import type { citations as english } from "../en/citations.ts";

export const citations: Record<keyof typeof english, string> & Record<string, string> = {
  "citation.wrong":
    "Une citation est incomplète. Elle s’écrit [article L100-1](doctrine:TEXTE/RÈGLE?revision=2023-05-14) : le texte et la règle comme dans leur adresse, et le jour de l’état que vous avez lu.",
  "citation.many":
    "Ce texte cite des règles plus de 300 fois. Une lettre peut contenir 300 citations : écrivez les autres en simples mots.",
  "citation.asOf": "état du",
  "citation.changed": "a changé depuis",
  "citation.repealed": "ne figure plus dans le texte",
  "citation.unknown": "est introuvable",
  "citation.show": "Lire {{label}}",
  "citation.list": "Règles citées",
  "citation.cites_one": "Cite {{number}} règle de",
  "citation.cites_many": "Cite {{number}} règles de",
  "citation.cites_other": "Cite {{number}} règles de",
  "citation.missing": "Ces citations ne mènent à aucune règle d’un texte de doctrine :",
  "editor.citation": "Citer une règle",
  "editor.citation.find": "Numéro ou mots de la règle",
  "editor.citation.hint": "« L100-1 », « règle 9 », ou des mots qui y figurent.",
  "editor.citation.found_one": "{{count}} règle trouvée",
  "editor.citation.found_many": "{{count}} règles trouvées",
  "editor.citation.found_other": "{{count}} règles trouvées",
  "editor.citation.none": "Aucune règle trouvée.",
  "editor.citation.failed": "La recherche des règles n’a pas abouti. Réessayez dans un instant.",
};
