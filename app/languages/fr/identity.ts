import type { identity as english } from "../en/identity.ts";

export const identity: Record<keyof typeof english, string> & Record<string, string> = {
  "identity.official.title": "Personnel du secteur public",
  "identity.official.lead":
    "Si vous travaillez pour un organisme public, {{provider}} peut le confirmer. Le nom de l’organisme figure alors à côté de vos commentaires, et vous pouvez vous connecter sans mot de passe.",
  "identity.official.only":
    "Cet accès est réservé au personnel du secteur public. Pour toute autre personne, une adresse et un mot de passe suffisent.",
  "identity.official.what":
    "{{provider}} nous communique votre adresse et le SIRET de votre organisme. Nous conservons les deux, montrons le nom et le SIRET de l’organisme, et jamais l’adresse.",
  "identity.official.until":
    "La preuve vaut douze mois ; chaque connexion par cette voie les fait courir à nouveau.",
  "identity.official.button": "Continuer vers {{provider}}",
  "identity.official.login": "Se connecter comme membre du secteur public",
  "identity.leave.title": "En route vers {{provider}}",
  "identity.leave.text": "La suite se fait toute seule. S’il ne se passe rien, suivez le lien.",
  "identity.leave.link": "Continuer vers {{provider}}",
  "identity.again": "Recommencer",
  "identity.refused.title": "La connexion n’a pas abouti",
  "identity.nothing": "Rien n’a changé ici.",
  "identity.refused.attempt-unknown":
    "Cette connexion a déjà servi, a commencé il y a plus de dix minutes, ou dans un autre navigateur.",
  "identity.refused.account-changed":
    "Un autre compte est ouvert que celui du départ. Connectez-vous avec le bon et recommencez.",
  "identity.refused.denied": "{{provider}} a refusé l’accès, ou vous y avez renoncé.",
  "identity.refused.no-body":
    "{{provider}} ne dit pas pour quel organisme public vous travaillez (SIRET) : cela ne prouve rien ici.",
  "identity.refused.email-unverified":
    "{{provider}} ne confirme pas que votre adresse est vérifiée. La personne qui s’en occupe peut y remédier (attribut email_verified).",
  "identity.refused.email-elsewhere":
    "L’adresse que {{provider}} donne pour vous n’est pas d’un domaine prouvé par l’organisation.",
  "identity.refused.not-member":
    "Votre compte ne fait pas partie de cette organisation. Demandez une invitation aux responsables de sa page.",
  "identity.refused.anothers":
    "Cette identité chez {{provider}} est liée à un autre compte. Connectez-vous avec celui-là et retirez-la d’abord.",
  "identity.refused.other-use":
    "Cette identité est déjà liée ici à un autre titre, et ne peut servir à celui-ci.",
  "identity.refused.has-another":
    "Votre compte a déjà une autre identité de ce fournisseur. Retirez-la d’abord, dans vos réglages.",
  "identity.refused.not-set-up":
    "Cette voie de connexion n’est pas en place, ou ne l’est plus. La personne qui s’en occupe doit la régler à nouveau.",
  "identity.refused.provider-wrong":
    "{{provider}} a donné une réponse qui n’est pas comme il faut. Nous n’en retenons rien ; réessayer plus tard peut aider.",
  "identity.refused.provider-away": "{{provider}} est injoignable pour le moment. Réessayez plus tard.",
  "identity.refused.provider-slow":
    "{{provider}} met trop de temps à répondre. Réessayez dans quelques minutes.",
  "identity.link.title": "Lier une identité",
  "identity.link.lead": "{{provider}} a confirmé qui vous êtes. Aucun compte n’a encore cette identité ici.",
  "identity.link.email": "Adresse chez le fournisseur",
  "identity.link.siret": "SIRET de l’organisme",
  "identity.link.organisation": "Organisation",
  "identity.link.account": "La lier au compte de {{name}} ({{email}}), pour se connecter par elle désormais.",
  "identity.link.organisation.warning":
    "Qui gère le fournisseur de {{organisation}} pourrait alors aussi ouvrir votre compte ici.",
  "identity.link.password.hint":
    "Votre mot de passe ici, pour que personne d’autre ne lie une identité à votre compte.",
  "identity.link.button": "Lier",
  "identity.link.drop": "Pas la mienne : l’oublier",
  "identity.link.stranger":
    "Pour la lier, connectez-vous avec votre compte ou créez-en un. Ce navigateur la garde une demi-heure.",
  "identity.link.none.title": "Rien n’attend d’être lié",
  "identity.link.none.text": "C’est déjà fait, ou une demi-heure a passé. Recommencez chez le fournisseur.",
  "identity.list.title": "Connexion par un fournisseur d’identité",
  "identity.list.none": "Aucune identité n’est liée à votre compte.",
  "identity.list.lead": "Elles ouvrent votre compte, à côté de votre mot de passe.",
  "identity.list.official": "secteur public",
  "identity.list.linked": "liée le",
  "identity.list.used": "dernier usage le",
  "identity.list.unlink": "Retirer",
  "identity.list.official.open": "Prouver que vous travaillez pour un organisme public",
  "identity.after.linked": "L’identité est liée à votre compte.",
  "identity.after.unlinked": "L’identité est retirée de votre compte.",
  "official.badge.of": "Secteur public, {{body}}",
  "official.siret": "SIRET {{siret}}",
  "official.how":
    "{{provider}} a confirmé le {{day}} que cette personne travaille pour l’organisme au SIRET {{siret}}. Cela vaut douze mois.",
  "official.own":
    "Votre nom porte la mention « Secteur public, {{body}} », jusqu’au {{day}} sauf nouvelle connexion par {{provider}}.",
  "official.notPublic":
    "{{provider}} dit que vous travaillez pour {{body}}. Le registre public ne le compte pas parmi les organismes publics : rien ne s’affiche.",
  "provider.title": "Fournisseur d’identité de l’organisation",
  "provider.lead":
    "Si {{organisation}} a son propre fournisseur OpenID Connect, ses responsables et porte-parole peuvent se connecter par lui. C’est alors l’organisation elle-même qui dit qui parle pour elle : le plus haut niveau d’un mandat.",
  "provider.domain":
    "Le fournisseur doit donner une adresse du domaine {{domains}} et dire qu’elle est vérifiée (email_verified).",
  "provider.noDomain":
    "Prouvez d’abord un domaine de l’organisation. Ce qu’un fournisseur dit des adresses ne compte que là.",
  "provider.callback": "Adresse de redirection à déclarer chez le fournisseur :",
  "provider.issuer": "Émetteur (issuer)",
  "provider.issuer.hint": "Une adresse https, par exemple https://login.example.org/realms/staff",
  "provider.issuer.missing": "Indiquez l’adresse de l’émetteur.",
  "provider.issuer.wrong": "Ce n’est pas un émetteur : il faut une adresse https sans ? ni #.",
  "provider.clientId": "Identifiant client (client ID)",
  "provider.clientId.missing": "Indiquez l’identifiant client donné par le fournisseur.",
  "provider.secret": "Secret client (client secret)",
  "provider.secret.hint": "Il est gardé scellé et ne sera plus jamais montré.",
  "provider.secret.kept":
    "Un secret est gardé. Laissez vide pour le conserver ; il n’est plus jamais montré.",
  "provider.secret.missing": "Indiquez le secret client donné par le fournisseur.",
  "provider.unreadable": "Le secret gardé ne peut plus être ouvert. Indiquez-le à nouveau.",
  "provider.save": "Enregistrer le fournisseur",
  "provider.saved":
    "Le fournisseur est enregistré. Essayez-le : il sera proposé aux autres une fois qu’il aura marché.",
  "provider.try": "L’essayer : se connecter par lui",
  "provider.tried": "Il a marché pour la dernière fois le",
  "provider.untried": "Il n’a pas encore été essayé.",
  "provider.remove": "Retirer le fournisseur",
  "provider.remove.text":
    "Plus personne ne se connectera par lui, et ce qu’il prouvait des mandats prend fin aussitôt.",
  "provider.removed": "Le fournisseur est retiré.",
  "provider.login.title": "Se connecter pour {{organisation}}",
  "provider.login.lead":
    "Les membres de {{organisation}} peuvent se connecter par son propre fournisseur, {{provider}}. Il nous communique votre adresse, rien d’autre.",
  "provider.login.link": "Se connecter par le fournisseur de l’organisation",
  "privacy.provider.title": "Quand vous passez par un fournisseur d’identité",
  "privacy.provider.text":
    "Nous gardons le numéro et l’adresse par lesquels il vous connaît et, pour le secteur public, le SIRET de votre organisme, montré avec son nom pendant douze mois. Ce qui n’est lié à aucun compte est effacé après une demi-heure, le reste quand vous le retirez ou supprimez votre compte. Un cookie d’une heure relie ce passage à votre navigateur. Le nom de l’organisme est demandé au registre public, sans rien dire de vous.",
  "mail.identityLinked.subject": "Une identité est liée à votre compte",
  "mail.identityLinked.text":
    "Bonjour,\n\nune identité chez {{provider}} vient d’être liée à votre compte Tribune, avec votre mot de passe. Elle l’ouvre désormais. Vous pouvez la retirer dans vos réglages :",
  "mail.identityLinked.warning":
    "Si ce n’était pas vous, quelqu’un connaît votre mot de passe : retirez l’identité et changez le mot de passe aussitôt.",
  "mail.identityUnlinked.subject": "Une identité est retirée de votre compte",
  "mail.identityUnlinked.text":
    "Bonjour,\n\nl’identité chez {{provider}} n’ouvre plus votre compte Tribune, et ce qu’elle seule prouvait a pris fin. Si ce n’était pas vous, consultez vos réglages :",
  "mail.federatedMandate.subject": "{{name}} parle pour {{organisation}}, selon votre fournisseur",
  "mail.federatedMandate.text":
    "Bonjour,\n\n{{name}} a ouvert Tribune par le fournisseur de {{organisation}} ({{provider}}). Son mandat a désormais le plus haut niveau. S’il ne doit pas en être ainsi, changez son rôle :",
};
