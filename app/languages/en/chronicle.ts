/** What becomes of a letter after its publication: updates, deliveries, replies, closing, archiving, and its history. */
export const chronicle = {
  "history.title": "What happened",
  "history.lead":
    "All that was done to this letter since it was published. The platform writes it down as it is done; nothing is taken off.",
  "history.all": "The whole record ({{number}} entries)",
  "history.published": "Published by {{author}}",
  "history.version": "Version {{number}} published by {{author}}",
  "history.update": "Update by {{author}}:",
  "history.delivered_one": "Handed over: {{name}}, with {{number}} signature",
  "history.delivered_other": "Handed over: {{name}}, with {{number}} signatures",
  "history.reply": "Reply from {{name}}",
  "history.closed": "Signing ended by {{author}}",
  "history.closed.clock": "Signing ended: the last day was over",
  "history.reopened": "Reopened for signatures by {{author}}",
  "history.reopened.until": "Open until",
  "history.archived": "Archived by {{author}}",
  "history.unarchived": "Taken out of the archive by {{author}}",
  "history.recordedOn": "recorded on",
  "history.reason": "Reason:",

  "outcome.label": "What became of this letter",
  "outcome.reply": "The addressee’s reply",
  "outcome.reply.author": "Recorded by {{author}}",
  "outcome.reply.official": "Recorded by an official of {{body}}",
  "outcome.reply.read": "Read the reply",
  "outcome.replies.all": "All replies ({{number}})",

  "updates.title": "Updates",
  "updates.lead": "News of this letter from its author, the newest first.",
  "updates.none": "There is no update yet.",
  "update.by": "Published by {{author}},",
  "update.new": "Write an update",
  "update.new.text":
    "It is published at once and mailed to the signatories who asked to be kept informed. It cannot be changed afterwards: a correction is another update.",
  "update.title": "Title",
  "update.title.missing": "Give the update a title.",
  "update.body": "Text",
  "update.body.hint":
    "Written with Markdown: **bold**, *italic*, lists, links. At most 5000 characters; mailed whole.",
  "update.body.missing": "Write what there is to tell.",
  "update.button": "Publish and mail",
  "update.published": "The update is published. It goes out by mail to those who asked for it.",
  "update.tooOften":
    "This letter has sent five updates within 24 hours. Its signatories need time: try again later.",

  "record.archived": "This letter is archived: it takes nothing more until it is taken out of the archive.",
  "record.day.wrong": "Enter a day in the form 2027-01-31.",
  "record.day.early": "Enter a day on or after the one on which the letter was published.",
  "record.day.future": "Enter a day that is not still to come.",

  "delivery.title": "Handed over",
  "delivery.lead":
    "To whom this letter was handed over. The signatures were counted by the platform when it was recorded and stay as they were counted, with the text that was current and its hash.",
  "delivery.none": "This letter has not been handed over yet.",
  "delivery.signatures_one": "{{number}} signature",
  "delivery.signatures_other": "{{number}} signatures",
  "delivery.organisations_one": "of which {{number}} by an organisation whose mandate is proved",
  "delivery.organisations_other": "of which {{number}} by organisations whose mandate is proved",
  "delivery.onVersion_one":
    "{{number}} of them names version {{version}} itself; the others name earlier texts",
  "delivery.onVersion_other":
    "{{number}} of them name version {{version}} itself; the others name earlier texts",
  "delivery.imported_one": "and {{number}} taken over from elsewhere, unverified",
  "delivery.imported_other": "and {{number}} taken over from elsewhere, unverified",
  "delivery.counted": "Recorded by {{author}} and counted on",
  "delivery.text": "Text:",
  "delivery.new": "Record that it was handed over",
  "delivery.new.text":
    "The platform counts the signatures now, at this moment: {{number}} at present. The count and the text, version {{version}}, are frozen and public. This cannot be changed afterwards.",
  "delivery.addressee": "To whom",
  "delivery.addressee.hint": "A person or an office, as it should be read.",
  "delivery.addressee.missing": "Say to whom it was handed over.",
  "delivery.on": "Day",
  "delivery.on.hint": "In the form 2027-01-31.",
  "delivery.button": "Record the delivery",
  "delivery.recorded": "The delivery is recorded.",

  "replies.title": "Replies",
  "replies.lead": "What those to whom this letter was written have answered.",
  "replies.none": "No reply is recorded yet.",
  "reply.from": "Reply from {{name}}",
  "reply.on": "Replied on",
  "reply.address": "Published at",
  "reply.recorded.author":
    "Recorded by {{author}}, the author of the letter. The platform has not asked the person who replied.",
  "reply.recorded.official":
    "Recorded by {{recorder}}, logged in as an official of {{body}}. The platform knows that by {{provider}}; it has not checked that this body is the addressee.",
  "reply.recorded.someone": "somebody whose account was deleted",
  "reply.recorded.on": "Recorded on",
  "reply.letter": "Read the letter",
  "reply.new": "Record a reply",
  "reply.new.author":
    "Its page says that you recorded it. It is published at once and mailed to the signatories who asked to be kept informed, and cannot be changed afterwards.",
  "reply.new.official":
    "Its page says that you recorded it as an official of {{body}}. It is published at once and mailed to the signatories who asked to be kept informed, and cannot be changed afterwards.",
  "reply.name": "Who replied",
  "reply.name.hint": "The name of a person or of a body.",
  "reply.name.missing": "Say who replied.",
  "reply.office": "Office",
  "reply.day": "Day of the reply",
  "reply.body": "Text of the reply",
  "reply.body.hint":
    "Word for word. Written with Markdown: **bold**, *italic*, lists, links. At most 20,000 characters.",
  "reply.body.missing": "Give the text of the reply, the address where it was published, or both.",
  "reply.address.label": "Address where it was published",
  "reply.address.wrong": "Enter an address that begins with https:// or http://.",
  "reply.button": "Publish and mail",
  "reply.recorded": "The reply is recorded. It goes out by mail to those who asked for it.",
  "reply.tooOften": "Five replies to this letter were recorded within 24 hours. Try again later.",
  "reply.notOfficial": "Replies are recorded by the author of the letter or by an official.",

  "letter.archived.text":
    "This letter is archived: it stays readable, and takes no more signatures or comments.",
  "discussion.archived":
    "This letter is archived: its discussion stays readable and takes no more comments or votes.",

  "manage.title": "Look after this letter",
  "manage.link": "Look after this letter",
  "manage.tell": "Tell",
  "manage.update.text":
    "News for the signatories who asked to be kept informed, and for everybody on the letter’s page.",
  "manage.delivery.text": "The day, the addressee, and the signatures as they stand at this moment.",
  "manage.reply.text": "What an addressee answered, with its own page.",
  "manage.text": "Text and signatures",
  "manage.revise.text": "Write a next version. No signature moves without its signatory.",
  "manage.review.text": "Look at signatures one by one, hold or invalidate them.",
  "manage.pins.text": "Choose which signatories are shown first.",
  "manage.state": "State",
  "manage.state.open": "It is open for signatures.",
  "manage.state.closed": "It is closed.",
  "manage.state.archived": "It is archived.",
  "manage.close.text": "It takes no more signatures. What is signed stays.",

  "reopen.title": "Reopen the letter",
  "reopen.text":
    "It takes signatures again, on its newest version. That it was closed and reopened, and why, stays public.",
  "reopen.reason": "Why it is reopened",
  "reopen.reason.hint": "Everybody can read it. At most 1000 characters.",
  "reopen.reason.missing": "Say why it is reopened.",
  "reopen.closesOn": "New last day to sign",
  "reopen.closesOn.over": "Enter a day that is not over, or leave it empty.",
  "reopen.button": "Reopen",
  "reopen.open": "This letter is open for signatures.",
  "reopen.archived": "This letter is archived. Take it out of the archive first.",
  "archive.title": "Archive the letter",
  "archive.text":
    "It stays readable with its versions, its signatures and its discussion, but takes no more signatures, comments, updates or replies. You can take it out of the archive.",
  "archive.button": "Archive the letter",
  "archive.open": "This letter takes signatures. Close it before you archive it.",
  "unarchive.title": "Take the letter out of the archive",
  "unarchive.link": "Take out of the archive",
  "unarchive.text":
    "It is closed again, as before: it takes comments, updates and replies, but no signatures until it is reopened.",
  "unarchive.button": "Take out of the archive",

  "informed.title": "News of this letter",
  "informed.yes": "You are mailed its author’s updates and the addressee’s reply.",
  "informed.no": "You are not mailed its author’s updates or the addressee’s reply.",
  "informed.stop": "Stop these mails",
  "informed.start": "Keep me informed",

  "mail.update.subject": "{{update}} (letter: {{title}})",
  "mail.update.text":
    "Hello {{name}},\n\nYou signed the letter “{{title}}” and asked to be kept informed. {{author}} writes:",
  "mail.reply.subject": "The addressee replies to the letter: {{title}}",
  "mail.reply.text":
    "Hello {{name}},\n\nYou signed the letter “{{title}}” and asked to be kept informed. A reply is recorded: {{who}}, on {{day}}.",
  "mail.reply.address": "Where it was published:",
  "mail.reply.author": "It was recorded by {{author}}, the author of the letter.",
  "mail.reply.official": "It was recorded by an official of {{body}}.",
  "mail.news.page": "Its page:",
  "mail.news.letter": "The letter:",
  "mail.news.stop": "To get no more news of this letter, or to see your signature:",
  "mail.replyRecorded.subject": "A reply to your letter is recorded: {{title}}",
  "mail.replyRecorded.text":
    "Hello,\n\nAn official of {{body}} has recorded a reply by {{name}} to your letter “{{title}}”. It is public, and the signatories who asked to be kept informed are being told:",
} as const;
