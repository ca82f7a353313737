/** Signing, the page behind a mail's link, the roster. */
export const signatures = {
  "sign.title": "Sign this letter",
  "sign.lead":
    "You sign version {{version}}, exactly as it stands. No account is needed; we send a mail with a link to confirm.",
  "sign.read": "Read the letter first.",
  "sign.name": "Name",
  "sign.email": "E-mail address",
  "sign.email.hint": "Never shown. It gets the link to confirm, and the link to withdraw.",
  "sign.role": "Role",
  "sign.organisation": "Affiliation",
  "sign.organisation.hint": "For identification only: it does not bind your employer or organisation.",
  "sign.statement": "Why you sign",
  "sign.statement.hint": "Shown with your name. At most 500 characters.",
  "sign.showName": "Show my name",
  "sign.showName.hint":
    "With role, affiliation and statement, on the letter's public list. Otherwise your signature is counted without them.",
  "sign.quotable": "The press may quote what I wrote",
  "sign.quotable.hint":
    "Under my name, on the letter’s page for journalists. You can take this back at any time; what is printed by then stays printed.",
  "quotable.title": "The press",
  "quotable.yes": "The press may quote what you wrote, under your name.",
  "quotable.no": "The press was not permitted to quote what you wrote.",
  "quotable.stop": "Take this permission back",
  "quotable.start": "Permit the press to quote it",
  "sign.keepInformed": "Keep me informed of what becomes of this letter",
  "sign.button": "Sign",
  "sign.closed": "This letter was closed meanwhile and takes no more signatures.",
  "sign.versionChanged":
    "The letter has a new version since you opened this page. Read it, then sign again; what you typed is still here.",
  "sign.mailed.title": "One more step: look into your mailbox",
  "sign.mailed.text":
    "We have sent a mail to the address you gave. Your signature counts once you have opened the link in it and confirmed.",
  "sign.mailed.wait":
    "Nothing came? Wait a few minutes, look among the unwanted mail, and check the address you typed.",
  "signature.title": "Your signature",
  "signature.pending.title": "Confirm your signature",
  "signature.confirmed.title": "You have signed",
  "signature.withdrawn.title": "Your signature is withdrawn",
  "signature.invalidated.title": "This signature was invalidated",
  "signature.pending.text": "Your signature counts from the moment you press the button.",
  "signature.confirm": "Confirm my signature",
  "signature.confirmed.text_one": "Your signature is confirmed. It is the first.",
  "signature.confirmed.text_other": "Your signature is confirmed. The letter now has {{number}} signatures.",
  "signature.withdrawn.text": "It is not counted or shown any more.",
  "signature.again": "Sign again",
  "signature.invalidated.text":
    "The moderators found that it does not meet the rules. It is not counted any more.",
  "signature.withdraw": "Withdraw my signature…",
  "signature.withdraw.text":
    "It will not be counted or shown any more. You can sign again while the letter is open.",
  "signature.withdraw.button": "Withdraw my signature",
  "signature.unknown.title": "This link leads to no signature",
  "signature.unknown.text":
    "A mail program may have cut it off: copy the whole link from the mail into the address bar. Or sign again: you get a new link, and nobody is counted twice.",
  "signature.text": "Text signed",
  "signature.notShown": "not shown",
  "signature.hidden": "Name not shown",
  "signature.imported": "imported, unverified",
  "signature.identification":
    "Roles and affiliations say who somebody is. They bind no employer and no organisation.",
  "roster.title": "Signatories",
  "roster.lists": "Lists",
  "roster.signed": "Signed here",
  "roster.imported": "Imported",
  "roster.imported.text":
    "These signatures were collected elsewhere and taken over as they were. Nobody has verified them here, and they are counted apart.",
  "roster.search": "Search by name, role or affiliation",
  "roster.search.button": "Search",
  "roster.search.none": "No signatory shown here matches “{{search}}”.",
  "roster.none": "No signatures yet.",
  "roster.csv": "Download everything public as CSV",
} as const;
