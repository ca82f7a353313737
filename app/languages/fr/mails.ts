import type { mails as english } from "../en/mails.ts";

export const mails: Record<keyof typeof english, string> & Record<string, string> = {
  "mail.closing": "Tribune",
  "mail.erasedName": "[nom effacé]",
  "mail.ignore": "Si ce n’était pas vous, il n’y a rien à faire.",
  "mail.join.subject": "Achevez la création de votre compte Tribune",
  "mail.join.text":
    "Bonjour {{name}},\n\nOuvrez ce lien pour achever la création de votre compte. Il vaut 24 heures.",
  "mail.join.ignore": "Si ce n’était pas vous, ignorez ce courriel : sans ce lien, aucun compte n’est créé.",
  "mail.joined.subject": "Vous avez déjà un compte Tribune",
  "mail.joined.text":
    "Bonjour,\n\nQuelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Il en existe déjà un. Connectez-vous ici :",
  "mail.joined.forgotten": "Et si le mot de passe est oublié :",
  "mail.reset.subject": "Choisissez un nouveau mot de passe",
  "mail.reset.text": "Bonjour,\n\nOuvrez ce lien pour choisir un nouveau mot de passe. Il vaut une heure.",
  "mail.passwordChanged.subject": "Votre mot de passe a été changé",
  "mail.passwordChanged.text":
    "Bonjour,\n\nLe mot de passe de votre compte Tribune vient d’être changé, et toutes les sessions sont closes. Si ce n’était pas vous, choisissez-en aussitôt un nouveau :",
  "mail.changeAddress.subject": "Confirmez votre nouvelle adresse",
  "mail.changeAddress.text":
    "Bonjour,\n\nOuvrez ce lien pour faire de cette adresse celle de votre compte Tribune. Il vaut 24 heures.",
  "mail.addressTaken.subject": "Cette adresse a un compte Tribune",
  "mail.addressTaken.text":
    "Bonjour,\n\nQuelqu’un, sans doute vous, a voulu utiliser cette adresse pour un autre compte Tribune. Elle en a déjà un. Connectez-vous ici :",
  "mail.addressChanges.subject": "Votre adresse va changer",
  "mail.addressChanges.text":
    "Bonjour,\n\nQuelqu’un de connecté à votre compte Tribune demande à en changer l’adresse. Si ce n’était pas vous, changez aussitôt votre mot de passe :",
  "mail.planned.published.subject": "Publiée : {{title}}",
  "mail.planned.published.text":
    "Bonjour,\n\nvotre lettre « {{title}} » s’est publiée au moment choisi. La voici :",
  "mail.planned.failed.subject": "Non publiée : {{title}}",
  "mail.planned.failed.text":
    "Bonjour,\n\nvotre lettre « {{title}} » devait se publier et ne l’a pas fait : le brouillon a changé depuis, une approbation manque, ou la lettre n’est pas complète. C’est toujours un brouillon. Voici ce qui manque :",
  "mail.coAuthor.subject": "{{inviter}} vous invite à écrire une lettre à plusieurs",
  "mail.coAuthor.text":
    "Bonjour,\n\n{{inviter}} vous invite à un brouillon de lettre sur Tribune : « {{title}} ».",
  "mail.coAuthor.author": "Vous pourriez l’écrire, décider et publier. Ouvrez ce lien dans les 14 jours :",
  "mail.coAuthor.editor": "Vous pourriez l’écrire. Ouvrez ce lien dans les 14 jours :",
  "mail.coAuthor.reviewer":
    "Vous pourriez y proposer des changements et le commenter. Ouvrez ce lien dans les 14 jours :",
  "mail.coAuthor.reader": "Vous pourriez le lire. Ouvrez ce lien dans les 14 jours :",
  "mail.invitation.subject": "{{inviter}} vous invite : {{organisation}}",
  "mail.invitation.text": "Bonjour,\n\n{{inviter}} vous invite à rejoindre {{organisation}} sur Tribune.",
  "mail.invitation.owner":
    "Vous en seriez responsable : vous tiendriez sa page et ses membres. Ouvrez ce lien dans les 14 jours :",
  "mail.invitation.spokesperson":
    "Vous seriez porte-parole : vous parleriez pour elle. Ouvrez ce lien dans les 14 jours :",
  "mail.invitation.member": "Vous seriez membre. Ouvrez ce lien dans les 14 jours :",
  "mail.invitation.ignore": "Si vous ne le souhaitez pas, il n’y a rien à faire.",
  "mail.confirm.subject": "Confirmez votre signature : {{title}}",
  "mail.confirm.text":
    "Bonjour {{name}},\n\nOuvrez ce lien et appuyez sur le bouton pour signer la version {{version}} de la lettre « {{title}} ». Le même lien retire la signature à tout moment.",
  "mail.confirm.ignore": "Si ce n’était pas vous, ignorez ce courriel : sans le lien, rien n’est signé.",
  "mail.signedAlready.subject": "Vous avez déjà signé : {{title}}",
  "mail.signedAlready.text":
    "Bonjour {{name}},\n\nVotre signature de la version {{version}} de la lettre « {{title}} » tient ; rien n’a changé. Ce lien la montre, et la retire si vous le souhaitez :",
  "mail.receipt.subject": "Vous avez signé : {{title}}",
  "mail.receipt.text":
    "Bonjour {{name}},\n\nVotre signature de la version {{version}} de la lettre « {{title}} » est confirmée.\n\nLe texte que vous avez signé, par son empreinte SHA-256 : {{sha256}}",
  "mail.receipt.withdraw": "Pour voir ou retirer votre signature à tout moment :",
  "mail.withdrawn.subject": "Votre signature est retirée : {{title}}",
  "mail.withdrawn.text":
    "Bonjour {{name}},\n\nVotre signature de la lettre « {{title}} » est retirée : elle n’est plus ni comptée ni montrée.",
};
