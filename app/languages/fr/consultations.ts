import type { consultations as english } from "../en/consultations.ts";

export const consultations: Record<keyof typeof english, string> & Record<string, string> = {
  "window.open": "Consultation ouverte : les commentaires sont reçus jusqu’au {{until}}.",
  "window.scheduled": "Les commentaires sont reçus du {{from}} au {{until}}.",
  "window.over": "Les commentaires sur ce texte sont clos depuis le {{since}}.",
  "window.refused.scheduled":
    "Les commentaires sur ce texte sont reçus du {{from}} au {{until}}. Rien n’a été publié ; ce que vous avez écrit est toujours là.",
  "window.refused.over":
    "Les commentaires sur ce texte sont clos depuis le {{since}}. Rien n’a été publié ; ce que vous avez écrit est toujours là.",
  "consultations.title": "Consultations",
  "consultations.lead":
    "Dès qu’un texte a eu une consultation, les commentaires ne sont reçus que pendant qu’une consultation est ouverte. Les réponses officielles viennent à tout moment ; tout le monde peut lire et voter.",
  "consultations.none":
    "Ce texte n’a pas fait l’objet d’une consultation : les commentaires sont reçus à tout moment.",
  "consultation.state.scheduled": "annoncée",
  "consultation.state.open": "ouverte",
  "consultation.state.over": "close",
  "consultation.state.called-off": "annulée",
  "consultation.from": "du",
  "consultation.until": "au",
  "consultation.new": "Ouvrir une consultation",
  "consultation.title": "Titre",
  "consultation.title.hint": "Par exemple : Consultation publique sur le deuxième projet.",
  "consultation.title.missing": "Donnez-lui un titre.",
  "consultation.opens": "Ouverture",
  "consultation.opens.hint":
    "Jour et heure de Paris ({{zone}}). Si ce champ est vide, elle s’ouvre tout de suite.",
  "consultation.closes": "Clôture",
  "consultation.closes.hint":
    "Jour et heure de Paris ({{zone}}). À partir de là, les commentaires sont refusés.",
  "consultation.moment.wrong": "Indiquez un jour et une heure qui existent, comme 2026-12-18T18:00.",
  "consultation.closes.early": "La clôture doit venir après l’ouverture, et ne pas être passée.",
  "consultation.overlaps":
    "Une autre consultation est ouverte ou annoncée à ce moment : il n’y en a qu’une à la fois.",
  "consultation.open.button": "Ouvrir la consultation",
  "consultation.close": "La clore maintenant",
  "consultation.close.text":
    "Les commentaires sont refusés à partir de cet instant. Elle ne peut pas être rouverte ; une nouvelle peut être ouverte.",
  "consultation.close.button": "Clore la consultation",
  "consultation.calledOff": "Elle a été annulée avant son ouverture.",
  "summary.participants": "Participation",
  "summary.participants.none": "Personne n’a encore commenté dans cette consultation.",
  "summary.participants.text_one": "{{number}} compte a commenté : {{organisations}}, {{persons}}.",
  "summary.participants.text_many": "{{number}} comptes ont commenté : {{organisations}}, {{persons}}.",
  "summary.participants.text_other": "{{number}} comptes ont commenté : {{organisations}}, {{persons}}.",
  "summary.organisations_one": "{{number}} organisation",
  "summary.organisations_many": "{{number}} organisations",
  "summary.organisations_other": "{{number}} organisations",
  "summary.persons_one": "{{number}} personne en son nom",
  "summary.persons_many": "{{number}} personnes en leur nom",
  "summary.persons_other": "{{number}} personnes en leur nom",
  "summary.comments.column": "Commentaires",
  "summary.how":
    "Chaque compte est compté une fois. S’il peut parler pour des organisations avec un mandat prouvé à ce jour, il compte pour celle du niveau le plus élevé ; tous les autres comptes sont des personnes, même quand elles disent où elles travaillent. Les commentaires sont toujours donnés en son propre nom. Les réponses officielles et les commentaires supprimés ne sont pas comptés.",
  "summary.level": "Niveau du mandat",
  "summary.sector": "Secteur",
  "summary.accounts": "Comptes",
  "summary.organisations.column": "Organisations",
  "summary.person": "Personnes",
  "summary.all": "Ensemble",
  "summary.stances": "Positions par règle",
  "summary.stances.how":
    "Chaque compte est compté une fois par règle : d’après son dernier commentaire pour ou contre, sinon comme neutre.",
  "summary.stances.text_one": "Positions exprimées sur {{number}} règle.",
  "summary.stances.text_many": "Positions exprimées sur {{number}} règles.",
  "summary.stances.text_other": "Positions exprimées sur {{number}} règles.",
  "summary.stances.first_one":
    "Le dessin montre la règle qui a réuni le plus de participations ; le tableau les montre toutes.",
  "summary.stances.first_many":
    "Le dessin montre les {{number}} règles qui ont réuni le plus de participations ; le tableau les montre toutes.",
  "summary.stances.first_other":
    "Le dessin montre les {{number}} règles qui ont réuni le plus de participations ; le tableau les montre toutes.",
  "summary.stances.table": "Tous les chiffres",
  "summary.provision": "Règle",
  "summary.support": "Pour",
  "summary.neutral": "Neutre",
  "summary.oppose": "Contre",
  "summary.followed": "L’état qui a suivi",
  "summary.followed.none": "Aucun nouvel état du texte n’a encore suivi.",
  "summary.followed.text": "L’état du {{day}} par rapport à celui du {{before}} :",
  "summary.followed.compare": "Comparer l’état du {{day}} avec celui du {{before}}",
  "summary.answers": "Ce qui a été répondu",
  "summary.answers.text":
    "Des règles commentées dans cette consultation, d’après la suite donnée en vigueur :",
  "summary.answers.none": "sans suite donnée",
  "summary.official_one": "{{number}} réponse officielle à un commentaire",
  "summary.official_many": "{{number}} réponses officielles à des commentaires",
  "summary.official_other": "{{number}} réponses officielles à des commentaires",
  "summary.export": "Tout ce qui en est public",
  "summary.export.csv": "CSV",
  "summary.export.json": "JSON",
};
