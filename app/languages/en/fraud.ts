/** Defence against fraud: the sign form's proof of effort, the review of signatures, the public log. */
export const fraud = {
  "effort.waiting": "One moment: your browser proves that it is no program signing in bulk.",
  "effort.trap": "Leave this field empty",
  "effort.title": "A moment of patience",
  "effort.wait_one": "Press the button in one second.",
  "effort.wait_other": "Press the button in {{count}} seconds.",
  "effort.why":
    "Your browser sent no proof that it is no program signing in bulk, perhaps because no scripts run in it. Waiting is such a proof too. What you typed is kept; nothing has been signed yet.",
  "effort.button": "Sign now",
  "suspicion.burst": "many from one network within ten minutes",
  "suspicion.sustained": "many from one network within a day",
  "suspicion.sameName": "one name several times from one network",
  "suspicion.namePattern": "a name that looks made up, or that many signed with within an hour",
  "suspicion.disposableDomain": "a throw-away mailbox",
} as const;
