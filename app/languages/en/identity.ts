/** Logging in by a provider of OpenID Connect, officials, an organisation's own provider. */
export const identity = {
  "identity.official.title": "Public officials",
  "identity.official.lead":
    "If you work for a public body, {{provider}} can confirm it. The name of the body then stands beside your comments, and you can log in without a password.",
  "identity.official.only":
    "This way is for public-sector staff only. Everybody else logs in with an address and a password.",
  "identity.official.what":
    "{{provider}} tells us your address there and the SIRET of your body. We keep both, show the body’s name and SIRET, and never show the address.",
  "identity.official.until": "It holds for twelve months; each time you log in this way, they begin anew.",
  "identity.official.button": "Continue to {{provider}}",
  "identity.official.login": "Log in as a public official",
  "identity.leave.title": "On to {{provider}}",
  "identity.leave.text": "You are led there by yourself. If nothing happens, follow the link.",
  "identity.leave.link": "Continue to {{provider}}",
  "identity.again": "Begin again",
  "identity.refused.title": "Logging in did not work",
  "identity.nothing": "Nothing has changed here.",
  "identity.refused.attempt-unknown":
    "This way of logging in was used already, began more than ten minutes ago, or began in another browser.",
  "identity.refused.account-changed":
    "Another account is logged in now than the one that began. Log in with the right one and begin again.",
  "identity.refused.denied": "{{provider}} did not let you through, or you said no there.",
  "identity.refused.no-body":
    "{{provider}} does not say which public body you work for (SIRET), so that it proves nothing here.",
  "identity.refused.email-unverified":
    "{{provider}} does not confirm that your address is verified. Whoever looks after it can change that (the claim email_verified).",
  "identity.refused.email-elsewhere":
    "The address that {{provider}} gives for you is not at a domain that the organisation has proved.",
  "identity.refused.not-member":
    "Your account does not belong to this organisation. Ask one of its owners for an invitation.",
  "identity.refused.anothers":
    "This identity at {{provider}} is linked to another account. Log in with that account, and take it off there first.",
  "identity.refused.other-use":
    "This identity is linked here in another quality, and cannot be used for this one.",
  "identity.refused.has-another":
    "Your account has another identity of this provider. Take that one off first, in your settings.",
  "identity.refused.not-set-up":
    "This way of logging in is not set up, or not any more. Whoever looks after it has to set it anew.",
  "identity.refused.provider-wrong":
    "{{provider}} gave an answer that is not as it should be. We trust nothing of it; trying later may help.",
  "identity.refused.provider-away": "{{provider}} cannot be reached at the moment. Try again later.",
  "identity.refused.provider-slow": "{{provider}} takes too long to answer. Try again in a few minutes.",
  "identity.link.title": "Link an identity",
  "identity.link.lead": "{{provider}} confirmed who you are. No account here has this identity yet.",
  "identity.link.email": "Address there",
  "identity.link.siret": "SIRET of the body",
  "identity.link.organisation": "Organisation",
  "identity.link.account": "Link it to the account of {{name}} ({{email}}), and log in by it from now on.",
  "identity.link.organisation.warning":
    "Whoever runs the provider of {{organisation}} could then log in to your account here as well.",
  "identity.link.password.hint": "Your password here, so that nobody else links an identity to your account.",
  "identity.link.button": "Link",
  "identity.link.drop": "Not mine: forget it",
  "identity.link.stranger":
    "Log in with your account, or create one, to link it. This browser keeps it for half an hour.",
  "identity.link.none.title": "Nothing waits to be linked",
  "identity.link.none.text":
    "It was linked already, or half an hour has passed. Begin again with the provider.",
  "identity.list.title": "Logging in by a provider",
  "identity.list.none": "No identity is linked to your account.",
  "identity.list.lead": "These log in to your account, beside your password.",
  "identity.list.official": "public official",
  "identity.list.linked": "linked",
  "identity.list.used": "last used",
  "identity.list.unlink": "Take off",
  "identity.list.official.open": "Prove that you work for a public body",
  "identity.after.linked": "The identity is linked to your account.",
  "identity.after.unlinked": "The identity is taken off your account.",
  "official.badge.of": "Public official, {{body}}",
  "official.siret": "SIRET {{siret}}",
  "official.how":
    "{{provider}} confirmed on {{day}} that this person works for the body with SIRET {{siret}}. It holds for twelve months from then.",
  "official.own":
    "You are shown as a public official of {{body}}, until {{day}} unless you log in by {{provider}} again.",
  "official.notPublic":
    "{{provider}} says that you work for {{body}}. The public register does not count it among public bodies, so no badge is shown.",
  "provider.title": "Log-in provider of the organisation",
  "provider.lead":
    "If {{organisation}} has a provider of OpenID Connect of its own, its owners and spokespersons can log in by it. It is then the organisation itself that says who speaks for it: the highest level of a mandate.",
  "provider.domain":
    "The provider must give an address at {{domains}} and say that it is verified (email_verified).",
  "provider.noDomain":
    "First prove a domain of the organisation. What a provider says of addresses counts only there.",
  "provider.callback": "Register this redirect address at the provider:",
  "provider.issuer": "Issuer",
  "provider.issuer.hint": "An https address, such as https://login.example.org/realms/staff",
  "provider.issuer.missing": "Enter the issuer’s address.",
  "provider.issuer.wrong": "This is no issuer: an https address without ? and # is needed.",
  "provider.clientId": "Client ID",
  "provider.clientId.missing": "Enter the client ID that the provider gave you.",
  "provider.secret": "Client secret",
  "provider.secret.hint": "It is kept sealed and never shown again.",
  "provider.secret.kept": "One is kept. Leave this empty to keep it; it is never shown again.",
  "provider.secret.missing": "Enter the client secret that the provider gave you.",
  "provider.unreadable": "The secret that was kept cannot be opened any more. Enter it anew.",
  "provider.save": "Save the provider",
  "provider.saved": "The provider is saved. Try it now: others are offered it once it has worked.",
  "provider.try": "Try it: log in by it",
  "provider.tried": "It last worked:",
  "provider.untried": "It has not been tried yet.",
  "provider.remove": "Remove the provider",
  "provider.remove.text": "Nobody logs in by it any more, and what it proved of mandates ends at once.",
  "provider.removed": "The provider is removed.",
  "provider.login.title": "Log in for {{organisation}}",
  "provider.login.lead":
    "Members of {{organisation}} can log in by its own provider, {{provider}}. It tells us your address there, nothing else.",
  "provider.login.link": "Log in by the organisation’s own provider",
  "privacy.provider.title": "When you come by a provider",
  "privacy.provider.text":
    "We keep the number and the address by which it knows you and, for the public sector, the SIRET of your body, which is shown with its name for twelve months. What no account links is erased after half an hour, the rest when you take it off or delete your account. A cookie of an hour ties this way to your browser. The body’s name is asked of the public register, which is told nothing of you.",
  "mail.identityLinked.subject": "An identity is linked to your account",
  "mail.identityLinked.text":
    "Hello,\n\nan identity at {{provider}} is linked to your account on Tribune since just now, with your password. It logs in from now on. You can take it off in your settings:",
  "mail.identityLinked.warning":
    "If that was not you, somebody knows your password: take the identity off and change the password at once.",
  "mail.identityUnlinked.subject": "An identity is taken off your account",
  "mail.identityUnlinked.text":
    "Hello,\n\nthe identity at {{provider}} does not log in to your account on Tribune any more, and what it alone proved has ended. If that was not you, look at your settings:",
  "mail.federatedMandate.subject": "{{name}} speaks for {{organisation}}, says your provider",
  "mail.federatedMandate.text":
    "Hello,\n\n{{name}} logged in on Tribune by the provider of {{organisation}} ({{provider}}). Their mandate has the highest level from now on. If this should not be so, change their role:",
} as const;
