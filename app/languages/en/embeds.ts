/** Passing a letter on, and showing it on other sites. */
export const embeds = {
  "embeds.title": "Pass this letter on",
  "embeds.link": "Mastodon",
  "embeds.embed.link": "Show it on your site",
  "embeds.mastodon": "On Mastodon",
  "embeds.mastodon.open": "Write a post on {{instance}}",
  "embeds.instance": "Your instance",
  "embeds.instance.hint": "The site your account is on, such as mastodon.social.",
  "embeds.instance.wrong": "This is not the name of a site. Write it as in mastodon.social.",
  "embeds.instance.go": "Continue",
  "embeds.card": "On your own site: the letter’s card",
  "embeds.card.lead":
    "The card shows title, author and the count of signatures, and leads to Tribune to sign. It sets no cookie and loads nothing from anybody else.",
  "embeds.card.code": "Code of the card",
  "embeds.card.look": "Look at the card",
  "embeds.badge": "On your own site: the count",
  "embeds.badge.alt": "The letter’s title and how many signed it",
  "embeds.badge.code": "Code of the count",
  "embeds.copy": "Copy the code",
  "embeds.read": "Read the letter",
};
