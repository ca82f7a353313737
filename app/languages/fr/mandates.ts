import type { mandates as english } from "../en/mandates.ts";

/** Ce qui prouve qu’on signe pour une organisation, et signer pour elle. */
export const mandates: Record<keyof typeof english, string> & Record<string, string> = {
  "level.declared": "Déclaré",
  "level.mailed": "Adresse prouvée",
  "level.domain": "Domaine prouvé",
  "level.countersigned": "Contresigné",
  "level.federated": "Fédéré",
  "level.declared.how": "rien ne le prouve",
  "level.mailed.how": "une adresse chez {{evidence}} a été confirmée",
  "level.domain.how": "contrôle {{evidence}}",
  "level.countersigned.how": "approuvé une seconde fois au sein de l’organisation",
  "level.federated.how": "sa propre connexion en répond, {{evidence}}",
  "level.since": "le",
  "signatory.represented": "représentée par {{name}}",
  "signatory.pinned": "en tête par choix de l’auteur",
  "signFor.title": "Signer pour une organisation",
  "signFor.link": "Signer pour une de vos organisations",
  "signFor.myself": "Signer en votre nom",
  "signFor.lead":
    "Vous signez la version {{version}}, exactement telle qu’elle est, au nom de l’organisation. Vous verrez ce qui sera publié avant que rien ne le soit.",
  "signFor.none":
    "Vous ne parlez ici pour aucune organisation. Ajoutez la vôtre, ou demandez à l’un de ses responsables de vous inviter comme porte-parole.",
  "signFor.organisation": "Organisation",
  "signFor.organisation.missing": "Choisissez l’organisation pour laquelle vous signez.",
  "signFor.role": "Votre fonction dans l’organisation",
  "signFor.showMe": "Afficher mon nom et ma fonction avec la signature",
  "signFor.showMe.hint": "Sinon l’organisation figure seule. Elle sait toujours qui a signé.",
  "signFor.statement": "Pourquoi l’organisation signe",
  "signFor.statement.hint": "Affiché avec son nom. 500 caractères au plus.",
  "signFor.quotable": "La presse peut citer ces mots",
  "signFor.quotable.hint":
    "Dans la page de la lettre destinée aux journalistes, sous le nom que montre la page suivante. Le lien du courriel permet d’y revenir.",
  "signFor.preview.quotable": "La presse peut citer ces mots, sous ce nom.",
  "signFor.countersigner": "Demander une contresignature",
  "signFor.countersigner.hint":
    "La personne reçoit un courriel et voit la signature avant de l’approuver. D’ici là, la signature vaut telle quelle.",
  "signFor.countersigner.nobody": "À personne",
  "signFor.countersigner.wrong": "Choisissez une personne dont le mandat est prouvé.",
  "signFor.preview": "Voir ce qui sera publié",
  "signFor.preview.title": "Voici ce qui sera publié",
  "signFor.preview.binds": "Comme signature de {{organisation}}, comptée parmi les organisations.",
  "signFor.preview.declared":
    "Comme votre propre signature, avec {{organisation}} pour affiliation. Rien ne prouve encore que vous pouvez l’engager : elle n’est pas comptée comme organisation. Ses responsables sont prévenus et peuvent refuser.",
  "signFor.preview.prove": "Prouver d’abord votre mandat",
  "signFor.preview.told":
    "Chaque responsable de l’organisation reçoit un courriel et peut retirer la signature.",
  "signFor.button": "Signer pour {{organisation}}",
  "signFor.button.declared": "Signer en mon nom, avec cette affiliation",
  "signFor.change": "Modifier",
  "signFor.done": "La signature est en place. Un reçu arrive dans votre boîte.",
  "signFor.done.declared":
    "Votre propre signature est en place, avec votre affiliation. Un reçu arrive dans votre boîte.",
  "signFor.already":
    "L’organisation a déjà signé cette lettre. L’un de ses responsables peut retirer cette signature.",
  "signFor.already.declared": "Vous avez déjà signé cette lettre en votre nom.",
  "signFor.forbidden": "Vous ne parlez plus pour cette organisation.",
  "countersign.title": "Contresigner",
  "countersign.lead":
    "{{name}} a signé cette lettre pour {{organisation}} et vous demande de l’approuver au nom de l’organisation.",
  "countersign.text": "Votre approbation figure avec la signature ; votre nom, non.",
  "countersign.button": "Approuver cette signature",
  "countersign.done": "Vous avez contresigné. C’est indiqué désormais avec la signature.",
  "countersign.gone": "Cette demande ne fonctionne plus",
  "countersign.gone.text":
    "Elle a reçu sa réponse, date de plus de 14 jours, ou la signature dont elle parle n’est plus en place.",
  "countersign.noMandate":
    "Votre propre mandat pour cette organisation n’est pas prouvé : prouvez-le, puis rouvrez ce lien.",
  "claims.title": "Signé en son nom",
  "claims.lead":
    "Les signatures de l’organisation, et celles de personnes qui disent en faire partie. Ses responsables peuvent retirer les unes et refuser les autres.",
  "claims.none": "Personne n’a encore signé en son nom.",
  "claims.bySomebody": "signé par {{name}}",
  "claims.withdraw": "Retirer cette signature",
  "claims.withdrawn": "La signature est retirée. Qui l’avait donnée en est informé.",
  "claims.refuse": "Ne fait pas partie de chez nous",
  "claims.refused": "L’appartenance est refusée : l’affiliation n’est plus affichée.",
  "claims.refused.label": "appartenance refusée",
  "mail.signedFor.organisation.subject": "{{organisation}} a signé : {{title}}",
  "mail.signedFor.organisation.text":
    "Bonjour,\n\n{{name}} vient de signer la lettre « {{title}} » au nom de {{organisation}}, dont vous êtes responsable. Si cela ne devait pas être, vous pouvez retirer la signature ici :",
  "mail.signedFor.claim.subject": "Une personne signe en se réclamant de {{organisation}} : {{title}}",
  "mail.signedFor.claim.text":
    "Bonjour,\n\n{{name}} a signé la lettre « {{title}} » à titre personnel, avec {{organisation}} pour affiliation. Cela ne compte pas comme signature de l’organisation. Si cette personne n’en fait pas partie, vous pouvez le dire ici ; pour cette lettre, vous recevez un tel courriel une fois par jour au plus :",
  "mail.countersign.subject": "Contresignature demandée pour {{organisation}} : {{title}}",
  "mail.countersign.text":
    "Bonjour,\n\n{{name}} a signé la lettre « {{title}} » pour {{organisation}} et vous demande de l’approuver à votre tour. Ce lien montre la signature ; il est valable 14 jours :",
  "mail.countersign.ignore":
    "Si vous ne le souhaitez pas, il n’y a rien à faire : la signature vaut telle quelle.",
  "mail.withdrawnByOwner.subject": "Retirée pour {{organisation}} : {{title}}",
  "mail.withdrawnByOwner.text":
    "Bonjour {{name}},\n\nLa signature que vous aviez donnée au nom de {{organisation}} sur la lettre « {{title}} » a été retirée par l’un de ses responsables. Elle n’est plus comptée ni affichée.",
  "mail.claimRefused.subject": "{{organisation}} ne confirme pas votre affiliation : {{title}}",
  "mail.claimRefused.text":
    "Bonjour {{name}},\n\n{{organisation}} indique que vous n’en faites pas partie. Votre propre signature sur la lettre « {{title}} » reste en place ; l’affiliation n’est plus affichée.",
  "answer.noMandate":
    "Vous ne pouvez plus engager l’organisation : rien ne prouve plus votre mandat. Sa signature précédente reste telle quelle.",
};
