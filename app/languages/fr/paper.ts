import type { paper as english } from "../en/paper.ts";

/** Les lettres sur papier et en fichiers : le PDF, les formats d’un brouillon, à l’aller et au retour. */
export const paper: Record<keyof typeof english, string> & Record<string, string> = {
  "paper.draft": "Brouillon, non publié",
  "paper.draft.made": "Brouillon du {{moment}}. Non publié : personne ne l’a signé.",
  "paper.notes": "Notes",
  "paper.page": "Page {{page}} sur {{pages}}",
  "paper.nobody": "Personne n’a encore signé cette lettre.",
  "paper.signed_one": "{{number}} signature, confirmée par courriel.",
  "paper.signed_many": "{{number}} signatures, chacune confirmée par courriel.",
  "paper.signed_other": "{{number}} signatures, chacune confirmée par courriel.",
  "paper.onVersion_one":
    "{{number}} d’entre elles porte sur ce texte, la version {{version}} ; les autres portent sur une version antérieure.",
  "paper.onVersion_many":
    "{{number}} d’entre elles portent sur ce texte, la version {{version}} ; les autres portent sur une version antérieure.",
  "paper.onVersion_other":
    "{{number}} d’entre elles portent sur ce texte, la version {{version}} ; les autres portent sur une version antérieure.",
  "paper.alsoImported_one": "{{number}} autre a été reprise d’ailleurs et n’est pas vérifiée.",
  "paper.alsoImported_many": "{{number}} autres ont été reprises d’ailleurs et ne sont pas vérifiées.",
  "paper.alsoImported_other": "{{number}} autres ont été reprises d’ailleurs et ne sont pas vérifiées.",
  "paper.cut": "Les {{number}} premiers noms figurent ici. La suite se trouve à l’adresse {{address}}.",
  "paper.unnamed_one": "{{number}} ne montre pas de nom.",
  "paper.unnamed_many": "{{number}} ne montrent pas de nom.",
  "paper.unnamed_other": "{{number}} ne montrent pas de nom.",
  "paper.imported": "Reprises d’ailleurs, non vérifiées",
  "paper.otherVersion": "a signé la version {{version}}",
  "paper.roster": "La liste telle qu’elle est aujourd’hui : {{address}}",
};
