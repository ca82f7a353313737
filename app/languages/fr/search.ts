import type { search as english } from "../en/search.ts";

export const search: Record<keyof typeof english, string> & Record<string, string> = {
  "search.title": "Recherche",
  "search.label": "Chercher dans les lettres, les commentaires et les signataires",
  "search.hint":
    "Les accents ne comptent pas. Mettez une expression entre « guillemets » pour la trouver mot pour mot.",
  "search.button": "Chercher",
  "search.kinds": "Où chercher",
  "search.kind.all": "Partout",
  "search.kind.letters": "Lettres",
  "search.kind.comments": "Commentaires",
  "search.kind.signatories": "Signataires",
  "search.all.letters": "Toutes les lettres trouvées",
  "search.all.comments": "Tous les commentaires trouvés",
  "search.all.signatories": "Tous les signataires trouvés",
  "search.nothing": "Rien ne correspond à « {{typed}} ». Moins de mots, plus de résultats.",
  "search.end": "Il n’y a rien de plus.",
  "search.noWord": "Saisissez au moins un mot.",
};
