import type { proofs as english } from "../en/proofs.ts";

export const proofs: Record<keyof typeof english, string> & Record<string, string> = {
  "organisation.itself": "Tribune",
  "organisation.event.merged": "{{actor}} a réuni « {{subject}} » à cette organisation.",
  "organisation.event.domain-added": "{{actor}} a ajouté le domaine {{subject}}.",
  "organisation.event.domain-proved": "Le domaine {{subject}} est prouvé.",
  "organisation.event.domain-failing": "La preuve du domaine {{subject}} n’est plus trouvée.",
  "organisation.event.domain-lapsed": "La preuve du domaine {{subject}} a expiré.",
  "organisation.event.domain-removed": "{{actor}} a retiré le domaine {{subject}}.",
  "organisation.event.mandate-mailed": "{{actor}} a prouvé une adresse à {{subject}}.",
  "organisation.event.mandate-federated":
    "{{actor}} a prouvé son identité par {{subject}}, qui s’en porte garant.",
  "organisation.event.mandate-ended": "Ce que {{account}} avait prouvé ({{subject}}) a pris fin.",
  "organisation.event.provider-set": "{{actor}} a choisi le fournisseur d’identité {{subject}}.",
  "organisation.event.provider-removed": "{{actor}} a retiré le fournisseur d’identité {{subject}}.",
  "organisation.event.signed": "{{actor}} a signé « {{subject}} » pour l’organisation.",
  "organisation.event.countersigned": "{{actor}} a approuvé la signature de « {{subject}} ».",
  "organisation.event.signature-withdrawn": "La signature de « {{subject}} » a été retirée.",
  "organisation.event.claim-refused":
    "{{actor}} a indiqué qu’une personne signataire de « {{subject}} » ne fait pas partie de l’organisation.",

  "levels.title": "Qu’est-ce que cela veut dire ?",
  "levels.lead":
    "Une signature au nom d’une organisation dit comment il a été prouvé que la personne peut parler pour elle. Du plus faible au plus fort :",
  "levels.declared":
    "Quelqu’un dit en faire partie. Personne ne l’a vérifié, et cela ne compte jamais comme la signature de l’organisation.",
  "levels.mailed": "La personne reçoit du courriel à une adresse du domaine de l’organisation.",
  "levels.domain":
    "L’organisation a déposé un jeton sur son propre domaine, où seule son administration peut écrire, et la personne est de celles qu’elle a nommées ici.",
  "levels.countersigned": "Une deuxième personne de l’organisation a approuvé cette signature même.",
  "levels.federated":
    "La personne s’est identifiée par le fournisseur de l’organisation, qui s’en porte garant.",

  "proofs.title": "Ce qui est prouvé",
  "proofs.none":
    "Personne n’a encore vérifié que ses membres peuvent parler pour elle. Ce qu’elle dit d’elle-même n’engage qu’elle.",
  "proofs.domain.dns": "{{domain}} est son domaine : un enregistrement de son DNS le dit, prouvé le",
  "proofs.domain.well-known": "{{domain}} est son domaine : un fichier de son site le dit, prouvé le",
  "proofs.member.mailed": "adresse à {{evidence}} prouvée le",
  "proofs.member.federated": "identité garantie par {{evidence}} le",
  "proofs.letters": "Lettres qu’elle a signées",

  "domains.title": "Domaines et preuves",
  "domains.link": "Domaines",
  "domains.lead":
    "Un domaine prouvé donne aux responsables et aux porte-parole le niveau « domaine prouvé ». Qui lit une signature le voit.",
  "domains.add.title": "Ajouter un domaine",
  "domains.add.label": "Domaine",
  "domains.add.hint": "Par exemple exemple.fr. D’une adresse de site ou de courriel, le domaine est retenu.",
  "domains.add.button": "Ajouter le domaine",
  "domains.added": "Le domaine est ajouté. Déposez son jeton, puis vérifiez.",
  "domains.removed": "Le domaine est retiré.",
  "domains.not-a-domain": "Saisissez un domaine, par exemple exemple.fr.",
  "domains.public-suffix":
    "D’autres y enregistrent des noms : saisissez le domaine entier, par exemple nom.exemple.fr.",
  "domains.ip-address": "C’est le numéro d’une machine. Saisissez un domaine, par exemple exemple.fr.",
  "domains.too-many": "Il y a déjà 20 domaines. Retirez-en un d’abord.",
  "domains.none": "Aucun domaine n’est encore ajouté.",
  "domains.how": "Comment le prouver",
  "domains.how.lead": "Faites l’un des deux ; la preuve tient tant que cela reste en place.",
  "domains.how.dns": "Dans votre DNS, ajoutez un enregistrement de type TXT :",
  "domains.how.dns.name": "Nom",
  "domains.how.dns.value": "Valeur",
  "domains.how.file": "Ou publiez en https un fichier qui contient cette ligne :",
  "domains.how.file.address": "Adresse",
  "domains.how.file.line": "Ligne",
  "domains.how.many":
    "Le fichier peut contenir d’autres lignes, un jeton par ligne. Un nouvel enregistrement DNS peut mettre une heure à être visible partout.",
  "domains.check": "Vérifier maintenant",
  "domains.remove": "Retirer",
  "domains.state.pending": "Pas encore prouvé",
  "domains.state.proved": "Prouvé",
  "domains.state.failing": "Prouvé, mais introuvable depuis le",
  "domains.state.failing.until":
    "La preuve tient encore pendant 14 jours à partir de cette date. Remettez l’enregistrement ou le fichier avant qu’elle n’expire.",
  "domains.state.lapsed": "Expiré : introuvable pendant 14 jours",
  "domains.method.dns": "Trouvé dans un enregistrement DNS. Prouvé le",
  "domains.method.well-known": "Trouvé dans un fichier du site. Prouvé le",
  "domains.checked": "Dernière vérification :",
  "domains.outcome.proved": "Le jeton a été trouvé.",
  "domains.outcome.not-found":
    "Ni l’enregistrement DNS ni le fichier n’ont été trouvés. Si vous venez de le déposer, attendez un peu et vérifiez de nouveau.",
  "domains.outcome.wrong-token":
    "Quelque chose a été trouvé, mais un autre jeton. Comparez-le avec celui qui est affiché ici.",
  "domains.outcome.no-answer":
    "Les serveurs de noms de ce domaine ne répondent pas. Vérifiez de nouveau plus tard.",
  "domains.outcome.refused-address":
    "Il n’y a pas d’enregistrement DNS, et l’adresse du site est celle d’un réseau privé, où Tribune ne regarde pas.",
  "domains.outcome.taken":
    "Le jeton y est, mais une autre organisation sur Tribune a prouvé ce domaine. Demandez-lui de le retirer, ou à l’administration de réunir les deux.",

  "address.title": "Prouver votre propre adresse",
  "address.link": "Prouver votre adresse",
  "address.lead":
    "Qui reçoit du courriel au domaine de l’organisation obtient le niveau « adresse prouvée ». Il ne vaut que pour vous, tant que vous parlez pour l’organisation.",
  "address.domains": "Ses propres domaines : {{domains}}.",
  "address.noDomains":
    "L’organisation n’a pas encore de domaine à elle : l’un de ses responsables indique son site sur sa page, ou ajoute un domaine et le prouve.",
  "address.proved": "Vous avez prouvé une adresse à {{domain}} le",
  "address.own": "L’adresse de votre compte est au domaine de l’organisation, et elle a été confirmée.",
  "address.own.button": "Utiliser l’adresse de mon compte",
  "address.other": "Ou une autre adresse",
  "address.label": "Votre adresse dans l’organisation",
  "address.button": "Envoyer le lien",
  "address.sent":
    "Si l’adresse existe, un courriel avec un lien est en route. Il est valable 24 heures ; ouvrez-le là où votre session est ouverte.",
  "address.granted": "Votre adresse est prouvée.",
  "address.another-domain":
    "Cette adresse n’est à aucun des domaines de l’organisation, qui sont nommés ci-dessous.",
  "address.free-mail":
    "Tout le monde peut y avoir une adresse : elle ne prouve rien. Utilisez-en une au domaine de l’organisation.",
  "mandate.title": "Prouver votre adresse",
  "mandate.text":
    "Vous prouvez que vous recevez du courriel à {{email}} et que vous pouvez parler pour {{organisation}}.",
  "mandate.confirm": "Confirmer",
  "mandate.login": "Connectez-vous au compte qui a demandé ce lien.",
  "mandate.another": "Un autre compte a demandé ce lien. Connectez-vous avec celui-là.",
  "mandate.unknown.title": "Ce lien ne fonctionne plus",
  "mandate.unknown.text": "Il a servi, ou il a plus de 24 heures. Demandez-en un nouveau.",
  "mandate.forbidden": "Vous ne parlez plus pour cette organisation.",
  "mandate.changed":
    "Les domaines de l’organisation ont changé depuis, et cette adresse n’est à aucun d’eux.",
  "mandate.end": "Mettre fin au mandat",
  "mandate.ended": "Le mandat a pris fin.",

  "logo.label": "Logo",
  "logo.hint":
    "PNG, JPEG, WebP, AVIF, GIF ou SVG, 2 Mo au plus. Il est conservé comme image de 512 pixels au plus.",
  "logo.remove": "Retirer le logo",
  "logo.tooLarge": "Ce fichier dépasse 2 Mo.",
  "logo.wrong": "Ce n’est ni un PNG, ni un JPEG, WebP, AVIF, GIF ou SVG lisible.",

  "merge.title": "Réunir à une autre page",
  "merge.lead":
    "Quand deux pages sont celles de la même organisation, celle-ci peut être réunie à l’autre. C’est définitif : membres, mandats, domaines, invitations et signatures sont déplacés, et cette adresse mène à l’autre page.",
  "merge.find.label": "La page qui reste",
  "merge.find.hint": "Son adresse, ou des mots de son nom.",
  "merge.find.button": "Trouver",
  "merge.find.nothing": "Aucune autre organisation n’est trouvée ainsi.",
  "merge.preview": "« {{gone}} » serait réunie à « {{kept}} »",
  "merge.members": "Membres déplacés :",
  "merge.noMembers": "Personne n’est membre de la page qui disparaît.",
  "merge.signatures_one": "{{number}} signature est déplacée.",
  "merge.signatures_many": "{{number}} signatures sont déplacées.",
  "merge.signatures_other": "{{number}} signatures sont déplacées.",
  "merge.both":
    "Les deux ont signé ces lettres : la signature la plus ancienne reste, l’autre est retirée, et l’historique de la signature le dit.",
  "merge.keeps":
    "La présentation de la page qui reste ne change pas. Les adresses prouvées à des domaines qu’elle n’a pas ne sont plus prouvées.",
  "merge.name": "Pour confirmer, saisissez le nom de la page qui disparaît : {{name}}",
  "merge.name.label": "Nom de la page qui disparaît",
  "merge.name.wrong": "Ce n’est pas le nom de la page qui disparaît.",
  "merge.button": "Réunir définitivement",
  "merge.done": "Les deux pages n’en font plus qu’une.",
  "merge.gone": "L’une des deux pages n’existe plus.",

  "mail.proveAddress.subject": "Prouvez votre adresse : {{organisation}}",
  "mail.proveAddress.text":
    "Bonjour,\n\n{{name}} veut prouver sur Tribune recevoir du courriel à cette adresse et parler pour {{organisation}}. Si c’est vous, ouvrez ce lien dans les 24 heures, là où votre session est ouverte, et appuyez sur le bouton :",
  "mail.proveAddress.ignore":
    "Si ce n’était pas vous, ignorez ce courriel : sans le lien, il ne se passe rien.",
  "mail.mandateGranted.subject": "{{name}} a prouvé une adresse : {{organisation}}",
  "mail.mandateGranted.text":
    "Bonjour,\n\n{{name}} a prouvé une adresse à {{domain}} et peut s’en servir pour signer au nom de {{organisation}}. Si ce n’est pas juste, mettez fin au mandat sur la page des membres :",
  "mail.domainFailing.subject": "La preuve de {{domain}} n’est plus trouvée",
  "mail.domainFailing.text":
    "Bonjour,\n\nLe jeton qui prouve {{domain}} pour {{organisation}} sur Tribune n’est plus ni dans l’enregistrement DNS ni dans le fichier, ou ils ne sont pas joignables.",
  "mail.domainFailing.grace":
    "Tribune regarde de nouveau chaque jour. S’il n’est pas trouvé d’ici au {{day}}, la preuve expire, et les signatures suivantes auront un niveau plus faible. Ce qui doit être déposé, et où, est écrit ici :",
  "mail.domainLapsed.subject": "La preuve de {{domain}} a expiré",
  "mail.domainLapsed.text":
    "Bonjour,\n\nLe jeton qui prouve {{domain}} pour {{organisation}} sur Tribune est resté introuvable pendant 14 jours : la preuve a expiré.",
  "mail.domainLapsed.signatures":
    "Les signatures déjà données gardent leur niveau, avec le jour où il a été prouvé. Les suivantes en auront un plus faible. Pour prouver le domaine de nouveau, remettez le jeton et vérifiez-le ici :",
  "mail.organisationsMerged.subject": "Deux pages n’en font plus qu’une : {{kept}}",
  "mail.organisationsMerged.text":
    "Bonjour,\n\nL’administration de Tribune a réuni « {{gone}} » à « {{kept}} », car c’était la même organisation. Membres, preuves et signatures sont maintenant ensemble. Sa page :",
};
