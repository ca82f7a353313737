import { expect, test } from "vitest";
import { findingsOf } from "#app/administration/health.ts";
import { eventLine } from "#app/administration/export-events.ts";
import type { Health } from "#app/administration/read-health.server.ts";

const well: Health = {
  migrationsMissing: 0,
  jobs: { waiting: 3, failed: 0 },
  mails: { waiting: 2, failing: 0, sends: true },
  uncounted: { count: 4, seconds: 2 },
  databaseSize: 1024 ** 3,
  disk: { free: 50 * 1024 ** 3, size: 100 * 1024 ** 3 },
  version: "1.0.0",
  securityContact: "mailto:security@tribune.example",
  public: true,
};
const troubles = (health: Partial<Health>) =>
  findingsOf({ ...well, ...health }).flatMap(({ trouble }) => trouble ?? []);

test("what works is no trouble, and each thing that is wrong is one", () => {
  expect(troubles({})).toEqual([]);
  const wrong: [Partial<Health>, string][] = [
    [{ migrationsMissing: 1 }, "administration.health.migrations.trouble"],
    [{ jobs: { waiting: 0, failed: 1 } }, "administration.health.jobs.trouble"],
    [{ mails: { waiting: 0, failing: 1, sends: true } }, "administration.health.mails.trouble"],
    [{ uncounted: { count: 1, seconds: 61 } }, "administration.health.counting.trouble"],
    [{ disk: { free: 1024 ** 3 - 1, size: 1024 ** 3 * 2 } }, "administration.health.disk.trouble"],
    [{ disk: { free: 4 * 1024 ** 3, size: 100 * 1024 ** 3 } }, "administration.health.disk.trouble"],
    [{ securityContact: "" }, "administration.health.securityContact.trouble"],
  ];
  for (const [health, trouble] of wrong) expect(troubles(health)).toEqual([trouble]);
  // Nobody else sees a Tribune on one's own machine.
  expect(troubles({ securityContact: "", public: false })).toEqual([]);
});

test("a disk that is not ours is not spoken of", () => {
  expect(findingsOf({ ...well, disk: null }).map(({ name }) => name)).not.toContain(
    "administration.health.disk",
  );
});

test("a line of the audit is safe in a spreadsheet", () => {
  const event = {
    id: 1,
    at: new Date("2026-11-26T14:00:00Z"),
    by: { id: 2, name: "=Ada" },
    act: "role-changed" as const,
    account: { id: 3, name: null },
    subject: "A, B",
    changes: { role: ["member", "admin"] as [string, string] },
  };
  expect(eventLine(event)).toBe(
    `1,2026-11-26T14:00:00.000Z,'=Ada,role-changed,3,"A, B",role: member → admin`,
  );
});
