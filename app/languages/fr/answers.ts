import type { answers as english } from "../en/answers.ts";

export const answers: Record<keyof typeof english, string> & Record<string, string> = {
  "officials.title": "Qui répond pour ce texte",
  "officials.lead":
    "Ces personnes et organisations peuvent répondre officiellement aux commentaires, dire la suite donnée à une règle et ouvrir des consultations. Chaque changement de cette liste figure au journal public.",
  "officials.none": "Personne ne répond encore pour ce texte.",
  "officials.organisation.note": "toute personne dont le mandat pour elle est prouvé",
  "officials.since": "depuis le",
  "officials.end": "Retirer",
  "officials.end.named": "Retirer la désignation de {{name}}",
  "officials.ended": "La désignation est retirée. Les réponses données à ce titre restent officielles.",
  "officials.marked": "La désignation est faite : il est désormais possible de répondre pour ce texte.",
  "officials.account": "Désigner un compte",
  "officials.account.email.hint":
    "L’adresse avec laquelle le compte se connecte. Elle n’est montrée à personne.",
  "officials.account.unknown": "Aucun compte n’a cette adresse.",
  "officials.mark": "Désigner",
  "officials.organisation": "Désigner une organisation",
  "officials.organisation.label": "Organisation",
  "officials.organisation.hint": "Son nom, ou l’adresse de sa page.",
  "officials.organisation.missing": "Indiquez le nom d’une organisation.",
  "officials.organisation.unknown": "Il n’y a pas d’organisation de ce nom.",
  "officials.organisation.several":
    "Plusieurs organisations portent un tel nom. Indiquez l’adresse de la page de l’une d’elles : {{slugs}}.",
  "answer.badge": "Réponse officielle",
  "answer.badge.of": "Réponse officielle : {{name}}",
  "answer.officially": "Répondre officiellement",
  "answer.officially.of":
    "Elle est montrée comme la réponse officielle de : {{name}}. Cette marque reste, même si vous supprimez la réponse.",
  "answer.officially.own":
    "Elle est montrée comme une réponse officielle. Cette marque reste, même si vous supprimez la réponse.",
  "answer.notOfficial":
    "Vous ne pouvez pas répondre officiellement ici ; rien n’a été publié. Ce que vous avez écrit est toujours là : sans la case cochée, c’est une réponse en votre nom.",
  "answer.edit.notOfficial":
    "Votre modification n’a pas été enregistrée : c’est une réponse officielle, que seules les personnes qui répondent officiellement pour ce texte modifient. Ce que vous avez écrit est toujours là.",
  "official.no-longer":
    "Vous ne pouvez plus agir comme responsable de ce texte ; rien n’a été publié. Ce que vous avez écrit est toujours là.",
  "answers.title": "Réponses officielles",
  "answer.gone": "Compte supprimé",
  "disposition.decision": "Décision",
  "disposition.decision.missing": "Choisissez une décision.",
  "disposition.reasons": "Motifs",
  "disposition.reasons.hint":
    "Ce qui a été décidé des commentaires, et pourquoi. Le texte reste lisible, même quand une suite plus récente prend sa place.",
  "disposition.reasons.missing": "Donnez-en les motifs.",
  "disposition.revision.gone":
    "Cette règle ne figure plus dans cet état du texte. Ouvrez le formulaire à nouveau ; ce que vous avez écrit est toujours là.",
  "disposition.moved":
    "Les règles ont été renumérotées entre-temps et cette adresse mène maintenant à une autre. Rien n’a été publié ; votre texte est toujours là. La règle à laquelle vous répondiez est à l’adresse {{address}}",
  "disposition.post": "Publier la suite donnée",
  "disposition.make": "Dire la suite donnée à cette règle",
  "disposition.again": "Publier une nouvelle suite",
  "disposition.speaks": "Elle porte sur l’état du {{day}}.",
  "unanswered.title": "Ce qui n’a pas encore de réponse",
  "unanswered.lead":
    "Les règles commentées sans suite donnée, puis les commentaires dont le fil n’a pas de réponse officielle ; les plus soutenus d’abord.",
  "unanswered.provisions": "Règles sans suite donnée",
  "unanswered.provisions.how": "Par nombre de commentaires et de lettres qui citent, ensemble.",
  "unanswered.provisions.none": "Une suite a été donnée à toutes les règles commentées.",
  "unanswered.comments": "Commentaires sans réponse officielle",
  "unanswered.comments.how": "Selon la part minimale de lecteurs d’accord, estimée d’après les votes.",
  "unanswered.comments.none": "Tous les commentaires ont reçu une réponse.",
  "unanswered.end": "Il n’y a rien de plus.",
  "unanswered.answer": "Répondre",
  "publicLog.official-marked": "Désignation pour répondre officiellement de ce texte : {{who}}.",
  "publicLog.official-unmarked": "Fin de la désignation pour répondre officiellement de ce texte : {{who}}.",
  "publicLog.consultation-opened": "Une consultation a été annoncée : {{subject}}",
  "publicLog.consultation-closed": "Une consultation a été close avant son terme : {{subject}}",
};
