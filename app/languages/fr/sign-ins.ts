/** Le journal des connexions d’un compte. */
export const signIns = {
  "signIns.title": "Connexions",
  "signIns.open": "Toutes les connexions des derniers mois",
  "signIns.lead_one":
    "Chaque connexion à votre compte pendant le dernier mois. Si l’une d’elles n’est pas de vous, changez votre mot de passe et mettez fin aux autres sessions.",
  "signIns.lead_many":
    "Chaque connexion à votre compte pendant les {{count}} derniers mois. Si l’une d’elles n’est pas de vous, changez votre mot de passe et mettez fin aux autres sessions.",
  "signIns.lead_other":
    "Chaque connexion à votre compte pendant les {{count}} derniers mois. Si l’une d’elles n’est pas de vous, changez votre mot de passe et mettez fin aux autres sessions.",
  "signIns.log": "Journal",
  "signIns.none": "Aucune connexion depuis que ce journal existe.",
  "signIns.others": "Mettre fin à toutes les autres sessions",
  "signIns.after.others": "Toutes les autres sessions ont pris fin.",
  "signIns.network": "Réseau",
  "signIns.way.password": "Par mot de passe",
  "signIns.way.passkey": "Par clé d’accès",
  "signIns.way.provider": "Par un fournisseur d’identité",
  "signIns.way.recoveryCode": "Par mot de passe et code de secours",
  "signIns.way.mail": "Par un lien dans un courriel",
  "myData.account.passkeys": "Clés d’accès",
  "myData.account.signIns": "Connexions",
  "retention.signIns": "Date, moyen, navigateur et réseau de vos connexions",
  "retention.signIns.why":
    "Vous voyez dans vos réglages si quelqu’un d’autre l’a fait. Le réseau est une étiquette d’où l’adresse ne peut être retrouvée.",
  "mail.newDevice.subject": "Un nouvel appareil s’est connecté à votre compte",
  "mail.newDevice.text":
    "Connexion à votre compte Tribune le {{moment}}, par : {{device}}. Cet appareil n’était pas connu ces derniers mois.",
  "mail.newDevice.not":
    "Si c’était vous, il n’y a rien à faire. Sinon, changez aussitôt votre mot de passe et mettez fin aux autres sessions ici :",
} as const;
