/** How well it is proved that somebody signs for an organisation, and signing for one. */
export const mandates = {
  "level.declared": "Declared",
  "level.mailed": "Address proved",
  "level.domain": "Domain proved",
  "level.countersigned": "Countersigned",
  "level.federated": "Federated",
  "level.declared.how": "nobody has proved it",
  "level.mailed.how": "an address at {{evidence}} was confirmed",
  "level.domain.how": "controls {{evidence}}",
  "level.countersigned.how": "approved by a second officer",
  "level.federated.how": "its own log-in vouches for it, {{evidence}}",
  "level.since": "on",
  "signatory.represented": "represented by {{name}}",
  "signatory.pinned": "shown first by the author",
  "signFor.title": "Sign for an organisation",
  "signFor.link": "Sign for one of your organisations",
  "signFor.myself": "Sign as yourself",
  "signFor.lead":
    "You sign version {{version}}, exactly as it stands, in the name of the organisation. Before anything is published you see what will be.",
  "signFor.none":
    "You speak for no organisation here. Add yours, or ask one of its owners to invite you as a spokesperson.",
  "signFor.organisation": "Organisation",
  "signFor.organisation.missing": "Choose the organisation that you sign for.",
  "signFor.role": "Your role there",
  "signFor.showMe": "Show my name and my role with the signature",
  "signFor.showMe.hint": "Otherwise the organisation stands alone. It always knows who signed.",
  "signFor.statement": "Why the organisation signs",
  "signFor.statement.hint": "Shown with its name. At most 500 characters.",
  "signFor.quotable": "The press may quote this",
  "signFor.quotable.hint":
    "On the letter’s page for journalists, under the name that the next page shows. The link in the mail takes it back.",
  "signFor.preview.quotable": "The press may quote the words above, under the name above.",
  "signFor.countersigner": "Ask a second officer to countersign",
  "signFor.countersigner.hint":
    "They get a mail and see the signature before they approve it. Until then it stands as it is.",
  "signFor.countersigner.nobody": "Nobody",
  "signFor.countersigner.wrong": "Choose an officer whose mandate is proved.",
  "signFor.preview": "See what will be published",
  "signFor.preview.title": "This will be published",
  "signFor.preview.binds": "As a signature of {{organisation}}, counted among the organisations.",
  "signFor.preview.declared":
    "As your own signature with {{organisation}} as your affiliation. Nothing proves yet that you may bind it, so it is not counted as an organisation. Its owners are told, and can refuse the claim.",
  "signFor.preview.prove": "Prove your mandate first",
  "signFor.preview.told": "Every owner of the organisation gets a mail, and can withdraw the signature.",
  "signFor.button": "Sign for {{organisation}}",
  "signFor.button.declared": "Sign as myself, with this affiliation",
  "signFor.change": "Change something",
  "signFor.done": "The signature stands. A receipt is on its way to your mailbox.",
  "signFor.done.declared":
    "Your own signature stands, with your affiliation. A receipt is on its way to your mailbox.",
  "signFor.already":
    "The organisation has already signed this letter. One of its owners can withdraw that signature.",
  "signFor.already.declared": "You have already signed this letter yourself.",
  "signFor.forbidden": "You do not speak for this organisation any more.",
  "countersign.title": "Countersign",
  "countersign.lead":
    "{{name}} signed this letter for {{organisation}} and asks you, as a second officer, to approve it.",
  "countersign.text": "Your approval is shown with the signature; your name is not.",
  "countersign.button": "Approve this signature",
  "countersign.done": "You have countersigned. It is shown with the signature from now on.",
  "countersign.gone": "This request does not work any more",
  "countersign.gone.text":
    "It was answered, is older than 14 days, or the signature it speaks of does not stand any more.",
  "countersign.noMandate":
    "Your own mandate for this organisation is not proved: prove it first, then open this link again.",
  "claims.title": "Signed in its name",
  "claims.lead":
    "Signatures of the organisation, and people who sign as belonging to it. Owners can withdraw the ones and refuse the others.",
  "claims.none": "Nobody has signed in its name yet.",
  "claims.bySomebody": "signed by {{name}}",
  "claims.withdraw": "Withdraw this signature",
  "claims.withdrawn": "The signature is withdrawn. Who gave it was told.",
  "claims.refuse": "Does not belong to us",
  "claims.refused": "The claim is refused: the affiliation is not shown any more.",
  "claims.refused.label": "claim refused",
  "mail.signedFor.organisation.subject": "{{organisation}} has signed: {{title}}",
  "mail.signedFor.organisation.text":
    "Hello,\n\n{{name}} has just signed the letter “{{title}}” in the name of {{organisation}}, of which you are an owner. If that should not be, you can withdraw the signature here:",
  "mail.signedFor.claim.subject": "Somebody signs as belonging to {{organisation}}: {{title}}",
  "mail.signedFor.claim.text":
    "Hello,\n\n{{name}} has signed the letter “{{title}}” as a person, with {{organisation}} as affiliation. It does not count as a signature of the organisation. If they do not belong to it, you can refuse the claim here; for this letter you get such a mail once a day at most:",
  "mail.countersign.subject": "Please countersign for {{organisation}}: {{title}}",
  "mail.countersign.text":
    "Hello,\n\n{{name}} has signed the letter “{{title}}” for {{organisation}} and asks you, as a second officer, to approve it. This link shows the signature; it is good for 14 days:",
  "mail.countersign.ignore": "If you do not want to, there is nothing to do: the signature stands as it is.",
  "mail.withdrawnByOwner.subject": "Withdrawn for {{organisation}}: {{title}}",
  "mail.withdrawnByOwner.text":
    "Hello {{name}},\n\nAn owner of {{organisation}} has withdrawn the signature that you gave in its name on the letter “{{title}}”. It is not counted or shown any more.",
  "mail.claimRefused.subject": "{{organisation}} does not confirm your affiliation: {{title}}",
  "mail.claimRefused.text":
    "Hello {{name}},\n\n{{organisation}} says that you do not belong to it. Your own signature on the letter “{{title}}” stands; the affiliation is not shown any more.",
  "answer.noMandate":
    "You cannot bind the organisation any more: nothing proves your mandate now. Its earlier signature stands as it is.",
};
