import { expect, test } from "vitest";
import { type Participant, participationOf } from "#app/consultations/participation.ts";
import type { Level } from "#app/organisations/mandate.ts";
import type { Sector } from "#app/organisations/organisation.ts";

const person = (accountId: number, comments = 1): Participant => ({ accountId, comments, speaksFor: null });
const speaker = (
  accountId: number,
  organisationId: number,
  level: Level,
  sector: Sector = "user",
  comments = 1,
) => ({
  accountId,
  comments,
  speaksFor: { organisationId, level, sector },
});

test("nobody", () => {
  expect(participationOf([])).toEqual({
    all: { of: null, accounts: 0, organisations: 0, comments: 0 },
    byLevel: [],
    bySector: [],
  });
});

test("each account once; an organisation once, at the best level among those who commented for it", () => {
  const { all, byLevel, bySector } = participationOf([
    person(1, 3),
    person(2),
    speaker(3, 10, "mailed", "association", 2),
    speaker(4, 10, "domain", "association"),
    speaker(5, 11, "federated", "public-body"),
    speaker(6, 12, "mailed", "association"),
  ]);
  expect(all).toEqual({ of: null, accounts: 6, organisations: 3, comments: 9 });
  expect(byLevel).toEqual([
    { of: "federated", accounts: 1, organisations: 1, comments: 1 },
    { of: "domain", accounts: 1, organisations: 1, comments: 1 },
    { of: "mailed", accounts: 2, organisations: 1, comments: 3 },
    { of: null, accounts: 2, organisations: 0, comments: 4 },
  ]);
  expect(bySector).toEqual([
    { of: "association", accounts: 3, organisations: 2, comments: 4 },
    { of: "public-body", accounts: 1, organisations: 1, comments: 1 },
    { of: null, accounts: 2, organisations: 0, comments: 4 },
  ]);
  for (const rows of [byLevel, bySector])
    for (const column of ["accounts", "organisations", "comments"] as const)
      expect(rows.reduce((sum, row) => sum + row[column], 0)).toBe(all[column]);
});
