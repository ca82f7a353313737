/** The log of an account's sign-ins. */
export const signIns = {
  "signIns.title": "Sign-ins",
  "signIns.open": "Every sign-in of the last months",
  "signIns.lead_one":
    "Each time somebody logged in to your account during the last {{count}} month. If one of them was not you, change your password and end the other sessions.",
  "signIns.lead_other":
    "Each time somebody logged in to your account during the last {{count}} months. If one of them was not you, change your password and end the other sessions.",
  "signIns.log": "Log",
  "signIns.none": "Nobody has logged in since this is written down.",
  "signIns.others": "End all other sessions",
  "signIns.after.others": "All other sessions have ended.",
  "signIns.network": "Network",
  "signIns.way.password": "By password",
  "signIns.way.passkey": "By passkey",
  "signIns.way.provider": "By a provider of identities",
  "signIns.way.recoveryCode": "By password and recovery code",
  "signIns.way.mail": "By a link in a mail",
  "myData.account.passkeys": "Passkeys",
  "myData.account.signIns": "Sign-ins",
  "retention.signIns": "When, how, by which browser and from which network you logged in",
  "retention.signIns.why":
    "You see in your settings whether somebody else did. The network is a label that cannot be turned back into an address.",
  "mail.newDevice.subject": "A new device logged in to your account",
  "mail.newDevice.text":
    "{{device}} logged in to your Tribune account on {{moment}}. It had not done so during the last months.",
  "mail.newDevice.not":
    "If that was you, there is nothing to do. If it was not, change your password at once and end the other sessions here:",
} as const;
