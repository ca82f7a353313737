import type { Phrase } from "#app/languages/translate.ts";
import type { Health } from "./read-health.server.ts";

/** One thing that can go wrong: its name, how it is, and in a sentence what to do when it is not well. */
export type Finding = {
  name: Phrase;
  state: Phrase;
  values?: Record<string, number | string>;
  trouble: Phrase | null;
};

/** A signature is counted within two seconds; a minute without is no longer a crowd. */
const countedWithin = 60;
/** Below that share, or that many bytes, PostgreSQL may soon be unable to write. */
const leastFree = { share: 0.05, bytes: 1024 ** 3 };

const gigabytes = (bytes: number) => (bytes / 1024 ** 3).toFixed(1);

/** What an administrator is told of a state of health, in the order in which it matters. */
export function findingsOf(health: Health): Finding[] {
  const { jobs, mails, uncounted, disk } = health;
  return [
    { name: "administration.health.database", state: "administration.health.database.there", trouble: null },
    {
      name: "administration.health.migrations",
      state:
        health.migrationsMissing > 0
          ? "administration.health.migrations.state"
          : "administration.health.migrations.none",
      values: { count: health.migrationsMissing },
      trouble: health.migrationsMissing > 0 ? "administration.health.migrations.trouble" : null,
    },
    {
      name: "administration.health.jobs",
      state: "administration.health.jobs.state",
      values: jobs,
      trouble: jobs.failed > 0 ? "administration.health.jobs.trouble" : null,
    },
    {
      name: "administration.health.mails",
      state: mails.sends ? "administration.health.mails.state" : "administration.health.mails.kept",
      values: { waiting: mails.waiting, failing: mails.failing },
      trouble: mails.failing > 0 ? "administration.health.mails.trouble" : null,
    },
    {
      name: "administration.health.counting",
      state:
        uncounted.count > 0 ? "administration.health.counting.state" : "administration.health.counting.none",
      values: uncounted,
      trouble: uncounted.seconds > countedWithin ? "administration.health.counting.trouble" : null,
    },
    ...(disk
      ? [
          {
            name: "administration.health.disk" as const,
            state: "administration.health.disk.state" as const,
            values: {
              size: Math.ceil(health.databaseSize / 1024 ** 2),
              free: gigabytes(disk.free),
              all: gigabytes(disk.size),
            },
            trouble:
              disk.free < leastFree.bytes || disk.free < leastFree.share * disk.size
                ? ("administration.health.disk.trouble" as const)
                : null,
          },
        ]
      : []),
    {
      name: "administration.health.securityContact",
      state: health.securityContact
        ? "administration.health.securityContact.set"
        : "administration.health.securityContact.none",
      values: { contact: health.securityContact },
      // A Tribune on one's own machine has no strangers who could find anything.
      trouble:
        health.securityContact || !health.public ? null : "administration.health.securityContact.trouble",
    },
    {
      name: "administration.health.version",
      state: "administration.health.version.state",
      values: { version: health.version },
      trouble: null,
    },
  ];
}
