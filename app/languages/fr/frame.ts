import type { frame as english } from "../en/frame.ts";

export const frame: Record<keyof typeof english, string> & Record<string, string> = {
  "language.en": "Anglais",
  "language.fr": "Français",
  "page.skip": "Aller au contenu",
  "page.navigation": "Navigation principale",
  "page.language": "Langue",
  "page.letters": "Lettres",
  "page.write": "Écrire",
  "page.mine": "Mes lettres",
  "page.login": "Se connecter",
  "page.theme": "Apparence",
  "page.theme.auto": "Comme l’appareil",
  "page.theme.light": "Claire",
  "page.theme.dark": "Sombre",
  "page.privacy": "Données personnelles",
  "page.mail": "Courriels conservés",
  "page.promise":
    "Tribune : des lettres ouvertes au texte figé, des signatures confirmées, une discussion que l’on peut citer.",
  "pager.label": "Pages",
  "pager.next": "Page suivante",
  "pager.first": "Première page",
  "home.title": "Là où une profession parle en public des règles qui la concernent",
  "home.lead":
    "Des lettres ouvertes dont le texte ne bouge pas sous les signatures, des signatures confirmées, et une discussion que chacun peut suivre et citer.",
  "home.write": "Écrire une lettre",
  "home.read": "Lire les lettres",
  "home.promises": "Ce que Tribune promet",
  "home.promise.text":
    "Vous avez signé ce texte. Une signature désigne une version de la lettre par son empreinte, et cette version ne change jamais.",
  "home.promise.organisation":
    "Un employeur n’est pas un signataire. Ce que chacun dit de son lieu de travail l’identifie et n’engage personne d’autre.",
  "home.promise.answer":
    "Vous avez répondu à ce point. Chaque commentaire a son adresse et sa place dans le fil.",
  "home.promise.record":
    "Rien ne se fait dans l’ombre. Les modifications gardent leur historique, ce qui est supprimé laisse une trace.",
  "form.optional": "(facultatif)",
  "form.save": "Enregistrer",
  "form.summary_one": "Un point à corriger",
  "form.summary_many": "{{count}} points à corriger",
  "form.summary_other": "{{count}} points à corriger",
  "form.tooLong": "C’est trop long.",
  "form.choice.wrong": "Choisissez une des réponses proposées.",
  "form.name.missing": "Indiquez votre nom.",
  "form.email": "Adresse électronique",
  "form.email.missing": "Indiquez votre adresse électronique.",
  "form.email.wrong": "Indiquez une adresse électronique de la forme nom@exemple.fr.",
  "form.password": "Mot de passe",
  "form.password.hint":
    "Au moins {{shortest}} caractères. Une courte phrase se retient bien et se devine mal.",
  "form.password.missing": "Indiquez votre mot de passe.",
  "form.password.short": "Ce mot de passe est trop court : il faut au moins 10 caractères.",
  "form.password.known":
    "Ce mot de passe est de ceux que l’on essaie en premier : beaucoup l’ont pris. Choisissez-en un autre ; une courte phrase se devine mal.",
  "form.password.ofTheSite":
    "Ce mot de passe n’est fait que de mots de ce site et se devine facilement. Choisissez-en un autre ; une courte phrase se devine mal.",
  "form.tooOften":
    "Trop d’essais. Attendez un moment, une heure au plus, puis recommencez ; ce que vous avez saisi est toujours là.",
  "form.loggedOut":
    "Vous n’êtes plus connecté, rien n’est donc encore enregistré. Tout ce que vous avez saisi est toujours là.",
  "error.400.title": "Cette demande est illisible",
  "error.400.text": "Elle n’a pas la forme attendue. Revenez en arrière et recommencez.",
  "error.403.title": "Cela ne vous est pas permis",
  "error.403.text": "Votre compte ne vous autorise pas à faire cela.",
  "error.404.title": "Cette page n’existe pas",
  "error.404.text":
    "L’adresse comporte peut-être une erreur, ou ce qui se trouvait ici est privé ou a disparu.",
  "error.429.title": "Trop d’essais",
  "error.429.text": "Trop d’essais en peu de temps. Attendez un moment, une heure au plus, puis recommencez.",
  "error.500.title": "Quelque chose a échoué de notre côté",
  "error.500.text": "L’incident est consigné. Recommencez dans un instant.",
  "plain.400.title": "Cette demande est illisible",
  "plain.400.text":
    "Ce n’est pas un formulaire, elle n’est pas écrite en UTF-8, ou son adresse est incorrecte. Rien n’a été modifié. Revenez en arrière et recommencez.",
  "plain.403.title": "Cette demande vient d’un autre site",
  "plain.403.text":
    "Tribune n’accepte de formulaires que de ses propres pages. Rien n’a été modifié. Ouvrez la page sur Tribune même et recommencez.",
  "plain.405.title": "Cette page se lit ou reçoit des formulaires",
  "plain.405.text": "Tribune ne connaît pas ce genre de demande. Rien n’a été modifié.",
  "plain.413.title": "C’est trop volumineux",
  "plain.413.text":
    "Votre envoi dépasse ce que Tribune accepte : 1 Mo pour un formulaire, 8 Mo pour une image. Rien n’a été modifié. Revenez en arrière : votre navigateur a gardé ce que vous avez écrit.",
  "plain.500.title": "Quelque chose a échoué de notre côté",
  "plain.500.text": "L’incident est consigné. Recommencez dans un instant.",
  "plain.503.title": "La base de données est absente",
  "plain.503.text":
    "Tribune ne joint pas sa base de données en ce moment. Elle revient d’ordinaire en quelques secondes.",
  "banner.label": "Avis à l’ensemble du lectorat",
  "banner.readOnly": "Tribune est en lecture seule : tout se lit, rien ne peut être écrit pendant un moment.",
  "plain.readOnly.title": "Rien ne peut être écrit pour le moment",
  "plain.readOnly.text":
    "Tribune est en cours d’entretien : tout se lit, rien ne peut être écrit pendant un moment. Rien n’a été modifié.",
  "plain.busy.title": "Recommencez dans un instant",
  "plain.busy.text":
    "Énormément de monde est là en même temps, et Tribune ne peut traiter votre demande à cette seconde. Ce sera possible dans un instant.",
  "plain.kept":
    "Rien de ce que vous avez saisi n’est perdu : tout est ci-dessous, et le bouton le renvoie. Seuls les mots de passe sont à ressaisir.",
  "plain.again": "Recommencer",
  "plain.home": "Page d’accueil",
  "plain.reference": "Référence pour l’exploitant : {{reference}}",
  "keptMails.title": "Courriels conservés",
  "keptMails.text":
    "Aucun serveur de courriel n’est indiqué (SMTP_URL) : les courriels sont gardés ici au lieu d’être envoyés.",
  "keptMails.none": "Aucun courriel pour l’instant.",
  "privacy.lead":
    "Tribune demande le moins possible, ne montre que ce que vous avez choisi de montrer, et vous laisse le reprendre.",
  "privacy.sign.title": "Quand vous signez",
  "privacy.sign.text":
    "Nous gardons votre nom, votre adresse électronique et ce que vous choisissez d’ajouter. Signer peut révéler vos opinions politiques : nous demandons votre consentement explicite, et gardons quel texte vous avez accepté et quand. Votre adresse n’est jamais montrée ni donnée à l’auteur : elle reçoit les liens qui confirment et retirent la signature, un courriel quand le texte signé a une nouvelle version, et des nouvelles de la lettre seulement si vous avez coché cette case. Votre nom n’est montré, et ne figure dans la liste que l’auteur télécharge, que si vous avez coché cette case. La page destinée à la presse ne cite votre message que si vous l’avez permis, par une troisième case, et cesse dès que vous revenez là-dessus. Le lien présent dans chaque courriel retire la signature à tout moment.",
  "privacy.account.title": "Quand vous ouvrez un compte",
  "privacy.account.text":
    "Nous gardons votre nom, votre adresse, votre langue et une empreinte de votre mot de passe. Supprimer le compte dans les réglages efface aussitôt tout cela, avec les brouillons que personne n’écrit avec vous.",
  "privacy.discussion.title": "Quand vous commentez",
  "privacy.discussion.text":
    "Les commentaires sont publics, sous votre nom. Vous pouvez les modifier, l’historique étant gardé, et les supprimer ; un commentaire supprimé laisse une place vide pour que les réponses restent compréhensibles. Le passage d’une règle que vous commentez est gardé avec votre commentaire quand la règle change. Qui répond d’un texte officiel est nommé dans le journal public, et une réponse officielle laisse sa marque quand elle est supprimée.",
  "privacy.told.title": "Quand vous suivez quelque chose",
  "privacy.told.text":
    "Avec un compte, vous êtes au courant de ce qui vous concerne. Nous gardons ce que vous suivez, le rythme choisi pour les courriels, les avis reçus et s’ils ont été lus ; tout cela disparaît avec le compte. Les courriels ne contiennent ni image ni traceur, et chacun s’arrête d’un clic. Une adresse refusée par son serveur est notée, pour que rien n’y soit plus envoyé.",
  "privacy.report.title": "Quand vous signalez quelque chose",
  "privacy.report.text":
    "Nous gardons le motif, vos explications et, si vous les donnez, votre nom et votre adresse : pour la modération seule, jamais pour l’auteur de ce que vous signalez. Vous recevez un accusé de réception puis l’issue. Le journal public dit ce qui a été décidé, sans nommer personne.",
  "privacy.organisation.title": "Quand vous rejoignez une organisation",
  "privacy.organisation.text":
    "Votre nom public et votre rôle figurent sur sa page, et ses membres voient dans un journal ce que vous avez fait pour elle. Vous la quittez à tout moment ; le journal garde ce qui a été fait, sans votre nom une fois le compte supprimé. Quand vous signez pour elle, elle sait qui l’a fait ; les autres, seulement si vous avez coché cette case. Une adresse que vous prouvez est gardée jusqu’à ce que son lien serve, un jour au plus ; il n’en reste que le domaine. L’adresse d’une invitation est gardée jusqu’à ce que l’invitation serve, soit annulée ou ait deux semaines.",
  "privacy.coAuthors.title": "Quand vous écrivez une lettre à plusieurs",
  "privacy.coAuthors.text":
    "Les autres participants voient votre nom public, votre rôle, l’organisation pour laquelle vous écrivez, ce que vous avez fait, dans un journal, et quels états du brouillon sont les vôtres. Personne d’autre ne le voit avant la publication, mais avec un lien secret créé par les personnes qui décident on lit le texte, sans le nom des participants. L’adresse d’une invitation est vue de ces personnes et gardée jusqu’à ce que l’invitation ait servi, soit annulée ou ait deux semaines. Une fois votre compte supprimé, le journal garde ce qui a été fait, sans votre nom.",
  "privacy.cookies.title": "Cookies",
  "privacy.cookies.text":
    "Un pour votre session, un pendant l’inscription, un de dix minutes pendant une connexion avec une clé d’accès, un pendant cinq secondes après chaque envoi, pour que vous voyiez aussitôt ce que vous avez fait, et deux qui retiennent la langue et l’apparence. Aucun ne vous suit, d’où l’absence de bandeau. Aucun tiers n’intervient sur ces pages.",
  "privacy.rights.title": "Vos droits",
  "privacy.rights.text":
    "Vous pouvez consulter, corriger et faire effacer ce qui vous concerne, et saisir la CNIL. La page « Mes données » le fait par un lien envoyé à votre adresse, sans compte. Pour une signature recueillie ailleurs et importée, écrivez à l’exploitant de ce site, à l’adresse d’où viennent ses courriels.",
};
