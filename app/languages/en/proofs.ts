/** How an organisation and its members prove who they are. */
export const proofs = {
  "organisation.itself": "Tribune itself",
  "organisation.event.merged": "{{actor}} merged “{{subject}}” into this organisation.",
  "organisation.event.domain-added": "{{actor}} added the domain {{subject}}.",
  "organisation.event.domain-proved": "The domain {{subject}} is proved.",
  "organisation.event.domain-failing": "The proof of the domain {{subject}} is not found any more.",
  "organisation.event.domain-lapsed": "The proof of the domain {{subject}} has lapsed.",
  "organisation.event.domain-removed": "{{actor}} removed the domain {{subject}}.",
  "organisation.event.mandate-mailed": "{{actor}} proved an address at {{subject}}.",
  "organisation.event.mandate-federated": "{{actor}} logged in at {{subject}}, which vouches for it.",
  "organisation.event.mandate-ended": "What {{account}} had proved ({{subject}}) has ended.",
  "organisation.event.provider-set": "{{actor}} set the log-in provider {{subject}}.",
  "organisation.event.provider-removed": "{{actor}} removed the log-in provider {{subject}}.",
  "organisation.event.signed": "{{actor}} signed “{{subject}}” for the organisation.",
  "organisation.event.countersigned": "{{actor}} approved the signature on “{{subject}}”.",
  "organisation.event.signature-withdrawn": "The signature on “{{subject}}” was withdrawn.",
  "organisation.event.claim-refused":
    "{{actor}} said that a signatory of “{{subject}}” does not belong to the organisation.",

  "levels.title": "What does this mean?",
  "levels.lead":
    "A signature for an organisation says how it was proved that the person may speak for it. From the weakest to the strongest:",
  "levels.declared":
    "Somebody says that they belong to it. Nobody has checked, and it never counts as the organisation’s signature.",
  "levels.mailed": "They receive mail at an address of the organisation’s own domain.",
  "levels.domain":
    "The organisation has placed a token at its own domain, where only its administrators can write, and the person is one of those it named here.",
  "levels.countersigned": "A second person of the organisation has approved this very signature.",
  "levels.federated": "They logged in at the organisation’s own provider, which vouches for them.",

  "proofs.title": "What is proved",
  "proofs.none":
    "Nobody has checked yet that its members may speak for it. What it says of itself is its own word.",
  "proofs.domain.dns": "{{domain}} is its domain: a record in its DNS says so, proved on",
  "proofs.domain.well-known": "{{domain}} is its domain: a file on its website says so, proved on",
  "proofs.member.mailed": "proved an address at {{evidence}} on",
  "proofs.member.federated": "logged in at {{evidence}}, which vouches for it, on",
  "proofs.letters": "Letters it signed",

  "domains.title": "Domains and proofs",
  "domains.link": "Domains",
  "domains.lead":
    "A domain that is proved to be the organisation’s own gives every owner and spokesperson the level “domain proved”. Whoever reads a signature sees it.",
  "domains.add.title": "Add a domain",
  "domains.add.label": "Domain",
  "domains.add.hint": "For example example.org. Of a web or mail address the domain is taken.",
  "domains.add.button": "Add the domain",
  "domains.added": "The domain is added. Place its token, then check.",
  "domains.removed": "The domain is removed.",
  "domains.not-a-domain": "Enter a domain such as example.org.",
  "domains.public-suffix":
    "Others register names under this one: enter the whole domain, such as name.example.org.",
  "domains.ip-address": "This is a number of a machine. Enter a domain such as example.org.",
  "domains.too-many": "There are 20 domains already. Remove one first.",
  "domains.none": "No domain is added yet.",
  "domains.how": "How to prove it",
  "domains.how.lead": "Do one of the two; both hold for as long as they stay in place.",
  "domains.how.dns": "In your DNS, add a record of type TXT:",
  "domains.how.dns.name": "Name",
  "domains.how.dns.value": "Value",
  "domains.how.file": "Or serve a file over https that holds this line:",
  "domains.how.file.address": "Address",
  "domains.how.file.line": "Line",
  "domains.how.many":
    "The file may hold more lines, one token each. A new DNS record may take an hour to be seen everywhere.",
  "domains.check": "Check now",
  "domains.remove": "Remove",
  "domains.state.pending": "Not proved yet",
  "domains.state.proved": "Proved",
  "domains.state.failing": "Proved, but not found any more since",
  "domains.state.failing.until":
    "The proof still holds for 14 days from then. Put the record or the file back before it lapses.",
  "domains.state.lapsed": "Lapsed: it was not found for 14 days",
  "domains.method.dns": "Found in a DNS record. Proved on",
  "domains.method.well-known": "Found in a file on the website. Proved on",
  "domains.checked": "Last looked:",
  "domains.outcome.proved": "The token was found.",
  "domains.outcome.not-found":
    "Neither the DNS record nor the file was found. If you have just placed one, wait a while and check again.",
  "domains.outcome.wrong-token":
    "Something was found, but another token. Compare it with the one shown here.",
  "domains.outcome.no-answer": "The name servers of this domain do not answer. Check again later.",
  "domains.outcome.refused-address":
    "There is no DNS record, and the website’s address belongs to a private network, where Tribune does not look.",
  "domains.outcome.taken":
    "The token is there, but another organisation on Tribune has proved this domain. Ask it to remove it, or an administrator to merge the two.",

  "address.title": "Prove your own address",
  "address.link": "Prove your address",
  "address.lead":
    "Who receives mail at the organisation’s own domain gets the level “address proved”. It holds for you alone, as long as you speak for the organisation.",
  "address.domains": "Its own domains: {{domains}}.",
  "address.noDomains":
    "The organisation has no domain of its own yet: an owner gives its website on its page, or adds a domain and proves it.",
  "address.proved": "You have proved an address at {{domain}} on",
  "address.own": "The address of your account is at the organisation’s domain, and was confirmed.",
  "address.own.button": "Use the address of my account",
  "address.other": "Or another address",
  "address.label": "Your address at the organisation",
  "address.button": "Send the link",
  "address.sent":
    "If the address exists, a mail with a link is on its way. It is good for 24 hours; open it where you are logged in.",
  "address.granted": "Your address is proved.",
  "address.another-domain":
    "This address is at none of the organisation’s own domains, which are named below.",
  "address.free-mail":
    "Anybody gets an address there, so it proves nothing. Use one at the organisation’s own domain.",
  "mandate.title": "Prove your address",
  "mandate.text": "You prove that you receive mail at {{email}}, and may speak for {{organisation}}.",
  "mandate.confirm": "Confirm",
  "mandate.login": "Log in with the account that asked for this link.",
  "mandate.another": "Another account asked for this link. Log in with that one.",
  "mandate.unknown.title": "This link does not work any more",
  "mandate.unknown.text": "It was used, or is older than 24 hours. Ask for a new one.",
  "mandate.forbidden": "You no longer speak for this organisation.",
  "mandate.changed": "The organisation’s domains have changed since, and this address is at none of them.",
  "mandate.end": "End the mandate",
  "mandate.ended": "The mandate has ended.",

  "logo.label": "Logo",
  "logo.hint":
    "PNG, JPEG, WebP, AVIF, GIF or SVG, 2 MB at most. It is stored as a picture of 512 pixels at most.",
  "logo.remove": "Remove the logo",
  "logo.tooLarge": "This file is larger than 2 MB.",
  "logo.wrong": "This is no PNG, JPEG, WebP, AVIF, GIF or SVG that can be read.",

  "merge.title": "Merge with another page",
  "merge.lead":
    "When two pages are of the same organisation, this one can be merged into the other. That cannot be undone: members, mandates, domains, invitations and signatures move, and this address leads to the other page.",
  "merge.find.label": "The page that stays",
  "merge.find.hint": "Its address, or words of its name.",
  "merge.find.button": "Find",
  "merge.find.nothing": "No other organisation is found by that.",
  "merge.preview": "“{{gone}}” would be merged into “{{kept}}”",
  "merge.members": "Members who move:",
  "merge.noMembers": "Nobody is a member of the page that goes.",
  "merge.signatures_one": "{{number}} signature moves.",
  "merge.signatures_other": "{{number}} signatures move.",
  "merge.both":
    "Both have signed these letters: the older signature stays, the other one is withdrawn, and the record of the signature says so.",
  "merge.keeps":
    "What the page that stays says of itself stays as it is. Addresses that were proved at domains it has not are proved no longer.",
  "merge.name": "To confirm, type the name of the page that goes: {{name}}",
  "merge.name.label": "Name of the page that goes",
  "merge.name.wrong": "This is not the name of the page that goes.",
  "merge.button": "Merge for good",
  "merge.done": "The two pages are one now.",
  "merge.gone": "One of the two pages is not there any more.",

  "mail.proveAddress.subject": "Prove your address: {{organisation}}",
  "mail.proveAddress.text":
    "Hello,\n\n{{name}} wants to prove on Tribune that they receive mail at this address and speak for {{organisation}}. If it is you, open this link within 24 hours, where you are logged in, and press the button:",
  "mail.proveAddress.ignore": "If it was not you, ignore this mail: nothing happens without the link.",
  "mail.mandateGranted.subject": "{{name}} proved an address: {{organisation}}",
  "mail.mandateGranted.text":
    "Hello,\n\n{{name}} has proved an address at {{domain}} and can sign for {{organisation}} with it. If that is not right, end the mandate on the members’ page:",
  "mail.domainFailing.subject": "The proof of {{domain}} is not found any more",
  "mail.domainFailing.text":
    "Hello,\n\nThe token that proves {{domain}} for {{organisation}} on Tribune stands neither in the DNS record nor in the file any more, or they cannot be reached.",
  "mail.domainFailing.grace":
    "Tribune looks again every day. If it is not found by {{day}}, the proof lapses, and later signatures have a lower level. What has to stand where is written here:",
  "mail.domainLapsed.subject": "The proof of {{domain}} has lapsed",
  "mail.domainLapsed.text":
    "Hello,\n\nThe token that proves {{domain}} for {{organisation}} on Tribune was not found for 14 days: the proof has lapsed.",
  "mail.domainLapsed.signatures":
    "Signatures that were given before keep their level, with the day it was proved. Later ones have a lower one. To prove the domain again, put the token back and check it here:",
  "mail.organisationsMerged.subject": "Two pages are one now: {{kept}}",
  "mail.organisationsMerged.text":
    "Hello,\n\nAn administrator of Tribune has merged “{{gone}}” into “{{kept}}”, because both were the same organisation. Members, proofs and signatures are together now. Its page:",
};
