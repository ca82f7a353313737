import type { hidden as english } from "../en/hidden.ts";

/** Ce que la modération masque en dehors des commentaires, et qui modère où. */
export const hidden: Record<keyof typeof english, string> = {
  "hidden.title": "Masqué par la modération",
  "hidden.text.letter": "La modération a masqué cette lettre le {{at}}.",
  "hidden.text.organisation": "La modération a masqué cette organisation le {{at}}.",
  "hidden.reason": "Motif :",
  "hidden.means.letter":
    "Entre-temps, personne ne voit son texte, ses versions, ses signatures ni sa discussion. Qui l’a signée garde sa signature et son reçu. Ses auteurs ont appris pourquoi et peuvent contester la décision ; si elle est annulée, tout revient.",
  "hidden.means.organisation":
    "Entre-temps, personne ne voit sa page et son nom ne figure sous aucune lettre. Ses responsables ont appris pourquoi et peuvent contester la décision ; si elle est annulée, tout revient.",
  "hidden.log": "La décision dans le journal public",
  "hidden.log.of": "Ce qui a été fait au sujet d’une lettre qui est masquée.",
  "hidden.own": "Seules les personnes qui l’ont écrit le lisent encore ici.",
  "hidden.own.other":
    "L’exposé des motifs est allé à la personne qui l’a commencé, qui peut contester la décision.",

  "publicLog.letter-hidden": "Une lettre a été masquée : {{reason}}.",
  "publicLog.organisation-hidden": "Une organisation a été masquée : {{reason}}.",
  "publicLog.signature-hidden": "Le nom et les mots d’une signature ont été masqués : {{reason}}.",
  "publicLog.name.letter-hidden": "lettre masquée",
  "publicLog.name.organisation-hidden": "organisation masquée",
  "publicLog.name.signature-hidden": "signature masquée",

  "areas.title": "Lettres et textes que ce compte modère",
  "areas.text":
    "Un compte choisi pour certaines lettres et certains textes voit et tranche leurs dossiers et aucun autre, et ne peut suspendre ni exclure personne. Pour tout modérer, il faut le rôle.",
  "areas.place": "Adresse d’une lettre ou d’un texte",
  "areas.place.hint": "Telle que le navigateur la montre, ou à partir de /letters/ ou de /doctrine/.",
  "areas.place.none": "Il n’y a ni lettre publiée ni texte à cette adresse.",
  "areas.everywhere": "Ce compte modère déjà tout.",
  "areas.name": "En confier la modération",
  "areas.end": "Mettre fin",
  "areas.done.area": "C’est fait. Le compte trouve les dossiers au pied de chaque page.",
  "areas.done.area-end": "C’est fini. Le compte ne voit plus ces dossiers.",
  "administration.act.moderator-named": "a confié la modération de",
  "administration.act.moderator-ended": "a mis fin à la modération d’une lettre ou d’un texte",
  "decide.beyond":
    "Qui modère certaines lettres et certains textes ne peut suspendre ni exclure personne : un compte écrit aussi ailleurs.",
  "moderation.paused.publishing":
    "La modération a suspendu ce compte : il ne publie rien entre-temps. Le courriel qui vous l’a appris dit jusqu’à quand, et comment contester cela.",
};
