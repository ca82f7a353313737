/** Clés d’accès, seconde étape de connexion, codes de secours. */
export const passkeys = {
  "passkeys.title": "Clés d’accès",
  "passkeys.lead":
    "Une clé d’accès est gardée pour vous par votre téléphone, votre ordinateur ou une clé de sécurité ; vous la déverrouillez du doigt, du visage ou par un code. Elle vous connecte sans mot de passe, et aucun faux site ne peut vous la soutirer.",
  "passkeys.open": "Gérer mes clés d’accès",
  "passkeys.plain":
    "Les clés d’accès ont besoin de JavaScript : le navigateur ne les confie qu’à un script. Tout le reste fonctionne ici sans lui.",
  "passkeys.noDomain":
    "Une clé d’accès appartient à un nom de domaine, or ce site est à une adresse en chiffres (adresse IP). Qui l’exploite peut lui donner un nom (PUBLIC_URL).",
  "passkeys.refused":
    "Cette clé d’accès n’a pas été acceptée. Rien n’a changé ; recommencez avec une clé que vous avez ajoutée ici.",
  "passkeys.own": "Vos clés d’accès",
  "passkeys.none": "Vous n’avez pas encore de clé d’accès.",
  "passkeys.added": "ajoutée le",
  "passkeys.used": "utilisée pour la dernière fois le",
  "passkeys.unused": "pas encore utilisée",
  "passkeys.backedUp":
    "Une copie en est gardée par son fabricant : la perte de l’appareil ne vous en prive pas.",
  "passkeys.notBackedUp": "Elle n’existe que dans cet appareil.",
  "passkeys.add.title": "Ajouter une clé d’accès",
  "passkeys.add.button": "Ajouter une clé d’accès",
  "passkeys.name": "Nom de la clé d’accès",
  "passkeys.name.hint": "Pour la reconnaître, par exemple « Téléphone » ou « Clé de sécurité bleue ».",
  "passkeys.name.missing": "Donnez un nom à la clé d’accès.",
  "passkeys.tooMany": "Vous avez vingt clés d’accès. Retirez d’abord celle qui ne sert plus.",
  "passkeys.rename": "Renommer…",
  "passkeys.change": "Renommer ou retirer…",
  "passkeys.rename.button": "Enregistrer le nom",
  "passkeys.remove": "Retirer",
  "passkeys.remove.named": "Retirer la clé d’accès « {{name}} »",
  "passkeys.after.added": "La clé d’accès est ajoutée.",
  "passkeys.after.renamed": "La clé d’accès porte son nouveau nom.",
  "passkeys.after.removed":
    "La clé d’accès est retirée. Supprimez-la aussi dans votre appareil : elle n’ouvre plus rien ici.",
  "passkeys.after.asked":
    "Une clé d’accès est désormais demandée après le mot de passe. Vos codes de secours restent ceux que vous avez.",
  "passkeys.after.free": "Votre mot de passe suffit de nouveau pour vous connecter.",
  "passkeys.next": "Continuer là où vous alliez",
  "passkeys.awaited.add":
    "Sur ce site, la modération et l’administration se connectent avec une clé d’accès. Vous n’en avez pas encore : ajoutez-en une pour retrouver votre rôle. D’ici là, vous pouvez ce que peut tout compte.",
  "passkeys.awaited.show":
    "Sur ce site, la modération et l’administration se connectent avec une clé d’accès. Cette session a été ouverte sans : montrez une clé d’accès pour retrouver votre rôle.",
  "passkeys.prove.title": "Est-ce bien vous ?",
  "passkeys.prove.text":
    "Avant de changer ce qui protège votre compte, montrez de nouveau votre mot de passe ou une clé d’accès. Cela vaut dix minutes.",
  "passkeys.prove.passkey":
    "Vos clés d’accès sont demandées après le mot de passe : celui-ci ne suffit donc pas à les changer. Montrez l’une d’elles.",
  "passkeys.prove.first":
    "Montrez d’abord de nouveau votre mot de passe ou une clé d’accès. Rien n’a changé.",
  "passkeys.prove.password": "Continuer avec le mot de passe",
  "passkeys.prove.button": "Utiliser une clé d’accès",
  "passkeys.ask.title": "Une clé d’accès après le mot de passe",
  "passkeys.ask.on":
    "Après votre mot de passe, un fournisseur d’identité ou un lien pour mot de passe oublié, une clé d’accès est demandée.",
  "passkeys.ask.off": "Votre mot de passe suffit pour vous connecter.",
  "passkeys.ask.text":
    "Quand une clé d’accès est demandée en plus, qui découvre votre mot de passe ou lit vos courriels n’entre pas pour autant. À l’activation, vos autres sessions ouvertes sans clé d’accès prennent fin.",
  "passkeys.ask.button": "Demander une clé d’accès après le mot de passe",
  "passkeys.ask.free": "Ne plus la demander",
  "passkeys.codes.title": "Codes de secours",
  "passkeys.codes.text":
    "Si vous avez perdu votre clé d’accès, un code de secours la remplace après le mot de passe. Chacun sert une fois.",
  "passkeys.codes.left_one": "Il reste {{count}} code.",
  "passkeys.codes.left_many": "Il reste {{count}} codes.",
  "passkeys.codes.left_other": "Il reste {{count}} codes.",
  "passkeys.codes.make": "Créer des codes de secours",
  "passkeys.codes.anew": "Refaire tous les codes",
  "passkeys.codes.new": "Vos nouveaux codes de secours",
  "passkeys.codes.once":
    "Ils ne sont montrés que cette fois : imprimez-les ou gardez-les là où vous les trouverez sans cet appareil. Les codes d’avant ne valent plus rien.",
  "passkeys.codes.print": "Imprimer",
  "passkeys.codes.save": "Garder en fichier",
  "passkeys.codes.file": "tribune-codes-de-secours.txt",
  "passkeys.login.button": "Se connecter avec une clé d’accès",
  "passkeys.second.title": "Montrez votre clé d’accès",
  "passkeys.second.text": "Encore une étape : ce compte s’ouvre aussi avec une clé d’accès.",
  "passkeys.second.button": "Montrer une clé d’accès",
  "passkeys.second.again": "Recommencer avec un autre compte",
  "passkeys.second.late":
    "La connexion a pris plus de dix minutes, ou s’est faite dans un autre onglet. Recommencez.",
  "passkeys.recover.title": "Clé d’accès perdue ?",
  "passkeys.recover.button": "Se connecter avec un code",
  "passkeys.code": "Code de secours",
  "passkeys.code.hint": "Douze lettres et chiffres, par exemple 7Q2M-X40D-9KTB.",
  "passkeys.code.wrong": "Ce code est faux, ou a déjà servi.",
  "passkeys.said.cancelled":
    "Aucune clé d’accès n’a été montrée : annulation, ou délai dépassé. Essayez de nouveau.",
  "passkeys.said.known": "Cet appareil a déjà une clé d’accès de votre compte.",
  "passkeys.said.none": "Votre compte n’a pas encore de clé d’accès. Ajoutez-en une dans les réglages.",
  "passkeys.said.loggedOut": "Votre session a pris fin. Rechargez la page.",
  "passkeys.said.prove": "Rechargez la page et montrez d’abord votre mot de passe ou une clé d’accès.",
  "passkeys.said.unsupported": "Ce navigateur ne connaît pas les clés d’accès.",
  "passkeys.said.failed": "La demande de la clé d’accès n’a pas abouti. Essayez de nouveau.",
  "passkeys.said.shown":
    "C’est bien vous : aucun mot de passe n’est demandé pendant dix minutes. Poursuivez avec le formulaire.",
  "mail.passkeyAdded.subject": "Une clé d’accès a été ajoutée à votre compte",
  "mail.passkeyAdded.text":
    "La clé d’accès « {{name}} » a été ajoutée à votre compte Tribune. Elle permet de s’y connecter.",
  "mail.passkeyRemoved.subject": "Une clé d’accès a été retirée de votre compte",
  "mail.passkeyRemoved.text":
    "La clé d’accès « {{name}} » a été retirée de votre compte Tribune. Elle ne permet plus de s’y connecter.",
  "mail.passkeysForgotten.subject": "Les clés d’accès de votre compte ont été retirées",
  "mail.passkeysForgotten.text":
    "L’administration a retiré de votre compte Tribune toutes les clés d’accès et tous les codes de secours, parce que quelqu’un, vous sans doute, a dit les avoir perdus. Toutes les sessions sont terminées ; votre mot de passe suffit de nouveau pour vous connecter. Si vous n’avez rien demandé, changez aussitôt votre mot de passe et écrivez à qui gère ce site. De nouvelles clés d’accès s’ajoutent ici :",
  "mail.recoveryCodeUsed.subject": "Un code de secours a servi à une connexion",
  "mail.recoveryCodeUsed.text":
    "Une connexion à votre compte Tribune a eu lieu avec le mot de passe et l’un de vos codes de secours.",
  "mail.recoveryCodeUsed.left_one":
    "Il reste {{count}} code. Vous pouvez en créer de nouveaux dans les réglages.",
  "mail.recoveryCodeUsed.left_many":
    "Il reste {{count}} codes. Vous pouvez en créer de nouveaux dans les réglages.",
  "mail.recoveryCodeUsed.left_other":
    "Il reste {{count}} codes. Vous pouvez en créer de nouveaux dans les réglages.",
  "mail.passkeys.not":
    "Si c’était vous, il n’y a rien à faire. Sinon, changez aussitôt votre mot de passe et regardez vos clés d’accès ici :",
} as const;
