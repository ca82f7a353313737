/** What moderation hides besides comments, and who moderates where. */
export const hidden = {
  "hidden.title": "Hidden by moderation",
  "hidden.text.letter": "A moderator hid this letter on {{at}}.",
  "hidden.text.organisation": "A moderator hid this organisation on {{at}}.",
  "hidden.reason": "Reason:",
  "hidden.means.letter":
    "Its text, its versions, its signatures and its discussion are seen by nobody meanwhile. Whoever signed keeps their signature and its receipt. Who wrote it was told why and may contest the decision; overturned, all of it comes back.",
  "hidden.means.organisation":
    "Its page is seen by nobody meanwhile, and its name stands under no letter. Who looks after it was told why and may contest the decision; overturned, all of it comes back.",
  "hidden.log": "The decision in the public log",
  "hidden.log.of": "What was done about a letter that is hidden.",
  "hidden.own": "Nobody but those who wrote this still reads it here.",
  "hidden.own.other": "The statement of reasons went to whoever began it, who may contest the decision.",

  "publicLog.letter-hidden": "A letter was hidden: {{reason}}.",
  "publicLog.organisation-hidden": "An organisation was hidden: {{reason}}.",
  "publicLog.signature-hidden": "The name and the words of a signature were hidden: {{reason}}.",
  "publicLog.name.letter-hidden": "letter hidden",
  "publicLog.name.organisation-hidden": "organisation hidden",
  "publicLog.name.signature-hidden": "signature hidden",
};
