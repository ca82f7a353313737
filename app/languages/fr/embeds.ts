import type { embeds as english } from "../en/embeds.ts";

export const embeds: Record<keyof typeof english, string> = {
  "embeds.title": "Faire connaître cette lettre",
  "embeds.link": "Mastodon",
  "embeds.embed.link": "L’afficher sur votre site",
  "embeds.mastodon": "Sur Mastodon",
  "embeds.mastodon.open": "Écrire un message sur {{instance}}",
  "embeds.instance": "Votre instance",
  "embeds.instance.hint": "Le site de votre compte, par exemple mastodon.social.",
  "embeds.instance.wrong": "Ce n’est pas le nom d’un site. Écrivez-le comme mastodon.social.",
  "embeds.instance.go": "Continuer",
  "embeds.card": "Sur votre site : la carte de la lettre",
  "embeds.card.lead":
    "La carte montre le titre, l’auteur et le nombre de signatures, et mène à Tribune pour signer. Elle ne dépose aucun cookie et ne charge rien d’ailleurs.",
  "embeds.card.code": "Code de la carte",
  "embeds.card.look": "Voir la carte",
  "embeds.badge": "Sur votre site : le compteur",
  "embeds.badge.alt": "Le titre de la lettre et le nombre de signatures",
  "embeds.badge.code": "Code du compteur",
  "embeds.copy": "Copier le code",
  "embeds.read": "Lire la lettre",
};
