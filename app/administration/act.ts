/** All that administrators do and that is written down. */
export const acts = [
  "signing-closed",
  "signing-opened",
  "read-only-begun",
  "read-only-ended",
  "joining-closed",
  "joining-opened",
  "passkeys-required",
  "passkeys-not-required",
  "banner-set",
  "banner-removed",
  "pipeline-set",
  "word-list-set",
  "role-changed",
  "sessions-ended",
  "passkeys-forgotten",
  "job-retried",
  "job-dropped",
  "mail-sent-again",
  "retention-run",
  "organisations-merged",
  "official-marked",
  "official-unmarked",
  "moderator-named",
  "moderator-ended",
] as const;
export type Act = (typeof acts)[number];

export const isAct = (value: unknown): value is Act => acts.some((act) => act === value);

/** For each thing that changed, what it was and what it is. */
export type Changes = Record<string, [before: string | boolean, after: string | boolean]>;

/** Those that change a setting. */
export const settingActs: Act[] = [
  "signing-closed",
  "signing-opened",
  "read-only-begun",
  "read-only-ended",
  "joining-closed",
  "joining-opened",
  "passkeys-required",
  "passkeys-not-required",
  "banner-set",
  "banner-removed",
];
