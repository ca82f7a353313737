import type { chronicle as english } from "../en/chronicle.ts";

export const chronicle: Record<keyof typeof english, string> & Record<string, string> = {
  "history.title": "Ce qui s’est passé",
  "history.lead":
    "Tout ce qui a été fait de cette lettre depuis sa publication. La plateforme l’écrit au fur et à mesure ; rien n’en est retiré.",
  "history.all": "Tout le relevé ({{number}} entrées)",
  "history.published": "Publiée par {{author}}",
  "history.version": "Version {{number}} publiée par {{author}}",
  "history.update": "Nouvelles ({{author}}) :",
  "history.delivered_one": "Remise : {{name}}, avec {{number}} signature",
  "history.delivered_many": "Remise : {{name}}, avec {{number}} signatures",
  "history.delivered_other": "Remise : {{name}}, avec {{number}} signatures",
  "history.reply": "Réponse : {{name}}",
  "history.closed": "Signature close par {{author}}",
  "history.closed.clock": "Signature close : le dernier jour est passé",
  "history.reopened": "Rouverte à la signature par {{author}}",
  "history.reopened.until": "Ouverte jusqu’au",
  "history.archived": "Archivée par {{author}}",
  "history.unarchived": "Sortie des archives par {{author}}",
  "history.recordedOn": "consigné le",
  "history.reason": "Motif :",

  "outcome.label": "Ce que la lettre est devenue",
  "outcome.reply": "La réponse du destinataire",
  "outcome.reply.author": "Consigné par {{author}}",
  "outcome.reply.official": "Consigné par une personne du secteur public ({{body}})",
  "outcome.reply.read": "Lire la réponse",
  "outcome.replies.all": "Toutes les réponses ({{number}})",

  "updates.title": "Nouvelles",
  "updates.lead": "Les nouvelles de cette lettre données par son auteur, les plus récentes d’abord.",
  "updates.none": "Il n’y a pas encore de nouvelles.",
  "update.by": "Publié par {{author}}, le",
  "update.new": "Donner des nouvelles",
  "update.new.text":
    "Le texte est publié aussitôt et envoyé par courriel aux signataires qui ont demandé des nouvelles. Il ne peut plus changer ensuite : pour corriger, on en publie un autre.",
  "update.title": "Titre",
  "update.title.missing": "Donnez un titre.",
  "update.body": "Texte",
  "update.body.hint":
    "En Markdown : **gras**, *italique*, listes, liens. 5000 caractères au plus ; envoyé en entier.",
  "update.body.missing": "Écrivez ce qu’il y a à dire.",
  "update.button": "Publier et envoyer",
  "update.published": "Les nouvelles sont publiées. Un courriel part aux signataires qui l’ont demandé.",
  "update.tooOften":
    "Cinq nouvelles de cette lettre sont parties en 24 heures. Laissez du temps à ses signataires et réessayez plus tard.",

  "record.archived":
    "Cette lettre est archivée : elle ne reçoit plus rien tant qu’elle n’est pas sortie des archives.",
  "record.day.wrong": "Indiquez un jour sous la forme 2027-01-31.",
  "record.day.early": "Indiquez un jour qui ne précède pas la publication de la lettre.",
  "record.day.future": "Indiquez un jour qui n’est pas à venir.",

  "delivery.title": "Remise",
  "delivery.lead":
    "À qui cette lettre a été remise. La plateforme a compté les signatures au moment où la remise a été consignée ; le compte ne change plus, ni le texte d’alors et son empreinte.",
  "delivery.none": "Cette lettre n’a pas encore été remise.",
  "delivery.signatures_one": "{{number}} signature",
  "delivery.signatures_many": "{{number}} signatures",
  "delivery.signatures_other": "{{number}} signatures",
  "delivery.organisations_one": "dont {{number}} d’une organisation dont le mandat est prouvé",
  "delivery.organisations_many": "dont {{number}} d’organisations dont le mandat est prouvé",
  "delivery.organisations_other": "dont {{number}} d’organisations dont le mandat est prouvé",
  "delivery.onVersion_one":
    "{{number}} porte sur la version {{version}} elle-même, les autres sur des textes antérieurs",
  "delivery.onVersion_many":
    "{{number}} portent sur la version {{version}} elle-même, les autres sur des textes antérieurs",
  "delivery.onVersion_other":
    "{{number}} portent sur la version {{version}} elle-même, les autres sur des textes antérieurs",
  "delivery.imported_one": "et {{number}} reprise d’ailleurs, non vérifiée",
  "delivery.imported_many": "et {{number}} reprises d’ailleurs, non vérifiées",
  "delivery.imported_other": "et {{number}} reprises d’ailleurs, non vérifiées",
  "delivery.counted": "Consigné par {{author}} et compté le",
  "delivery.text": "Texte :",
  "delivery.new": "Consigner une remise",
  "delivery.new.text":
    "La plateforme compte les signatures à l’instant de l’envoi : {{number}} actuellement. Le compte et le texte, version {{version}}, sont figés et publics. Cela ne peut plus changer ensuite.",
  "delivery.addressee": "À qui",
  "delivery.addressee.hint": "Une personne ou un service, comme il faut le lire.",
  "delivery.addressee.missing": "Indiquez à qui la lettre a été remise.",
  "delivery.on": "Jour",
  "delivery.on.hint": "Sous la forme 2027-01-31.",
  "delivery.button": "Consigner la remise",
  "delivery.recorded": "La remise est consignée.",

  "replies.title": "Réponses",
  "replies.lead": "Ce qu’ont répondu les destinataires de cette lettre.",
  "replies.none": "Aucune réponse n’est encore consignée.",
  "reply.from": "Réponse : {{name}}",
  "reply.on": "Répondu le",
  "reply.address": "Publiée à l’adresse",
  "reply.recorded.author":
    "Consigné par {{author}}, qui a écrit la lettre. La plateforme n’a pas interrogé la personne qui a répondu.",
  "reply.recorded.official":
    "Consigné par {{recorder}}, du secteur public ({{body}}). La plateforme le sait par {{provider}} ; elle n’a pas vérifié que cet organisme est le destinataire.",
  "reply.recorded.someone": "une personne dont le compte est supprimé",
  "reply.recorded.on": "Consigné le",
  "reply.letter": "Lire la lettre",
  "reply.new": "Consigner une réponse",
  "reply.new.author":
    "Sa page dit que vous l’avez consignée. Elle est publiée aussitôt et envoyée par courriel aux signataires qui ont demandé des nouvelles ; elle ne peut plus changer ensuite.",
  "reply.new.official":
    "Sa page dit que vous l’avez consignée au titre du secteur public ({{body}}). Elle est publiée aussitôt et envoyée par courriel aux signataires qui ont demandé des nouvelles ; elle ne peut plus changer ensuite.",
  "reply.name": "Qui a répondu",
  "reply.name.hint": "Le nom d’une personne ou d’un organisme.",
  "reply.name.missing": "Indiquez qui a répondu.",
  "reply.office": "Fonction",
  "reply.day": "Jour de la réponse",
  "reply.body": "Texte de la réponse",
  "reply.body.hint":
    "Mot pour mot. En Markdown : **gras**, *italique*, listes, liens. 20 000 caractères au plus.",
  "reply.body.missing": "Donnez le texte de la réponse, l’adresse où elle est publiée, ou les deux.",
  "reply.address.label": "Adresse où elle est publiée",
  "reply.address.wrong": "Indiquez une adresse qui commence par https:// ou http://.",
  "reply.button": "Publier et envoyer",
  "reply.recorded": "La réponse est consignée. Un courriel part aux signataires qui l’ont demandé.",
  "reply.tooOften": "Cinq réponses à cette lettre ont été consignées en 24 heures. Réessayez plus tard.",
  "reply.notOfficial":
    "Une réponse est consignée par l’auteur de la lettre ou par une personne du secteur public.",

  "letter.archived.text":
    "Cette lettre est archivée : elle reste lisible et ne reçoit plus ni signatures ni commentaires.",
  "discussion.archived":
    "Cette lettre est archivée : sa discussion reste lisible et ne reçoit plus ni commentaires ni votes.",

  "manage.title": "Gérer cette lettre",
  "manage.link": "Gérer cette lettre",
  "manage.tell": "Faire savoir",
  "manage.update.text":
    "Pour les signataires qui ont demandé des nouvelles, et pour tous sur la page de la lettre.",
  "manage.delivery.text": "Le jour, le destinataire, et les signatures comptées à cet instant.",
  "manage.reply.text": "Ce qu’un destinataire a répondu, sur une page à part.",
  "manage.text": "Texte et signatures",
  "manage.revise.text": "Écrire une prochaine version. Aucune signature ne bouge sans son signataire.",
  "manage.review.text": "Regarder les signatures une à une, les retenir ou les invalider.",
  "manage.pins.text": "Choisir les signataires montrés d’abord.",
  "manage.state": "État",
  "manage.state.open": "Elle est ouverte à la signature.",
  "manage.state.closed": "Elle est close.",
  "manage.state.archived": "Elle est archivée.",
  "manage.close.text": "Elle ne reçoit plus de signatures. Ce qui est signé le reste.",

  "reopen.title": "Rouvrir la lettre",
  "reopen.text":
    "Elle reçoit de nouveau des signatures, sur sa version la plus récente. Qu’elle ait été close puis rouverte, et pourquoi, reste public.",
  "reopen.reason": "Pourquoi elle est rouverte",
  "reopen.reason.hint": "Tout le monde peut le lire. 1000 caractères au plus.",
  "reopen.reason.missing": "Indiquez pourquoi elle est rouverte.",
  "reopen.closesOn": "Nouveau dernier jour pour signer",
  "reopen.closesOn.over": "Indiquez un jour qui ne soit pas passé, ou laissez vide.",
  "reopen.button": "Rouvrir",
  "reopen.open": "Cette lettre est ouverte à la signature.",
  "reopen.archived": "Cette lettre est archivée. Sortez-la d’abord des archives.",
  "archive.title": "Archiver la lettre",
  "archive.text":
    "Elle reste lisible avec ses versions, ses signatures et sa discussion, mais ne reçoit plus ni signatures, ni commentaires, ni nouvelles, ni réponses. Vous pouvez la sortir des archives.",
  "archive.button": "Archiver la lettre",
  "archive.open": "Cette lettre reçoit des signatures. Il faut la clore avant de l’archiver.",
  "unarchive.title": "Sortir la lettre des archives",
  "unarchive.link": "Sortir des archives",
  "unarchive.text":
    "Elle est de nouveau close, comme avant : elle reçoit des commentaires, des nouvelles et des réponses, mais pas de signatures tant qu’elle n’est pas rouverte.",
  "unarchive.button": "Sortir des archives",

  "informed.title": "Nouvelles de cette lettre",
  "informed.yes":
    "Vous recevez par courriel les nouvelles données par son auteur et la réponse du destinataire.",
  "informed.no":
    "Vous ne recevez par courriel ni les nouvelles données par son auteur ni la réponse du destinataire.",
  "informed.stop": "Ne plus recevoir ces courriels",
  "informed.start": "Me tenir au courant",

  "mail.update.subject": "{{update}} (lettre : {{title}})",
  "mail.update.text":
    "Bonjour {{name}},\n\nVous avez signé la lettre « {{title}} » et demandé de ses nouvelles. {{author}} écrit :",
  "mail.reply.subject": "Le destinataire répond à la lettre : {{title}}",
  "mail.reply.text":
    "Bonjour {{name}},\n\nVous avez signé la lettre « {{title}} » et demandé de ses nouvelles. Une réponse est consignée : {{who}}, le {{day}}.",
  "mail.reply.address": "Où elle est publiée :",
  "mail.reply.author": "Elle a été consignée par {{author}}, qui a écrit la lettre.",
  "mail.reply.official": "Elle a été consignée par une personne du secteur public ({{body}}).",
  "mail.news.page": "Sa page :",
  "mail.news.letter": "La lettre :",
  "mail.news.stop": "Pour ne plus recevoir de nouvelles de cette lettre, ou pour voir votre signature :",
  "mail.replyRecorded.subject": "Une réponse à votre lettre est consignée : {{title}}",
  "mail.replyRecorded.text":
    "Bonjour,\n\nUne personne du secteur public ({{body}}) a consigné une réponse à votre lettre « {{title}} » : {{name}}. Elle est publique, et les signataires qui ont demandé des nouvelles en sont avertis :",
};
