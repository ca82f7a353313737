import type { search as english } from "../en/search.ts";

export const search: Record<keyof typeof english, string> & Record<string, string> = {
  "search.title": "Recherche",
  "search.label":
    "Chercher dans les lettres, la doctrine, les commentaires, les organisations et les signataires",
  "search.hint":
    "Les accents ne comptent pas. Mettez une expression entre « guillemets » pour la trouver mot pour mot, et un numéro comme L100-1 pour trouver cette règle.",
  "search.button": "Chercher",
  "search.kinds": "Où chercher",
  "search.kind.all": "Partout",
  "search.kind.letters": "Lettres",
  "search.kind.provisions": "Doctrine",
  "search.kind.organisations": "Organisations",
  "search.kind.comments": "Commentaires",
  "search.kind.signatories": "Signataires",
  "search.all.letters": "Toutes les lettres trouvées",
  "search.all.provisions": "Toutes les règles trouvées",
  "search.all.organisations": "Toutes les organisations trouvées",
  "search.all.comments": "Tous les commentaires trouvés",
  "search.all.signatories": "Tous les signataires trouvés",
  "search.days": "Dates",
  "search.days.hint":
    "Quand une lettre a été publiée ou signée, un commentaire écrit ; le jour du dernier état d’un texte ; l’arrivée d’une organisation sur Tribune.",
  "search.since": "Du",
  "search.until": "Au",
  "search.days.any": "Toutes les dates",
  "search.days.month": "30 derniers jours",
  "search.days.year": "Dernière année",
  "search.nothing":
    "Rien ne correspond à « {{typed}} ». Moins de mots ou plus de jours donnent plus de résultats.",
  "search.end": "Il n’y a rien de plus.",
  "search.noWord": "Saisissez au moins un mot.",
};
