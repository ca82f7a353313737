import { binds, type Level, levels } from "#app/organisations/mandate.ts";
import type { Sector } from "#app/organisations/organisation.ts";

/** An account that commented; the organisation it counts for, or null for a person. */
export type Participant = {
  accountId: number;
  comments: number;
  speaksFor: { organisationId: number; sector: Sector; level: Level } | null;
};

/** A row of a table of participation; `of` is null for persons. */
export type Share<Of> = { of: Of | null; accounts: number; organisations: number; comments: number };

export type Participation = {
  all: Share<never>;
  byLevel: Share<Level>[];
  bySector: Share<Sector>[];
};

/** Strongest first, as tables of proof are read. */
const strongest = levels.filter(binds).toReversed();

/**
 * Participants by level and by sector, each account once; persons come last, rows without anybody are left out. An
 * organisation for which several accounts commented counts once: at the best level among them.
 */
export function participationOf(participants: Participant[]): Participation {
  const best = new Map<number, Level>();
  for (const { speaksFor } of participants) {
    if (!speaksFor) continue;
    const known = best.get(speaksFor.organisationId);
    if (!known || strongest.indexOf(speaksFor.level) < strongest.indexOf(known))
      best.set(speaksFor.organisationId, speaksFor.level);
  }
  const share = <Of>(of: Of | null, among: Participant[], level: Level | null = null): Share<Of> => {
    const organisations = new Set(
      among.flatMap(({ speaksFor }) => (speaksFor ? [speaksFor.organisationId] : [])),
    );
    return {
      of,
      accounts: among.length,
      organisations: [...organisations].filter((id) => level === null || best.get(id) === level).length,
      comments: among.reduce((sum, { comments }) => sum + comments, 0),
    };
  };
  const bound = (level: Level) => participants.filter(({ speaksFor }) => speaksFor?.level === level);
  const sectors = [...new Set(participants.flatMap(({ speaksFor }) => speaksFor?.sector ?? []))].toSorted();
  const persons = participants.filter(({ speaksFor }) => speaksFor === null);
  const there = <Of>(row: Share<Of>) => row.accounts > 0;
  return {
    all: share<never>(null, participants),
    byLevel: [
      ...strongest.map((level) => share(level, bound(level), level)),
      share<Level>(null, persons),
    ].filter(there),
    bySector: [
      ...sectors.map((sector) =>
        share(
          sector,
          participants.filter(({ speaksFor }) => speaksFor?.sector === sector),
        ),
      ),
      share<Sector>(null, persons),
    ].filter(there),
  };
}
