import type { signatures as english } from "../en/signatures.ts";

export const signatures: Record<keyof typeof english, string> & Record<string, string> = {
  "sign.title": "Signer cette lettre",
  "sign.lead":
    "Vous signez la version {{version}}, exactement telle quelle. Aucun compte n’est nécessaire ; un courriel vous apporte un lien pour confirmer.",
  "sign.read": "Lisez d’abord la lettre.",
  "sign.name": "Nom",
  "sign.email": "Adresse électronique",
  "sign.email.hint": "Jamais montrée. Elle reçoit le lien pour confirmer et le lien pour retirer.",
  "sign.role": "Fonction",
  "sign.organisation": "Rattachement",
  "sign.organisation.hint":
    "À titre d’identification seulement : il n’engage ni votre employeur ni votre organisation.",
  "sign.statement": "Pourquoi vous signez",
  "sign.statement.hint": "Montré avec votre nom. 500 caractères au plus.",
  "sign.showName": "Montrer mon nom",
  "sign.showName.hint":
    "Avec la fonction, le rattachement et le message, dans la liste publique. Sinon la signature est comptée sans eux.",
  "sign.quotable": "La presse peut citer mon message",
  "sign.quotable.hint":
    "Sous mon nom, dans la page de la lettre destinée aux journalistes. Vous pouvez revenir là-dessus à tout moment ; ce qui est déjà imprimé le reste.",
  "quotable.title": "La presse",
  "quotable.yes": "La presse peut citer votre message, sous votre nom.",
  "quotable.no": "Vous n’avez pas permis à la presse de citer votre message.",
  "quotable.stop": "Revenir sur cette permission",
  "quotable.start": "Permettre à la presse de le citer",
  "sign.keepInformed": "M’informer de la suite donnée à cette lettre",
  "sign.button": "Signer",
  "sign.closed": "Cette lettre a été close entre-temps et ne reçoit plus de signatures.",
  "sign.versionChanged":
    "La lettre a une nouvelle version depuis l’ouverture de cette page. Lisez-la, puis signez à nouveau ; ce que vous avez saisi est toujours là.",
  "sign.mailed.title": "Encore une étape : consultez votre messagerie",
  "sign.mailed.text":
    "Un courriel est parti à l’adresse indiquée. Votre signature comptera dès que vous aurez ouvert le lien et confirmé.",
  "sign.mailed.wait":
    "Rien n’arrive ? Attendez quelques minutes, regardez parmi les indésirables, et vérifiez l’adresse saisie.",
  "signature.title": "Votre signature",
  "signature.pending.title": "Confirmer votre signature",
  "signature.confirmed.title": "Vous avez signé",
  "signature.withdrawn.title": "Votre signature est retirée",
  "signature.invalidated.title": "Cette signature a été invalidée",
  "signature.pending.text": "Votre signature compte dès que vous appuyez sur le bouton.",
  "signature.confirm": "Confirmer ma signature",
  "signature.confirmed.text_one": "Votre signature est confirmée. C’est la première.",
  "signature.confirmed.text_many":
    "Votre signature est confirmée. La lettre a désormais {{number}} signatures.",
  "signature.confirmed.text_other":
    "Votre signature est confirmée. La lettre a désormais {{number}} signatures.",
  "signature.withdrawn.text": "Elle n’est plus ni comptée ni montrée.",
  "signature.again": "Signer à nouveau",
  "signature.invalidated.text":
    "La modération a constaté qu’elle ne respecte pas les règles. Elle n’est plus comptée.",
  "signature.withdraw": "Retirer ma signature…",
  "signature.withdraw.text":
    "Elle ne sera plus ni comptée ni montrée. Vous pourrez signer à nouveau tant que la lettre est ouverte.",
  "signature.withdraw.button": "Retirer ma signature",
  "signature.unknown.title": "Ce lien ne mène à aucune signature",
  "signature.unknown.text":
    "Un logiciel de messagerie l’a peut-être coupé : copiez le lien entier du courriel dans la barre d’adresse. Ou signez à nouveau : vous recevrez un nouveau lien, et personne n’est compté deux fois.",
  "signature.text": "Texte signé",
  "signature.notShown": "non montré",
  "signature.hidden": "Nom non montré",
  "signature.imported": "importée, non vérifiée",
  "signature.identification":
    "Fonctions et rattachements disent qui signe. Ils n’engagent ni employeur ni organisation.",
  "roster.title": "Signataires",
  "roster.lists": "Listes",
  "roster.signed": "Signées ici",
  "roster.imported": "Importées",
  "roster.imported.text":
    "Ces signatures ont été recueillies ailleurs et reprises telles quelles. Personne ne les a vérifiées ici, et elles sont comptées à part.",
  "roster.search": "Chercher par nom, fonction ou rattachement",
  "roster.search.button": "Chercher",
  "roster.search.none": "Aucun signataire montré ici ne correspond à « {{search}} ».",
  "roster.none": "Aucune signature pour l’instant.",
  "roster.csv": "Télécharger en CSV tout ce qui est public",
};
