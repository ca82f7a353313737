/** Comments anchored in a passage of a doctrine text. */
export const annotations = {
  "annotation.title": "Comment on a passage",
  "annotation.offer": "Comment on this passage",
  "annotation.passages": "Passages discussed",
  "annotation.comments_one": "{{number}} comment on this passage",
  "annotation.comments_other": "{{number}} comments on this passage",
  "annotation.carried": "Made on the earlier text, in which this passage stood already",
  "annotation.carried.some": "Some of it was said on an earlier text, in which this passage stood already.",
  "annotation.orphan":
    "Made on an earlier text; this passage is no longer there, or stands there more than once",
  "annotation.orphans": "On passages that are gone",
  "annotation.orphans.why":
    "These passages stand no longer in the text, or stand there more than once. The comments are not moved to something alike.",
  "annotation.made-on": "made on the text of",
  "annotation.compare": "Compare the texts",
  "annotation.quote": "The passage",
  "annotation.quote.hint":
    "Select it in the text above, or copy it or type it here, word for word. Only a part of one provision can be quoted.",
  "annotation.source": "The text of {{provision}}",
  "annotation.source.hint":
    "What you select here with the mouse, a finger or Shift and the arrow keys becomes the passage.",
  "annotation.quote.missing": "Which passage? Select it in the text, or copy it here.",
  "annotation.quote.not-there": "These words do not stand in this text. Copy the passage word for word.",
  "annotation.quote.ambiguous":
    "These words stand here more than once. Quote a few more of the words around them.",
  "annotation.quote.too-long":
    "A passage has 2,000 characters at most. Quote less, or comment on the provision as a whole.",
  "annotation.revision.unknown": "This provision is not in that state of the text.",
  "annotation.whole": "Comment on the provision as a whole",
  "annotation.no-text": "This heading has no text of its own. Comment on one of the provisions below it.",
};
