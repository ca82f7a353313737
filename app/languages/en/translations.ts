/** Translations of a letter: writing them, publishing them with it, and reading it in one of its languages. */
export const translations = {
  "translations.title": "Translations",
  "translations.lead":
    "A letter is published in all its languages at once, as one version, and signatures are on that version, whatever language it was read in. The original is authoritative.",
  "translations.next":
    "These are the translations of the next version: what is published stays as it is until that one is.",
  "translations.into.en": "Translation into English",
  "translations.into.fr": "Translation into French",
  "translations.begin.en": "Translate into English",
  "translations.begin.fr": "Translate into French",
  "translations.original.en": "The original, in English",
  "translations.original.fr": "The original, in French",
  "translations.standing.empty": "It has no text: it is not published.",
  "translations.standing.unfinished":
    "It is being written: it is not published until somebody declares that it says what the original says.",
  "translations.standing.behind":
    "It is behind its original, which has changed since. It is published with a note that says so, unless it is left out.",
  "translations.standing.current":
    "It says what the original says as it stands now, and is published with it.",
  "translations.standing.leftOut": "It is left out of what is published.",
  "translations.standing.leftOut.behind": "It is behind its original, and is left out of what is published.",
  "translations.leaveOut": "Leave it out",
  "translations.takeIn": "Take it in",
  "translations.after.saved": "The translation is saved.",
  "translations.after.leftOut": "The translation is left out of what is published.",
  "translations.after.takenIn": "The translation is no longer left out.",
  "translations.after.deleted": "The translation is deleted.",
  "translations.save": "Save",
  "translations.saveCurrent": "Save and declare it up to date",
  "translations.saveCurrent.text":
    "Up to date: it says what the original says as it is shown here. Once the original changes, it is behind until somebody declares this again.",
  "translations.stale":
    "The translation was saved or deleted in another window meanwhile. Your text is below; saving again puts it in place of the other one.",
  "translations.closed": "This letter is closed: it will have no other version.",
  "translations.delete": "Delete this translation…",
  "translations.delete.text":
    "A deleted translation cannot be brought back. What is published of it stays in its version.",
  "translations.delete.button": "Delete the translation",
  "translations.notYet": "It has no text yet.",
  "translations.readOriginal": "Read the original",
  "translations.added": "{{language}}: a translation was added.",
  "translations.removed": "{{language}}: the translation was taken out.",
  "translations.changed": "{{language}}: the translation changed.",
  "translations.switch": "Languages of this letter",
  "translations.isOriginal": "(original)",
  "translations.reading.original": "You are reading the original, which is authoritative.",
  "translations.reading.en": "You are reading a translation. The original, in English, is authoritative.",
  "translations.reading.fr": "You are reading a translation. The original, in French, is authoritative.",
  "translations.reading.signed":
    "A signature is on version {{number}} as a whole, whatever language it was read in.",
  "translations.behind.version":
    "This translation is behind its original: it says what version {{number}} said.",
  "translations.behind.unpublished":
    "This translation is behind its original: it says what an earlier wording said.",
  "translations.hash": "of this text alone: SHA-256",
  "translations.list": "Translations:",
  "translations.list.behind": "(behind its original)",
  "translations.shared": "Signatures are counted together, whatever language was read.",
};
