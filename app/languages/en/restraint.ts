/** What moderation hides in part, removes for law, or slows down. */
export const restraint = {
  "moderation.decision.hide-part": "Hide a part of it",
  "moderation.decision.remove": "Remove it for law",
  "moderation.decision.slow": "Slow the discussion down",
  "moderation.decision.hide-part.text":
    "Chosen passages of a comment are hidden, with a mark in their place; the rest stays to be read.",
  "moderation.decision.remove.text":
    "It is hidden because a provision of law asks for that: the provision is named in public, and whether an authority ordered it or somebody gave notice.",
  "moderation.decision.slow.text":
    "For a day or a week, everybody waits some minutes between two comments under the letter or the text.",
  "moderation.lawFrom.order": "ordered by an authority",
  "moderation.lawFrom.notice": "on notice",

  "comment.part-hidden.mark": "[hidden by moderators]",
  "comment.part-hidden": "Moderators have hidden a part of this comment: {{reason}}.",
  "comment.part-hidden.own": "Moderators have hidden a part of your comment from everybody: {{reason}}.",
  "comment.part-hidden.edit":
    "It cannot be edited while a part of it is hidden; you may delete it, or contest the decision.",
  "comment.tooSoon":
    "Slow mode holds here, and you have just written something. Nothing was posted; what you wrote is still here. You can send it from {{from}} on.",
  "discussion.slow_one":
    "Slow mode: moderators ask for one minute between two comments of the same person, here until {{until}}.",
  "discussion.slow_other":
    "Slow mode: moderators ask for {{count}} minutes between two comments of the same person, here until {{until}}.",

  "hidden.law.order": "An authority ordered it to be removed, by this provision of law: {{law}}.",
  "hidden.law.notice": "It was removed on notice, by this provision of law: {{law}}.",

  "decide.passages": "Passages to hide",
  "decide.passages.hint":
    "Only to hide a part: one passage a line, word for word as the comment says it. Each is hidden wherever it occurs.",
  "decide.passages.missing": "Give the passages to hide, one a line.",
  "decide.passages.many": "Give fifty passages at most.",
  "decide.passages.short": "A passage has two signs at least.",
  "decide.passages.not-there": "The comment does not say this word for word: “{{passage}}”.",
  "decide.passages.hidden": "What was hidden of it:",
  "decide.law": "Provision of law",
  "decide.law.hint": "Only to remove it for law: its article and act, as the public log will name it.",
  "decide.law.missing": "Name the provision of law.",
  "decide.lawFrom": "Where the removal comes from",
  "decide.lawFrom.missing": "Say where the removal comes from.",
  "decide.lawFrom.order": "An order of an authority",
  "decide.lawFrom.notice": "A notice",
  "decide.minutes": "Minutes between two comments",
  "decide.minutes.hint": "Only for slow mode: so long everybody waits under the letter or the text.",
  "decide.minutes.missing": "Choose how many minutes.",
  "decide.minutes.1": "1 minute",
  "decide.minutes.5": "5 minutes",
  "decide.minutes.15": "15 minutes",
  "decide.minutes.60": "60 minutes",
  "decide.slowDays": "How long slow mode holds",
  "decide.slowDays.missing": "Choose how long it holds.",
  "decide.slowDays.1": "1 day",
  "decide.slowDays.7": "1 week",
  "case.minutes_one": "one minute",
  "case.minutes_other": "{{count}} minutes",
  "case.law": "{{law}}, {{from}}",

  "publicLog.comment-part-hidden": "A part of a comment was hidden: {{reason}}.",
  "publicLog.removed-for-law": "{{subject}} removed for law: {{law}}, {{from}} ({{reason}}).",
  "publicLog.discussion-slowed_one":
    "Slow mode was set, one minute between two comments of an account: {{reason}}.",
  "publicLog.discussion-slowed_other":
    "Slow mode was set, {{number}} minutes between two comments of an account: {{reason}}.",
  "publicLog.name.comment-part-hidden": "part of a comment hidden",
  "publicLog.name.removed-for-law": "removed for law",
  "publicLog.name.discussion-slowed": "slow mode set",

  "mail.decision.hide-part": "Decision: a part of it is hidden.",
  "mail.decision.remove": "Decision: it is removed because the law asks for that.",
  "mail.decision.slow": "Decision: slow mode holds in the discussion that it belongs to.",
  "mail.statement.subject.hide-part": "A part of what you wrote was hidden",
  "mail.statement.subject.remove": "What you wrote was removed for law",
  "mail.statement.subject.slow": "A discussion that you write in was slowed down",
  "mail.statement.passages": "What is hidden of it:",
  "mail.statement.law.order": "An authority ordered it, by this provision of law: {{law}}.",
  "mail.statement.law.notice": "It follows a notice, by this provision of law: {{law}}.",
  "mail.statement.slow_one": "Everybody waits one minute between two comments there.",
  "mail.statement.slow_other": "Everybody waits {{count}} minutes between two comments there.",
};
