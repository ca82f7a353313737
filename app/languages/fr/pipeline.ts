import type { pipeline as english } from "../en/pipeline.ts";

export const pipeline: Record<keyof typeof english, string> & Record<string, string> = {
  "pipeline.title": "Avant publication",
  "pipeline.lead":
    "Les commentaires qui correspondent à une règle ci-dessous attendent d’être lus par la modération. Entre-temps, seule la personne qui les a écrits les voit, avec la raison. La modération, l’administration et les réponses officielles ne sont jamais retenues. Tout est examiné sur ce serveur : rien n’est envoyé à personne.",
  "pipeline.off": "Rien n’est retenu : chaque commentaire paraît aussitôt.",
  "pipeline.advice":
    "Si la modération lit les dossiers chaque jour, voici ce qui est conseillé : retenir le premier commentaire d’un nouveau compte, les liens jusqu’à ce que cinq de ses commentaires soient visibles, les répétitions et les rafales. Sans modération, ne réglez rien : ce qui est retenu n’attendrait personne.",
  "pipeline.advice.button": "Régler ce qui est conseillé",
  "pipeline.newcomers": "Nouveaux comptes",
  "pipeline.firstComments": "Premiers commentaires d’un compte qui sont retenus",
  "pipeline.firstComments.hint":
    "Tant que le compte n’a pas ce nombre de commentaires visibles, chacun des siens attend. 0 n’en retient aucun.",
  "pipeline.linksUntil": "Les liens sont retenus jusqu’à ce nombre de commentaires visibles",
  "pipeline.linksUntil.hint": "0 n’en retient aucun.",
  "pipeline.repeats": "Répétitions",
  "pipeline.repeatHours": "Heures pendant lesquelles les mêmes mots sont une répétition",
  "pipeline.repeatHours.hint":
    "De 1 à 168. Majuscules, accents et ponctuation ne comptent pas ; des mots aussi courts que « D’accord. » ne sont à personne.",
  "pipeline.repeatOwn": "Retenir ce qu’un compte redit dans la même discussion",
  "pipeline.severalLetters": "Retenir ce qu’un compte redit sous une autre lettre ou disposition",
  "pipeline.repeatAccounts": "Nombre de comptes disant la même chose à partir duquel elle est retenue",
  "pipeline.repeatAccounts.hint": "Avec celui qui écrit : 2 ou plus. 0 n’en retient aucune.",
  "pipeline.repeatAccounts.one": "Un compte seul ne répète personne : indiquez 0, ou 2 et plus.",
  "pipeline.flood": "Rafales",
  "pipeline.flood.hint": "Au-delà, les commentaires sont retenus, non refusés. 0 : pas de limite.",
  "pipeline.floodShort": "Commentaires d’un compte en dix minutes",
  "pipeline.floodDay": "Commentaires d’un compte en une journée",
  "pipeline.number.wrong": "Indiquez un nombre entier qui ne dépasse pas ce qui a un sens ici.",
  "pipeline.words": "Mots",
  "pipeline.words.lead":
    "Un commentaire où figure un mot ou une expression de l’une des deux listes est retenu. Il doit y figurer en mots entiers ; majuscules et accents ne comptent pas. Les deux listes valent pour chaque commentaire, car on ne demande à personne dans quelle langue il est écrit.",
  "pipeline.words.en": "Liste anglaise",
  "pipeline.words.fr": "Liste française",
  "pipeline.words.count_one": "{{number}} entrée",
  "pipeline.words.count_many": "{{number}} d’entrées",
  "pipeline.words.count_other": "{{number}} entrées",
  "pipeline.words.hint":
    "Un mot ou une expression par ligne : {{entries}} lignes au plus, chacune de {{line}} caractères et {{words}} mots au plus.",
  "pipeline.words.tooMany":
    "Cette liste compte {{count}} entrées ; le maximum est de 50 000. Rien n’a été enregistré, et ce que vous avez saisi est toujours là.",
  "pipeline.words.lineTooLong":
    "La ligne {{line}} est trop longue : 100 caractères et dix mots au plus. Rien n’a été enregistré.",
  "pipeline.words.nothing":
    "La ligne {{line}} ne contient ni lettre ni chiffre : rien ne pourrait jamais y correspondre. Rien n’a été enregistré.",

  "administration.act.pipeline-set": "a réglé ce qui est retenu avant publication",
  "administration.act.word-list-set": "a réglé une liste de mots",
  "administration.change.firstComments": "premiers commentaires retenus",
  "administration.change.linksUntil": "liens retenus jusqu’à",
  "administration.change.repeatHours": "heures d’une répétition",
  "administration.change.repeatOwn": "répétitions retenues",
  "administration.change.severalLetters": "répétitions ailleurs retenues",
  "administration.change.repeatAccounts": "comptes disant la même chose",
  "administration.change.floodShort": "en dix minutes",
  "administration.change.floodDay": "en une journée",
  "administration.change.words": "entrées",

  "held.title": "De vous, pas encore visible par d’autres",
  "held.text": "Ce qui figure ici n’est visible que par vous et par la modération.",
  "held.waits": "En attente de la modération",
  "held.refused": "Refusé par la modération",
  "held.rewords": "nouvelle rédaction de votre commentaire",
  "held.answers": "une réponse",
  "held.because": "Retenu pour relecture, car :",
  "held.reason.first-comments": "il compte parmi les premiers commentaires de votre compte ;",
  "held.reason.links": "il contient un lien, et votre compte est récent ;",
  "held.reason.repeated": "vous avez dit la même chose ici il y a peu ;",
  "held.reason.several-letters": "vous avez dit la même chose dans une autre discussion il y a peu ;",
  "held.reason.several-accounts": "plusieurs comptes ont dit la même chose en peu de temps ;",
  "held.reason.listed-words":
    "l’un de ses mots figure sur une liste de mots que la modération regarde d’abord ;",
  "held.reason.flood": "vous avez envoyé beaucoup de commentaires en peu de temps.",
  "held.short.first-comments": "premiers commentaires",
  "held.short.links": "un lien",
  "held.short.repeated": "redit",
  "held.short.several-letters": "dit ailleurs",
  "held.short.several-accounts": "par plusieurs comptes",
  "held.short.listed-words": "un mot de la liste",
  "held.short.flood": "beaucoup à la fois",
  "held.subject": "Ce qui a été retenu",
  "held.withdraw": "Supprimer",
  "held.withdraw.text": "Ses mots sont supprimés, et la modération ne les lit plus.",
  "held.case": "Retenu avant que quiconque l’ait vu",
  "held.case.rewords":
    "C’est la nouvelle rédaction d’un commentaire en place ; la précédente reste visible entre-temps.",
  "held.case.matched": "Trouvé sur une liste de mots : « {{entry}} »",
  "held.case.text":
    "Voici ce qui a été dit à qui l’a écrit. Une fois publié, il paraît à la date où il a été écrit, et les personnes mentionnées ou à qui il répond en sont informées.",

  "moderation.kind.held": "Commentaire retenu",
  "moderation.decision.release": "Laisser paraître",
  "moderation.decision.release.text":
    "Un commentaire qui était retenu paraît, ou une lettre qui attendait est publiée ; qui l’a écrit en est informé.",
  "moderation.decision.refuse": "Refuser",
  "moderation.decision.refuse.text":
    "Un commentaire qui était retenu ne paraît pas, ou une lettre qui attendait reste un brouillon ; qui l’a écrit le lit toujours, avec le motif.",
  "moderation.reasons.held":
    "Des règles posées par l’administration peuvent retenir un commentaire jusqu’à ce que la modération l’ait lu : premiers commentaires et liens de nouveaux comptes, répétitions, listes de mots, trop de commentaires à la fois. Qui l’a écrit le voit avec la raison, et c’est une personne qui décide.",
  "publicLog.comment-refused": "Un commentaire retenu avant publication a été refusé : {{reason}}.",
  "publicLog.name.comment-refused": "commentaire retenu refusé",
  "mail.decision.release": "Décision : le commentaire paraît.",
  "mail.decision.refuse": "Décision : ce que vous avez écrit ne paraît pas.",
  "mail.statement.subject.release": "Votre commentaire paraît",
  "mail.statement.subject.refuse": "Ce que vous avez écrit a été refusé",
  "mail.statement.what.held":
    "La modération a pris une décision sur un de vos commentaires, retenu pour relecture avant que quiconque l’ait vu :",
  "mail.statement.means.held":
    "Une règle de ce site a retenu le commentaire d’elle-même. Une personne l’a lu et a décidé ; aucun moyen automatisé n’a servi à cela.",
  "mail.held.released.subject": "Votre commentaire est maintenant visible",
  "mail.held.released":
    "La modération a lu le commentaire que vous avez écrit à propos de « {{title}} » et le laisse paraître. Tout le monde le voit désormais :",
  "retention.refused": "Les mots des commentaires retenus puis refusés",
  "retention.refused.why": "Ils sont gardés tant que le refus peut être contesté.",
  "retention.prints": "Les empreintes de ce qui a été dit récemment",
  "retention.prints.why":
    "Elles révèlent les répétitions et les rafales de commentaires, et ne contiennent aucun mot ; on ne cherche pas de répétition au-delà.",
};
