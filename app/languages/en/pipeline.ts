/** What holds comments back before anybody sees them, and what becomes of those. */
export const pipeline = {
  "pipeline.title": "Before publication",
  "pipeline.lead":
    "Comments that match a rule below wait for a moderator. Only their author sees them meanwhile, with the reason. Moderators, administrators and official answers are never held. Everything is looked at on this server: nothing is sent to anybody.",
  "pipeline.off": "Nothing is held: every comment appears at once.",
  "pipeline.advice":
    "If a moderator reads the queue every day, this is advised: hold the first comment of a new account, links until five of its comments are seen, repeated words, and floods. Without a moderator leave it off: what is held would wait for nobody.",
  "pipeline.advice.button": "Set what is advised",
  "pipeline.newcomers": "New accounts",
  "pipeline.firstComments": "First comments of an account that are held",
  "pipeline.firstComments.hint":
    "Until so many of its comments are seen, every comment of an account waits. 0 holds none.",
  "pipeline.linksUntil": "Links are held until so many comments are seen",
  "pipeline.linksUntil.hint": "0 holds none.",
  "pipeline.repeats": "Repeated words",
  "pipeline.repeatHours": "Hours in which the same words are a repetition",
  "pipeline.repeatHours.hint":
    "1 to 168. Capitals, accents and punctuation make no difference; words as short as “I agree.” are nobody’s.",
  "pipeline.repeatOwn": "Hold what an account says again in the same discussion",
  "pipeline.severalLetters": "Hold what an account says again under another letter or provision",
  "pipeline.repeatAccounts": "Accounts that say the same, from which on it is held",
  "pipeline.repeatAccounts.hint": "Counting the one that writes: 2 or more. 0 holds none.",
  "pipeline.repeatAccounts.one": "One account alone repeats nobody: enter 0, or 2 and more.",
  "pipeline.flood": "Floods",
  "pipeline.flood.hint": "What is beyond is held, not refused. 0 is any number.",
  "pipeline.floodShort": "Comments of an account in ten minutes",
  "pipeline.floodDay": "Comments of an account in a day",
  "pipeline.number.wrong": "Enter a whole number that is not larger than what makes sense here.",
  "pipeline.words": "Words",
  "pipeline.words.lead":
    "A comment in which a word or phrase of either list stands is held. It must stand there as whole words; capitals and accents make no difference. Both lists hold for every comment, for nobody is asked in which language they write.",
  "pipeline.words.en": "English list",
  "pipeline.words.fr": "French list",
  "pipeline.words.count_one": "{{number}} entry",
  "pipeline.words.count_other": "{{number}} entries",
  "pipeline.words.hint":
    "One word or phrase a line: {{entries}} lines at most, each of {{line}} characters and {{words}} words at most.",
  "pipeline.words.tooMany":
    "This list has {{count}} entries; 50,000 is the most. Nothing was saved, and what you typed is still here.",
  "pipeline.words.lineTooLong":
    "Line {{line}} is too long: 100 characters and ten words at most. Nothing was saved.",
  "pipeline.words.nothing":
    "Line {{line}} holds no letter and no digit, so nothing could ever match it. Nothing was saved.",

  "administration.act.pipeline-set": "set what is held before publication",
  "administration.act.word-list-set": "set a list of words",
  "administration.change.firstComments": "first comments held",
  "administration.change.linksUntil": "links held until",
  "administration.change.repeatHours": "hours of a repetition",
  "administration.change.repeatOwn": "the same again held",
  "administration.change.severalLetters": "the same elsewhere held",
  "administration.change.repeatAccounts": "accounts that say the same",
  "administration.change.floodShort": "in ten minutes",
  "administration.change.floodDay": "in a day",
  "administration.change.words": "entries",

  "held.title": "Yours, not yet seen by others",
  "held.text": "Only you and moderators see what stands here.",
  "held.waits": "Waiting for a moderator",
  "held.refused": "Refused by a moderator",
  "held.rewords": "new wording of your comment",
  "held.answers": "a reply",
  "held.because": "It was held for review because:",
  "held.reason.first-comments": "it is among the first comments of your account;",
  "held.reason.links": "it has a link in it, and your account is new;",
  "held.reason.repeated": "you said the same here a short time ago;",
  "held.reason.several-letters": "you said the same in another discussion a short time ago;",
  "held.reason.several-accounts": "several accounts said the same within a short time;",
  "held.reason.listed-words": "a word in it stands on a list of words that moderators look at first;",
  "held.reason.flood": "you posted many comments in a short time.",
  "held.short.first-comments": "first comments",
  "held.short.links": "a link",
  "held.short.repeated": "said again",
  "held.short.several-letters": "said elsewhere",
  "held.short.several-accounts": "by several accounts",
  "held.short.listed-words": "a listed word",
  "held.short.flood": "many at once",
  "held.subject": "What was held",
  "held.withdraw": "Delete",
  "held.withdraw.text": "Its words are deleted, and no moderator reads them any more.",
  "held.case": "Held before anybody saw it",
  "held.case.rewords": "It is a new wording of a comment that stands; the earlier one is seen meanwhile.",
  "held.case.matched": "Found on a list of words: “{{entry}}”",
  "held.case.text":
    "Its author was told the following. Released, it appears as said when it was written, and whom it mentions or answers is told.",

  "moderation.kind.held": "Held comment",
  "moderation.decision.release": "Release",
  "moderation.decision.release.text":
    "A comment that was held back appears, or a letter that waited is published; its author is told.",
  "moderation.decision.refuse": "Refuse",
  "moderation.decision.refuse.text":
    "A comment that was held back does not appear, or a letter that waited stays a draft; its author still reads it, with the reason.",
  "moderation.reasons.held":
    "Rules that administrators set may hold a comment back until a moderator has read it: first comments and links of new accounts, repeated words, lists of words, too many at once. Its author sees it with the reason, and a person decides.",
  "publicLog.comment-refused": "A comment that was held back was refused: {{reason}}.",
  "publicLog.name.comment-refused": "held comment refused",
  "mail.decision.release": "Decision: the comment appears.",
  "mail.decision.refuse": "Decision: what you wrote does not appear.",
  "mail.statement.subject.release": "Your comment appears",
  "mail.statement.subject.refuse": "What you wrote was refused",
  "mail.statement.what.held":
    "A moderator has decided about a comment of yours that was held for review before anybody saw it:",
  "mail.statement.means.held":
    "A rule of this site held the comment back by itself. A person read it and decided; no automated means were used for that.",
  "mail.held.released.subject": "Your comment can be seen now",
  "mail.held.released":
    "A moderator has read the comment that you wrote about “{{title}}” and released it. Everybody sees it now:",
  "retention.refused": "The words of comments that were held back and refused",
  "retention.refused.why": "They are kept as long as the refusal can be contested.",
  "retention.prints": "Fingerprints of what was said lately",
  "retention.prints.why":
    "They tell repeated words and floods of comments, and hold no words; repetitions are looked for no longer.",
};
