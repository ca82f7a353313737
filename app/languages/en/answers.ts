/** Who answers for a doctrine text, and what they answered. */
export const answers = {
  "officials.title": "Officials of this text",
  "officials.lead":
    "They may answer comments officially, give a provision its disposition, and open consultations. Every change of this list stands in the public log.",
  "officials.none": "Nobody answers for this text yet.",
  "officials.organisation.note": "everybody with a proved mandate for it",
  "officials.since": "since",
  "officials.end": "End",
  "officials.end.named": "End the mark of {{name}}",
  "officials.ended": "The mark was ended. What was answered under it stays official.",
  "officials.marked": "They may answer for this text now.",
  "officials.account": "Mark an account",
  "officials.account.email.hint": "The address that the account logs in with. It is not shown to anybody.",
  "officials.account.unknown": "No account has this address.",
  "officials.mark": "Mark as official",
  "officials.organisation": "Mark an organisation",
  "officials.organisation.label": "Organisation",
  "officials.organisation.hint": "Its name, or the address of its page.",
  "officials.organisation.missing": "Enter the name of an organisation.",
  "officials.organisation.unknown": "There is no organisation of this name.",
  "officials.organisation.several":
    "Several organisations have such a name. Enter the address of the page of one: {{slugs}}.",
  "answer.badge": "Official answer",
  "answer.badge.of": "Official answer of {{name}}",
  "answer.officially": "Answer officially",
  "answer.officially.of":
    "It is shown as the official answer of {{name}}, and its mark stays, even if you delete it.",
  "answer.officially.own": "It is shown as an official answer, and its mark stays, even if you delete it.",
  "answer.notOfficial":
    "You may not answer officially here, so nothing was posted. What you wrote is still here: without the tick it is a reply of your own.",
  "answer.edit.notOfficial":
    "Your edit was not saved: this is an official answer, and only who answers officially for this text changes it. What you wrote is still here.",
  "official.no-longer":
    "You may no longer act as an official of this text, so nothing was published. What you wrote is still here.",
  "answers.title": "Official answers",
  "answer.gone": "Deleted account",
  "disposition.decision": "Decision",
  "disposition.decision.missing": "Choose a decision.",
  "disposition.reasons": "Reasons",
  "disposition.reasons.hint":
    "What was decided of the comments, and why. It stays readable, also when a newer one takes its place.",
  "disposition.reasons.missing": "Give reasons for it.",
  "disposition.revision.gone":
    "This provision is not in that state of the text any more. Open the form anew; what you typed is still here.",
  "disposition.moved":
    "The rules were renumbered meanwhile, and this address leads to another one now. Nothing was published; what you typed is still here. The provision that you answered is at {{address}}",
  "disposition.post": "Publish the disposition",
  "disposition.make": "Give this provision its disposition",
  "disposition.again": "Publish a new disposition",
  "disposition.speaks": "It speaks of the state of {{day}}.",
  "unanswered.title": "What has no answer yet",
  "unanswered.lead":
    "Provisions with comments and without a disposition, then comments in whose thread nobody answered officially; the most supported first.",
  "unanswered.provisions": "Provisions without a disposition",
  "unanswered.provisions.how": "Ordered by comments and citing letters together.",
  "unanswered.provisions.none": "Every provision with comments has its disposition.",
  "unanswered.comments": "Comments without an official answer",
  "unanswered.comments.how":
    "Ordered by the share of readers who agree at least, judging by the votes so far; replies are not listed.",
  "unanswered.comments.none": "Every comment was answered.",
  "unanswered.end": "There is nothing more.",
  "unanswered.answer": "Answer",
  "publicLog.official-marked": "{{who}} may answer officially for this text.",
  "publicLog.official-unmarked": "{{who}} may no longer answer officially for this text.",
  "publicLog.consultation-opened": "A consultation was announced: {{subject}}",
  "publicLog.consultation-closed": "A consultation was closed before its day: {{subject}}",
} as const;
