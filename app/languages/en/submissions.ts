/** Letters that wait for a moderator before they are published. */
export const submissions = {
  "pipeline.letters": "Letters",
  "pipeline.holdLetters": "Letters are read before they are published",
  "pipeline.holdLetters.hint":
    "A letter, and each next version of it, waits until a moderator has read and released it. Without this they appear at once and are moderated afterwards. Letters of moderators and administrators never wait.",
  "administration.change.holdLetters": "letters read before publication",
  "submission.text":
    "On this site a moderator reads letters before they are published. You submit it now, and it is published as it stands as soon as it is released; you are told by mail.",
  "submission.button": "Submit for publication",
  "submission.done": "Submitted. A moderator reads it now; you are told by mail when it is published.",
  "submission.takenBack": "Taken back. Nobody but its authors reads it.",
  "submission.waits": "Waiting for a moderator since",
  "submission.changed":
    "The text was changed since. It cannot be released like this: submit it again as it stands now, or take it back.",
  "submission.takeBack": "Take back",
  "submission.refused":
    "A moderator has refused to publish this text. You may change it and submit it again, or contest the decision.",
  "submission.refused.link": "Read why, and contest",
  "submission.subject": "What waits for publication",
  "submission.short": "to be read before publication",
  "submission.case": "Submitted for publication",
  "submission.case.letter":
    "Released, this letter is published as it stands here. Refused, it stays a draft of its authors.",
  "submission.case.version":
    "Released, this becomes the letter’s next version, and its signatories are told. Refused, the version that stands goes on standing.",
  "submission.case.gone":
    "There is nothing to read now: it was published or taken back, or its authors have changed it and not submitted it again.",
  "submission.case.by": "Author",
  "submission.case.to": "To",
  "moderation.kind.submission": "Letter before publication",
  "publicLog.letter-refused":
    "A letter, or a next version of one, was read before publication and refused: {{reason}}.",
  "publicLog.name.letter-refused": "letter refused before publication",
  "mail.statement.what.submission":
    "A moderator has decided about a letter that you submitted for publication:",
  "mail.statement.means.submission":
    "On this site letters are read before they are published. A person read it and decided; no automated means were used.",
  "mail.submission.released.subject": "Published: {{title}}",
  "mail.submission.released": "Hello,\n\na moderator has read “{{title}}” and released it. It is published:",
  "mail.planned.submitted.subject": "Submitted: {{title}}",
  "mail.planned.submitted.text":
    "Hello,\n\nthe moment has come at which your letter “{{title}}” was to publish itself. On this site a moderator reads letters before they are published: it is submitted and waits. You are told by mail what is decided. Here it stands:",
};
