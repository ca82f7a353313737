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

  "areas.title": "Letters and texts it moderates",
  "areas.text":
    "Named for chosen letters and texts, an account sees and decides the cases of these and of nothing else, and may pause or bar nobody. Whoever is to moderate everything is given the role.",
  "areas.place": "Address of a letter or of a text",
  "areas.place.hint": "As the browser shows it, or from /letters/ or /doctrine/ on.",
  "areas.place.none": "There is no published letter and no text at that address.",
  "areas.everywhere": "This account moderates everything already.",
  "areas.name": "Name as moderator of it",
  "areas.end": "End it",
  "areas.done.area": "Named. The account finds the cases from the foot of every page.",
  "areas.done.area-end": "Ended. The account sees these cases no more.",
  "administration.act.moderator-named": "named a moderator of",
  "administration.act.moderator-ended": "ended a moderator of a letter or text",
  "decide.beyond":
    "Who moderates chosen letters and texts may pause or bar nobody: an account writes elsewhere too.",
  "moderation.paused.publishing":
    "Moderation has paused this account: it publishes nothing meanwhile. The mail that told you says until when, and how to contest that.",
};
