import type { restraint as english } from "../en/restraint.ts";

/** Ce que la modération masque en partie, retire au titre de la loi ou ralentit. */
export const restraint: Record<keyof typeof english, string> & Record<string, string> = {
  "moderation.decision.hide-part": "En masquer une partie",
  "moderation.decision.remove": "Retirer au titre de la loi",
  "moderation.decision.slow": "Ralentir la discussion",
  "moderation.decision.hide-part.text":
    "Des passages choisis d’un commentaire sont masqués, une marque en tient lieu ; le reste se lit toujours.",
  "moderation.decision.remove.text":
    "Cela est masqué parce qu’une disposition légale le demande : elle est nommée en public, avec son origine, injonction d’une autorité ou notification.",
  "moderation.decision.slow.text":
    "Pendant un jour ou une semaine, chacun attend quelques minutes entre deux commentaires sous la lettre ou le texte.",
  "moderation.lawFrom.order": "sur injonction d’une autorité",
  "moderation.lawFrom.notice": "sur notification",
  "comment.part-hidden.mark": "[masqué par la modération]",
  "comment.part-hidden": "La modération a masqué une partie de ce commentaire : {{reason}}.",
  "comment.part-hidden.own":
    "La modération a masqué à tout le monde une partie de votre commentaire : {{reason}}.",
  "comment.part-hidden.edit":
    "Il ne se modifie pas tant qu’une partie en est masquée ; vous pouvez le supprimer, ou contester la décision.",
  "comment.tooSoon":
    "La discussion est ralentie et vous venez d’y écrire. Rien n’a été publié ; votre texte est toujours là. Vous pourrez l’envoyer à partir du {{from}}.",
  "discussion.slow_one":
    "Discussion ralentie : la modération demande une minute entre deux commentaires d’une même personne, ici jusqu’au {{until}}.",
  "discussion.slow_many":
    "Discussion ralentie : la modération demande {{count}} minutes entre deux commentaires d’une même personne, ici jusqu’au {{until}}.",
  "discussion.slow_other":
    "Discussion ralentie : la modération demande {{count}} minutes entre deux commentaires d’une même personne, ici jusqu’au {{until}}.",
  "hidden.law.order": "Une autorité en a ordonné le retrait, au titre de cette disposition légale : {{law}}.",
  "hidden.law.notice": "Cela a été retiré sur notification, au titre de cette disposition légale : {{law}}.",
  "decide.passages": "Passages à masquer",
  "decide.passages.hint":
    "Seulement pour masquer une partie : un passage par ligne, mot pour mot comme dans le commentaire. Chacun est masqué partout où il figure.",
  "decide.passages.missing": "Donnez les passages à masquer, un par ligne.",
  "decide.passages.many": "Donnez au plus cinquante passages.",
  "decide.passages.short": "Un passage a au moins deux signes.",
  "decide.passages.not-there": "Le commentaire ne dit pas ceci mot pour mot : « {{passage}} ».",
  "decide.passages.hidden": "Ce qui en a été masqué :",
  "decide.law": "Disposition légale",
  "decide.law.hint":
    "Seulement pour retirer au titre de la loi : l’article et le texte, tels que le journal public les nommera.",
  "decide.law.missing": "Nommez la disposition légale.",
  "decide.lawFrom": "Origine du retrait",
  "decide.lawFrom.missing": "Indiquez l’origine du retrait.",
  "decide.lawFrom.order": "L’injonction d’une autorité",
  "decide.lawFrom.notice": "Une notification",
  "decide.minutes": "Minutes entre deux commentaires",
  "decide.minutes.hint":
    "Seulement pour ralentir la discussion : le temps que chacun attend sous la lettre ou le texte.",
  "decide.minutes.missing": "Choisissez combien de minutes.",
  "decide.minutes.1": "1 minute",
  "decide.minutes.5": "5 minutes",
  "decide.minutes.15": "15 minutes",
  "decide.minutes.60": "60 minutes",
  "decide.slowDays": "Durée du ralentissement",
  "decide.slowDays.missing": "Choisissez la durée.",
  "decide.slowDays.1": "1 jour",
  "decide.slowDays.7": "1 semaine",
  "case.minutes_one": "une minute",
  "case.minutes_many": "{{count}} minutes",
  "case.minutes_other": "{{count}} minutes",
  "case.law": "{{law}}, {{from}}",
  "publicLog.comment-part-hidden": "Une partie d’un commentaire a été masquée : {{reason}}.",
  "publicLog.removed-for-law": "Retrait au titre de la loi ({{subject}}) : {{law}}, {{from}} ({{reason}}).",
  "publicLog.discussion-slowed_one":
    "Une discussion a été ralentie, une minute entre deux commentaires d’un compte : {{reason}}.",
  "publicLog.discussion-slowed_many":
    "Une discussion a été ralentie, {{number}} minutes entre deux commentaires d’un compte : {{reason}}.",
  "publicLog.discussion-slowed_other":
    "Une discussion a été ralentie, {{number}} minutes entre deux commentaires d’un compte : {{reason}}.",
  "publicLog.name.comment-part-hidden": "partie d’un commentaire masquée",
  "publicLog.name.removed-for-law": "retrait au titre de la loi",
  "publicLog.name.discussion-slowed": "discussion ralentie",
  "mail.decision.hide-part": "Décision : une partie en est masquée.",
  "mail.decision.remove": "Décision : cela est retiré parce que la loi le demande.",
  "mail.decision.slow": "Décision : la discussion dont cela fait partie est ralentie.",
  "mail.statement.subject.hide-part": "Une partie de ce que vous avez écrit a été masquée",
  "mail.statement.subject.remove": "Ce que vous avez écrit a été retiré au titre de la loi",
  "mail.statement.subject.slow": "Une discussion à laquelle vous participez a été ralentie",
  "mail.statement.passages": "Ce qui en est masqué :",
  "mail.statement.law.order": "Une autorité l’a ordonné, au titre de cette disposition légale : {{law}}.",
  "mail.statement.law.notice": "Cela suit une notification, au titre de cette disposition légale : {{law}}.",
  "mail.statement.slow_one": "Chacun y attend une minute entre deux commentaires.",
  "mail.statement.slow_many": "Chacun y attend {{count}} minutes entre deux commentaires.",
  "mail.statement.slow_other": "Chacun y attend {{count}} minutes entre deux commentaires.",
};
