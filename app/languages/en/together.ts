/** Drafts that several have open at once. */
export const together = {
  "together.others_one": "{{names}} has this draft open as well.",
  "together.others_other": "{{names}} have this draft open as well.",
  "together.state.offline":
    "Offline. What you type is kept in this browser and sent when the connection is back.",
  "together.state.again": "Your role has changed. One moment…",
  "together.state.notAllowed": "You may not write here any more. What you typed last is not saved.",
  "together.state.noDraft":
    "This is no draft any more: it was published or deleted. What was not saved by then is not in it.",
  "together.state.readOnly":
    "Nothing can be written at the moment. What you typed last is kept in this browser: load this page again later.",
  "together.state.refused": "The server did not take what this page sent. Load the page again.",
  "together.state.fault":
    "Something in the text is no part of a letter. Until it is gone, the draft keeps its last state.",
  "together.fields.stale":
    "Not saved: somebody else changed the title or the fields below meanwhile. Load the page again to see theirs; the text is saved.",
};
