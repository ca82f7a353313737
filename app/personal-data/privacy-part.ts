/** What the privacy page tells, in this order: each a heading and a text. */
export const privacyParts = [
  "sign",
  "account",
  "discussion",
  "told",
  "report",
  "moderated",
  "organisation",
  "coAuthors",
  "provider",
  "cookies",
  "rights",
] as const;
export type PrivacyPart = (typeof privacyParts)[number];
