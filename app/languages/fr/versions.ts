import type { versions as english } from "../en/versions.ts";

export const versions: Record<keyof typeof english, string> & Record<string, string> = {
  "comparison.title": "Titre",
  "comparison.addressees": "Destinataires",
  "comparison.summary": "Résumé",
  "comparison.text": "Texte",
  "comparison.before": "Avant :",
  "comparison.now": "Désormais :",
  "comparison.removed": "Retiré :",
  "comparison.added": "Ajouté :",
  "comparison.formatting": "Mêmes mots, mise en forme modifiée :",
  "comparison.picture": "Autre image, sous la même description :",
  "comparison.formatting.too": "La mise en forme change aussi.",
  "comparison.same_one": "{{number}} paragraphe inchangé",
  "comparison.same_many": "{{number}} paragraphes inchangés",
  "comparison.same_other": "{{number}} paragraphes inchangés",
  "comparison.none": "Les deux textes sont identiques.",
  "comparison.translations": "Traductions",
  "comparison.text.none": "Le texte lui-même ne change pas.",
  "comparison.kind.note": "Note",
  "comparison.kind.citation": "Règle citée",
  "comparison.kind.image": "Image",
  "comparison.kind.row": "Ligne d’un tableau",
  "comparison.kind.rule": "Filet entre deux parties",
  "comparison.next": "Prochaine version",
  "revise.link": "Réviser le texte…",
  "revise.title": "Réviser la lettre",
  "revise.text":
    "Vous écrivez la version {{next}}. La version {{current}} reste publique telle quelle, avec ses signatures. Personne ne voit ce que vous écrivez ici avant sa publication.",
  "revise.saved": "La prochaine version est enregistrée. Elle n’est visible que de vous.",
  "revise.reason": "Pourquoi une nouvelle version",
  "revise.reason.hint":
    "Chacun peut le lire, et chaque signataire le reçoit par courriel. Nécessaire pour publier. 1000 caractères au plus.",
  "revise.save": "Enregistrer",
  "revise.compare": "Voir la comparaison",
  "revise.stale":
    "La prochaine version a été enregistrée, publiée ou abandonnée entre-temps dans une autre fenêtre. Votre texte est ci-dessous ; enregistrer à nouveau le met à la place de l’autre.",
  "revise.closed": "Cette lettre est close : son texte ne peut plus être révisé.",
  "revise.discard": "Abandonner cette révision…",
  "revise.discard.text":
    "Ce que vous avez écrit comme prochaine version est oublié. Ce qui est publié reste tel quel.",
  "revise.discard.button": "Abandonner la révision",
  "revise.discarded": "La révision est abandonnée.",
  "revise.publish.title": "Publier la version {{number}} ?",
  "revise.publish.frozen": "La version {{number}} devient le texte de la lettre et ne peut plus changer.",
  "revise.publish.mails_one":
    "{{number}} signataire recevra un courriel, avec ces changements et votre motif, pour signer le nouveau texte, rester sur l’ancien ou se retirer.",
  "revise.publish.mails_many":
    "{{number}} signataires recevront chacun un courriel, avec ces changements et votre motif, pour signer le nouveau texte, rester sur l’ancien ou se retirer.",
  "revise.publish.mails_other":
    "{{number}} signataires recevront chacun un courriel, avec ces changements et votre motif, pour signer le nouveau texte, rester sur l’ancien ou se retirer.",
  "revise.publish.stand":
    "Aucune signature ne bouge d’elle-même : chacune reste sur le texte signé jusqu’à ce que son signataire choisisse.",
  "revise.publish.address": "L’adresse de la lettre et sa discussion restent.",
  "revise.publish.button": "Publier la version {{number}}",
  "revise.publish.back": "Revenir à l’écriture",
  "revise.publish.missing": "Avant la publication, il manque encore à la nouvelle version :",
  "revise.publish.stale":
    "Un autre texte a été enregistré ou publié depuis l’ouverture de cette page. Relisez-le.",
  "revise.publish.unchanged": "Elle dit la même chose que la version publiée : il n’y a rien à publier.",
  "revise.publish.incomplete": "Il manque encore quelque chose ; rien n’a été publié.",
  "revise.publish.tooOften":
    "Cette lettre a reçu plusieurs versions aujourd’hui. Laissez du temps à ses signataires et réessayez demain.",
  "revise.missing.reason": "le motif de la nouvelle version",
  "revise.published":
    "La version {{number}} est publiée. Un courriel part aux signataires des versions précédentes ; aucune signature ne bouge sans leur accord.",
  "version.reason": "Motif :",
  "version.changes": "Ce qui change",
  "version.newer": "Ce texte n’est pas le plus récent de la lettre. Le plus récent est la",
  "version.signatures_one": "{{number}} signature sur ce texte",
  "version.signatures_many": "{{number}} signatures sur ce texte",
  "version.signatures_other": "{{number}} signatures sur ce texte",
  "versions.all_one": "{{number}} signature en tout, confirmée par courriel.",
  "versions.all_many": "{{number}} signatures en tout, confirmées par courriel.",
  "versions.all_other": "{{number}} signatures en tout, confirmées par courriel.",
  "changes.title": "De la version {{before}} à la version {{number}}",
  "answer.title": "La lettre a une nouvelle version : que choisissez-vous ?",
  "answer.text":
    "Votre signature porte sur la version {{signed}}. La version {{current}} a été publiée depuis. Ce que vous ne choisissez pas ne se fait pas.",
  "answer.sign": "Signer la version {{number}}",
  "answer.stay": "Rester sur la version {{number}}",
  "answer.withdraw": "Retirer ma signature",
  "answer.stayed":
    "Vous avez choisi de rester sur la version {{signed}}. Vous pouvez changer d’avis tant que la lettre est ouverte.",
  "answer.versionChanged":
    "La lettre a reçu encore une autre version depuis l’ouverture de cette page. Rien n’a été fait. Lisez ce qui change, puis choisissez à nouveau.",
  "answer.letterClosed":
    "Cette lettre a été close entre-temps : le nouveau texte ne peut plus être signé. Rien n’a été fait.",
  "answer.closed": "Cette lettre est close : le nouveau texte ne peut plus être signé.",
  "receipt.link": "Reçu, à imprimer ou à garder",
  "receipt.title": "Reçu d’une signature",
  "receipt.letter": "Lettre",
  "receipt.author": "Écrite par",
  "receipt.version": "Version signée",
  "receipt.hash": "Empreinte SHA-256 du texte",
  "receipt.signedAt": "Signée le",
  "receipt.confirmedAt": "Confirmée le",
  "receipt.state": "État",
  "receipt.state.pending": "pas encore confirmée",
  "receipt.state.confirmed": "confirmée",
  "receipt.state.withdrawn": "retirée",
  "receipt.state.invalidated": "invalidée",
  "receipt.paris": "à Paris",
  "receipt.json": "Télécharger le reçu en JSON",
  "receipt.verify": "Comment le vérifier",
  "receipt.verify.text":
    "Le texte signé est public à l’adresse ci-dessous, avec son empreinte. Prenez le champ « signed », écrivez-le dans la forme canonique de la RFC 8785 et calculez son SHA-256 : ce doit être celui ci-dessus. Un seul signe changé dans le texte en donnerait un autre.",
  "receipt.verify.limits":
    "Cela montre quel texte a été signé. Cela ne montre pas que cette feuille est authentique : Tribune en répond, derrière le lien de votre courriel.",
  "mail.version.subject": "Nouvelle version, à signer ou non : {{title}}",
  "mail.version.text":
    "Bonjour {{name}},\n\nVous avez signé la version {{signed}} de la lettre « {{title}} ». Une version {{version}} vient d’être publiée. Votre signature reste sur le texte signé tant que vous n’en décidez pas autrement.",
  "mail.version.reason": "Le motif de la nouvelle version :",
  "mail.version.changes":
    "Ce qui change depuis le texte que vous avez signé (les lignes qui commencent par > sont de la lettre) :",
  "mail.version.more": "Il y a d’autres changements. Les voici tous, côte à côte :",
  "mail.version.choose":
    "Que choisissez-vous ? Chaque lien ouvre une page avec un bouton ; l’ouvrir ne change rien.",
  "mail.version.sign": "Pour signer la version {{version}} :",
  "mail.version.stay": "Pour rester sur la version {{signed}} :",
  "mail.version.withdraw": "Pour retirer votre signature :",
  "mail.version.nothing": "Sans réponse de votre part, vous restez sur la version {{signed}}.",
};
