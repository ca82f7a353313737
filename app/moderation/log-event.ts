/** Everything that the log tells. */
export const logEvents = [
  ...([
    "report-kept",
    "comment-hidden",
    "comment-part-hidden",
    "comment-refused",
    "letter-refused",
    "letter-hidden",
    "organisation-hidden",
    "signature-hidden",
    "removed-for-law",
    "author-warned",
    "thread-locked",
    "discussion-slowed",
    "account-paused",
    "account-barred",
  ] as const),
  ...(["decision-undone", "decision-upheld", "decision-overturned"] as const),
  ...(["signatures-invalidated", "invalidation-undone", "signature-pinned", "signature-unpinned"] as const),
  ...(["organisations-merged", "revision-imported", "official-marked", "official-unmarked"] as const),
  ...(["consultation-opened", "consultation-closed"] as const),
] as const;
export type LogEvent = (typeof logEvents)[number];
