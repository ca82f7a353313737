/** Passkeys, the second step of logging in, recovery codes. */
export const passkeys = {
  "passkeys.title": "Passkeys",
  "passkeys.lead":
    "A passkey is a key that your phone, your computer or a security key holds for you and that you unlock with your finger, your face or a number. It logs you in without a password, and no false site can get it out of you.",
  "passkeys.open": "Manage my passkeys",
  "passkeys.plain":
    "Passkeys need JavaScript: the browser hands them over to a script only. Everything else here works without it.",
  "passkeys.noDomain":
    "Passkeys belong to a domain name, and this site is reached by a number (an IP address). Whoever runs it can give it a name (PUBLIC_URL).",
  "passkeys.refused":
    "This passkey was not accepted. Nothing has changed; begin again, and use a passkey that you have added here.",
  "passkeys.own": "Your passkeys",
  "passkeys.none": "You have no passkey yet.",
  "passkeys.added": "added",
  "passkeys.used": "last used",
  "passkeys.unused": "not used yet",
  "passkeys.backedUp": "Its maker keeps a copy: you do not lose it with the device.",
  "passkeys.notBackedUp": "It is in this one device only.",
  "passkeys.add.title": "Add a passkey",
  "passkeys.add.button": "Add a passkey",
  "passkeys.name": "Name of the passkey",
  "passkeys.name.hint": "So that you recognise it, for example “Phone” or “Blue security key”.",
  "passkeys.name.missing": "Give the passkey a name.",
  "passkeys.tooMany": "You have twenty passkeys. Remove one that you do not use any more first.",
  "passkeys.rename": "Rename…",
  "passkeys.change": "Rename or remove…",
  "passkeys.rename.button": "Save the name",
  "passkeys.remove": "Remove",
  "passkeys.remove.named": "Remove the passkey “{{name}}”",
  "passkeys.after.added": "The passkey is added.",
  "passkeys.after.renamed": "The passkey has its new name.",
  "passkeys.after.removed":
    "The passkey is removed. Delete it in your device too: it opens nothing here any more.",
  "passkeys.after.asked":
    "From now on a passkey is asked for after the password. Your recovery codes are those you have.",
  "passkeys.after.free": "Your password alone logs you in again.",
  "passkeys.next": "Continue to where you were going",
  "passkeys.awaited.add":
    "On this site moderators and administrators log in with a passkey. You have none yet: add one, and your role holds again. Until then you can do what every member can.",
  "passkeys.awaited.show":
    "On this site moderators and administrators log in with a passkey. This session was opened without one: show a passkey, and your role holds again.",
  "passkeys.prove.title": "Is it you?",
  "passkeys.prove.text":
    "Before you change what protects your account, show your password or a passkey again. It holds for ten minutes.",
  "passkeys.prove.passkey":
    "Your passkeys are asked for after the password, so the password alone does not change them. Show one of them.",
  "passkeys.prove.first": "Show your password or a passkey again first. Nothing has changed.",
  "passkeys.prove.password": "Continue with the password",
  "passkeys.prove.button": "Use a passkey",
  "passkeys.ask.title": "A passkey after the password",
  "passkeys.ask.on":
    "After your password, a provider or a link for a forgotten password, a passkey is asked for.",
  "passkeys.ask.off": "Your password alone logs you in.",
  "passkeys.ask.text":
    "When a passkey is asked for as well, whoever finds out your password, or reads your mail, still does not get in. Other sessions that were opened without a passkey end when you turn this on.",
  "passkeys.ask.button": "Ask for a passkey after the password",
  "passkeys.ask.free": "Do not ask for it any more",
  "passkeys.codes.title": "Recovery codes",
  "passkeys.codes.text":
    "When you have lost your passkey, a recovery code logs you in after the password in its place. Each is good once.",
  "passkeys.codes.left_one": "{{count}} code is left.",
  "passkeys.codes.left_other": "{{count}} codes are left.",
  "passkeys.codes.make": "Make recovery codes",
  "passkeys.codes.anew": "Make all codes anew",
  "passkeys.codes.new": "Your new recovery codes",
  "passkeys.codes.once":
    "They are shown this once: print them or keep them where you will find them without this device. Codes from before are good for nothing any more.",
  "passkeys.codes.print": "Print",
  "passkeys.codes.save": "Keep as a file",
  "passkeys.codes.file": "tribune-recovery-codes.txt",
  "passkeys.login.button": "Log in with a passkey",
  "passkeys.second.title": "Show your passkey",
  "passkeys.second.text": "One more step: this account is opened with a passkey as well.",
  "passkeys.second.button": "Show a passkey",
  "passkeys.second.again": "Begin again with another account",
  "passkeys.second.late":
    "Logging in took longer than ten minutes, or was done already in another tab. Begin again.",
  "passkeys.recover.title": "Passkey lost?",
  "passkeys.recover.button": "Log in with a code",
  "passkeys.code": "Recovery code",
  "passkeys.code.hint": "Twelve letters and digits, for example 7Q2M-X40D-9KTB.",
  "passkeys.code.wrong": "This code is wrong, or was used already.",
  "passkeys.said.cancelled": "No passkey was shown: it was cancelled, or took too long. Try again.",
  "passkeys.said.known": "This device has a passkey of your account already.",
  "passkeys.said.none": "Your account has no passkey yet. Add one in the settings.",
  "passkeys.said.loggedOut": "You are not logged in any more. Load the page again.",
  "passkeys.said.prove": "Load the page again and show your password or a passkey first.",
  "passkeys.said.unsupported": "This browser knows no passkeys.",
  "passkeys.said.failed": "Asking for the passkey did not work. Try again.",
  "passkeys.said.shown": "It is you: no password is needed for ten minutes. Go on with the form.",
  "mail.passkeyAdded.subject": "A passkey was added to your account",
  "mail.passkeyAdded.text": "The passkey “{{name}}” was added to your Tribune account. It can log in to it.",
  "mail.passkeyRemoved.subject": "A passkey was removed from your account",
  "mail.passkeyRemoved.text":
    "The passkey “{{name}}” was removed from your Tribune account. It cannot log in to it any more.",
  "mail.passkeysForgotten.subject": "Your passkeys were taken from your account",
  "mail.passkeysForgotten.text":
    "An administrator took every passkey and recovery code from your Tribune account, because somebody, you we hope, said that they are lost. Every session ended; your password alone logs in again. If you did not ask for it, change your password at once and write to whoever runs this site. New passkeys are added here:",
  "mail.recoveryCodeUsed.subject": "A recovery code was used to log in",
  "mail.recoveryCodeUsed.text":
    "Somebody logged in to your Tribune account with the password and one of your recovery codes.",
  "mail.recoveryCodeUsed.left_one": "{{count}} code is left. You can make new ones in the settings.",
  "mail.recoveryCodeUsed.left_other": "{{count}} codes are left. You can make new ones in the settings.",
  "mail.passkeys.not":
    "If that was you, there is nothing to do. If it was not, change your password at once and look at your passkeys here:",
} as const;
