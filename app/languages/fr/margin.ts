import type { margin as english } from "../en/margin.ts";

/** Les commentaires en marge d’un brouillon, entre les personnes qui l’écrivent. */
export const margin: Record<keyof typeof english, string> & Record<string, string> = {
  "margin.title": "Commentaires en marge",
  "margin.link_one": "Commentaires ({{number}} ouvert)",
  "margin.link_many": "Commentaires ({{number}} ouverts)",
  "margin.link_other": "Commentaires ({{number}} ouverts)",
  "margin.link.none": "Commentaires",
  "margin.lead":
    "Ce que les personnes qui écrivent ce brouillon se disent de ses passages. Personne d’autre ne le voit, et rien n’en est publié avec la lettre.",
  "margin.readOnly":
    "Vous lisez les commentaires ; les personnes qui décident, écrivent ou relisent les rédigent.",
  "margin.publishedNotice": "La lettre est publiée : on n’ajoute plus rien à ces commentaires.",
  "margin.publish.open_one":
    "{{number}} commentaire en marge est encore ouvert. Vous pouvez publier malgré tout ; les commentaires ne sont pas publiés.",
  "margin.publish.open_many":
    "{{number}} commentaires en marge sont encore ouverts. Vous pouvez publier malgré tout ; les commentaires ne sont pas publiés.",
  "margin.publish.open_other":
    "{{number}} commentaires en marge sont encore ouverts. Vous pouvez publier malgré tout ; les commentaires ne sont pas publiés.",
  "margin.filter": "Quels commentaires",
  "margin.filter.all": "Tous",
  "margin.filter.open": "Ouverts ({{number}})",
  "margin.filter.resolved": "Résolus ({{number}})",
  "margin.open": "Ouverts",
  "margin.resolved": "Résolus",
  "margin.none": "Aucun commentaire.",
  "margin.none.panel": "Aucun commentaire ouvert. Sélectionnez un passage du texte pour le commenter.",
  "margin.gone":
    "Le passage a disparu : ces mots ne figurent pas dans le texte, ou l’on ne peut pas dire où.",
  "margin.whole": "Le passage en entier",
  "margin.begin": "Commenter un passage",
  "margin.select": "Sélectionnez d’abord dans le texte le passage à commenter.",
  "margin.begin.button": "Commenter",
  "margin.source": "Le texte du brouillon",
  "margin.source.hint":
    "Ce que vous sélectionnez ici à la souris, au doigt ou avec Maj et les flèches devient le passage.",
  "margin.quote": "Le passage",
  "margin.quote.hint":
    "Sélectionnez-le dans le texte ci-dessus, ou copiez-le ou saisissez-le ici, mot pour mot.",
  "margin.quote.missing": "Quel passage ? Copiez-le depuis le texte.",
  "margin.quote.not-there": "Ces mots ne figurent pas dans le brouillon. Copiez le passage mot pour mot.",
  "margin.quote.ambiguous":
    "Ces mots figurent plusieurs fois dans le brouillon. Citez quelques mots de plus autour d’eux.",
  "margin.quote.too-long": "Un passage a 2 000 caractères au plus. Citez-en moins.",
  "margin.body": "Votre commentaire",
  "margin.body.hint": "Écrivez « @ » et un nom pour prévenir quelqu’un par courriel.",
  "margin.body.hint.names": "Écrivez « @ » et un nom pour prévenir quelqu’un par courriel : {{names}}",
  "margin.body.missing": "Le commentaire est vide.",
  "margin.reply": "Répondre",
  "margin.reply.body": "Votre réponse",
  "margin.resolve": "Marquer comme résolu",
  "margin.reopen": "Rouvrir",
  "margin.turn.resolved": "{{name}} a marqué ce fil comme résolu",
  "margin.turn.reopened": "{{name}} a rouvert ce fil",
  "margin.somebody": "Compte supprimé",
  "margin.edited": "modifié",
  "margin.deleted": "Ce commentaire a été supprimé.",
  "margin.edit": "Modifier",
  "margin.delete": "Supprimer",
  "margin.delete.text":
    "Les mots disparaissent, pour tout le monde ; qu’il y avait un commentaire reste visible.",
  "margin.delete.button": "Supprimer le commentaire",
  "margin.cancel": "Annuler",
  "margin.show": "Montrer dans le texte",
  "margin.all": "Tous les commentaires, même résolus",
  "margin.notAllowed":
    "Qui ne fait que lire un brouillon ne le commente pas. Demandez un autre rôle à une personne qui décide.",
  "margin.published": "La lettre a été publiée entre-temps : on n’ajoute plus rien à ces commentaires.",
  "margin.full": "Il ne peut pas y avoir plus de commentaires ici.",
  "margin.refused": "L’envoi n’a pas pu être compris. Rechargez la page et recommencez.",
  "margin.offline": "Tribune est injoignable. Rien n’a été enregistré ; ce que vous avez saisi reste ici.",
  "margin.after.begun": "Le commentaire est en marge.",
  "margin.after.replied": "La réponse est en marge.",
  "margin.after.edited": "Le commentaire est modifié.",
  "margin.after.deleted": "Le commentaire est supprimé.",
  "margin.after.resolved": "Le fil est marqué comme résolu.",
  "margin.after.reopened": "Le fil est rouvert.",
  "mail.margin.mention.subject": "{{name}} vous mentionne en marge de « {{title}} »",
  "mail.margin.mention.text":
    "{{name}} vous mentionne dans le brouillon de « {{title}} », à propos de ce passage :",
  "mail.margin.answer.subject": "{{name}} répond en marge de « {{title}} »",
  "mail.margin.answer.text":
    "{{name}} a écrit dans un de vos fils, dans le brouillon de « {{title}} », à propos de ce passage :",
  "mail.margin.said": "Le commentaire :",
  "mail.margin.link":
    "Lisez-le et répondez-y ici. Seules les personnes qui écrivent le brouillon le peuvent.",
};
