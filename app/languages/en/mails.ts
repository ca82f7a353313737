/** Mails, in plain text. */
export const mails = {
  "mail.closing": "Tribune",
  "mail.erasedName": "[name erased]",
  "mail.ignore": "If it was not you, there is nothing to do.",
  "mail.join.subject": "Complete your Tribune account",
  "mail.join.text": "Hello {{name}},\n\nOpen this link to complete your account. It is good for 24 hours.",
  "mail.join.ignore": "If it was not you, ignore this mail: no account is made without this link.",
  "mail.joined.subject": "You already have a Tribune account",
  "mail.joined.text":
    "Hello,\n\nSomebody, probably you, wanted to create an account with this address. There is one already. Log in here:",
  "mail.joined.forgotten": "And if you have forgotten the password:",
  "mail.reset.subject": "Choose a new password",
  "mail.reset.text": "Hello,\n\nOpen this link to choose a new password. It is good for one hour.",
  "mail.passwordChanged.subject": "Your password was changed",
  "mail.passwordChanged.text":
    "Hello,\n\nThe password of your Tribune account was changed just now, and every session has ended. If it was not you, choose a new one at once:",
  "mail.changeAddress.subject": "Confirm your new address",
  "mail.changeAddress.text":
    "Hello,\n\nOpen this link to make this address the one of your Tribune account. It is good for 24 hours.",
  "mail.addressTaken.subject": "This address has a Tribune account",
  "mail.addressTaken.text":
    "Hello,\n\nSomebody, probably you, wanted to use this address for another Tribune account. It has one already. Log in here:",
  "mail.addressChanges.subject": "Your address is about to change",
  "mail.addressChanges.text":
    "Hello,\n\nSomebody logged in to your Tribune account wants to change its address. If it was not you, change your password at once:",
  "mail.planned.published.subject": "Published: {{title}}",
  "mail.planned.published.text":
    "Hello,\n\nyour letter “{{title}}” has published itself at the planned moment. Here it is:",
  "mail.planned.failed.subject": "Not published: {{title}}",
  "mail.planned.failed.text":
    "Hello,\n\nyour letter “{{title}}” was to publish itself and did not: the draft was changed since that was planned, or one of its authors has not approved it, or it is not complete. It is still a draft. What is missing:",
  "mail.coAuthor.subject": "{{inviter}} invites you to write a letter along",
  "mail.coAuthor.text": "Hello,\n\n{{inviter}} invites you to a draft on Tribune: “{{title}}”.",
  "mail.coAuthor.author":
    "You would be one of its authors, who decide and publish. Open this link within 14 days:",
  "mail.coAuthor.editor": "You would write it along. Open this link within 14 days:",
  "mail.coAuthor.reviewer": "You would propose changes and comment. Open this link within 14 days:",
  "mail.coAuthor.reader": "You would read the draft. Open this link within 14 days:",
  "mail.invitation.subject": "{{inviter}} invites you: {{organisation}}",
  "mail.invitation.text": "Hello,\n\n{{inviter}} invites you to join {{organisation}} on Tribune.",
  "mail.invitation.owner":
    "You would be an owner: you would look after its page and its members. Open this link within 14 days:",
  "mail.invitation.spokesperson":
    "You would be a spokesperson: you would speak for it. Open this link within 14 days:",
  "mail.invitation.member": "You would be a member. Open this link within 14 days:",
  "mail.invitation.ignore": "If you do not want to, there is nothing to do.",
  "mail.confirm.subject": "Confirm your signature: {{title}}",
  "mail.confirm.text":
    "Hello {{name}},\n\nOpen this link and press the button to sign version {{version}} of the letter “{{title}}”. The same link withdraws the signature at any time.",
  "mail.confirm.ignore": "If it was not you, ignore this mail: without the link nothing is signed.",
  "mail.signedAlready.subject": "You have already signed: {{title}}",
  "mail.signedAlready.text":
    "Hello {{name}},\n\nYour signature on version {{version}} of the letter “{{title}}” stands; nothing was changed. This link shows it, and withdraws it if you wish:",
  "mail.receipt.subject": "You have signed: {{title}}",
  "mail.receipt.text":
    "Hello {{name}},\n\nYour signature on version {{version}} of the letter “{{title}}” is confirmed.\n\nThe text you signed, by its SHA-256: {{sha256}}",
  "mail.receipt.withdraw": "To see or withdraw your signature at any time:",
  "mail.withdrawn.subject": "Your signature is withdrawn: {{title}}",
  "mail.withdrawn.text":
    "Hello {{name}},\n\nYour signature on the letter “{{title}}” is withdrawn: it is not counted or shown any more.",
} as const;
