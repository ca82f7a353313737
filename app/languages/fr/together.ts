/** Les brouillons ouverts par plusieurs personnes en même temps. */
export const together = {
  "together.others_one": "{{names}} a aussi ce brouillon sous les yeux.",
  "together.others_many": "{{names}} ont aussi ce brouillon sous les yeux.",
  "together.others_other": "{{names}} ont aussi ce brouillon sous les yeux.",
  "together.state.offline":
    "Hors ligne. Ce que vous écrivez est gardé dans ce navigateur et partira au retour de la connexion.",
  "together.state.again": "Votre rôle a changé. Un instant…",
  "together.state.notAllowed": "Vous ne pouvez plus écrire ici. Vos derniers mots ne sont pas enregistrés.",
  "together.state.noDraft":
    "Ce n’est plus un brouillon : il a été publié ou supprimé. Ce qui n’était pas enregistré n’y figure pas.",
  "together.state.readOnly":
    "Rien ne peut être écrit pour le moment. Vos derniers mots restent dans ce navigateur : rechargez cette page plus tard.",
  "together.state.refused": "Le serveur n’a pas accepté ce que cette page a envoyé. Rechargez la page.",
  "together.state.fault":
    "Quelque chose dans le texte n’a pas sa place dans une lettre. D’ici là, le brouillon garde son dernier état.",
  "together.fields.stale":
    "Pas enregistré : quelqu’un d’autre a changé le titre ou les champs ci-dessous entre-temps. Rechargez la page pour les voir ; le texte, lui, est enregistré.",
};
