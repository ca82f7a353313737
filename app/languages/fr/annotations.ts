import type { annotations as english } from "../en/annotations.ts";

export const annotations: Record<keyof typeof english, string> & Record<string, string> = {
  "annotation.title": "Commenter un passage",
  "annotation.offer": "Commenter ce passage",
  "annotation.passages": "Passages discutés",
  "annotation.comments_one": "{{number}} commentaire sur ce passage",
  "annotation.comments_many": "{{number}} commentaires sur ce passage",
  "annotation.comments_other": "{{number}} commentaires sur ce passage",
  "annotation.carried": "Fait sur le texte antérieur, où ce passage figurait déjà",
  "annotation.carried.some": "Une partie porte sur un texte antérieur, où ce passage figurait déjà.",
  "annotation.orphan": "Fait sur un texte antérieur ; ce passage n’y figure plus, ou y figure plusieurs fois",
  "annotation.orphans": "Sur des passages disparus",
  "annotation.orphans.why":
    "Ces passages ne figurent plus dans le texte, ou y figurent plusieurs fois. Les commentaires ne sont pas déplacés vers un passage semblable.",
  "annotation.made-on": "fait sur le texte du",
  "annotation.compare": "Comparer les textes",
  "annotation.quote": "Le passage",
  "annotation.quote.hint":
    "Sélectionnez-le dans le texte ci-dessus, ou copiez-le ou saisissez-le ici, mot pour mot. On ne cite qu’une partie d’une seule règle.",
  "annotation.source": "Le texte : {{provision}}",
  "annotation.source.hint":
    "Ce que vous sélectionnez ici à la souris, au doigt ou avec Maj et les flèches devient le passage.",
  "annotation.quote.missing": "Quel passage ? Sélectionnez-le dans le texte ou copiez-le ici.",
  "annotation.quote.not-there": "Ces mots ne figurent pas dans ce texte. Copiez le passage mot pour mot.",
  "annotation.quote.ambiguous":
    "Ces mots figurent ici plusieurs fois. Citez quelques mots de plus autour d’eux.",
  "annotation.quote.too-long":
    "Un passage a 2 000 caractères au plus. Citez-en moins, ou commentez la règle en entier.",
  "annotation.revision.unknown": "Cette règle ne figure pas dans cet état du texte.",
  "annotation.whole": "Commenter la règle en entier",
  "annotation.no-text": "Ce titre n’a pas de texte propre. Commentez l’une des règles qu’il contient.",
};
