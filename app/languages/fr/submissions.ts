import type { submissions as english } from "../en/submissions.ts";

export const submissions: Record<keyof typeof english, string> & Record<string, string> = {
  "pipeline.letters": "Lettres",
  "pipeline.holdLetters": "Les lettres sont lues avant leur publication",
  "pipeline.holdLetters.hint":
    "Une lettre, et chacune de ses versions suivantes, attend que la modération l’ait lue et libérée. Sinon elles paraissent aussitôt et sont modérées après. Les lettres de la modération et de l’administration n’attendent jamais.",
  "administration.change.holdLetters": "lettres lues avant publication",
  "submission.text":
    "Sur ce site, la modération lit les lettres avant leur publication. Vous la soumettez maintenant ; elle sera publiée telle quelle dès qu’elle sera libérée, et un courriel vous le dira.",
  "submission.button": "Soumettre à publication",
  "submission.done": "Soumise. La modération la lit ; un courriel vous dira quand elle sera publiée.",
  "submission.takenBack": "Reprise. Seuls ses auteurs la lisent.",
  "submission.waits": "En attente de la modération depuis le",
  "submission.changed":
    "Le texte a changé depuis. Il ne peut pas être libéré ainsi : soumettez-le de nouveau tel qu’il est, ou reprenez-le.",
  "submission.takeBack": "Reprendre",
  "submission.refused":
    "La modération a refusé de publier ce texte. Vous pouvez le modifier et le soumettre de nouveau, ou contester la décision.",
  "submission.refused.link": "Lire pourquoi, et contester",
  "submission.subject": "Ce qui attend d’être publié",
  "submission.short": "à lire avant publication",
  "submission.case": "Soumis à publication",
  "submission.case.letter":
    "Libérée, cette lettre est publiée telle qu’elle est ici. Refusée, elle reste un brouillon de ses auteurs.",
  "submission.case.version":
    "Libéré, ce texte devient la version suivante de la lettre, et ses signataires en sont avertis. Refusé, la version en vigueur le reste.",
  "submission.case.gone":
    "Il n’y a rien à lire : le texte a été publié ou repris, ou ses auteurs l’ont modifié sans le soumettre de nouveau.",
  "submission.case.by": "Auteur",
  "submission.case.to": "À",
  "moderation.kind.submission": "Lettre avant publication",
  "publicLog.letter-refused":
    "Une lettre, ou une version suivante, a été lue avant publication et refusée : {{reason}}.",
  "publicLog.name.letter-refused": "lettre refusée avant publication",
  "mail.statement.what.submission":
    "La modération a pris une décision sur une lettre que vous avez soumise à publication :",
  "mail.statement.means.submission":
    "Sur ce site, les lettres sont lues avant leur publication. Une personne l’a lue et a décidé ; aucun moyen automatisé n’a servi.",
  "mail.submission.released.subject": "Publiée : {{title}}",
  "mail.submission.released":
    "Bonjour,\n\nla modération a lu « {{title}} » et l’a libérée. Elle est publiée :",
  "mail.planned.submitted.subject": "Soumise : {{title}}",
  "mail.planned.submitted.text":
    "Bonjour,\n\nle moment est venu où votre lettre « {{title}} » devait se publier. Sur ce site, la modération lit les lettres avant leur publication : elle est soumise et attend. Un courriel vous dira ce qui est décidé. La voici :",
};
