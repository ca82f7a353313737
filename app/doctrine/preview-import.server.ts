import { sql } from "#db/sql.ts";
import type { ProvisionKind } from "./provision.ts";
import type { KeptImport } from "./keep-import.server.ts";
import { noAnswers } from "./import-text.server.ts";
import { type Counts, type OpenQuestion, type PlanRefusal, planRevision } from "./revision-plan.server.ts";
import { standsByNumber } from "./provision-slugs.ts";

/** So many lines of a list are shown, and how many there are. */
const mostShown = 300;

export type ShownProvision = {
  slug: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  depth: number;
};
type Part = { shown: ShownProvision[]; all: number };

export type ImportPreview = {
  outcome: "planned";
  /** The newest revision that it is compared with; null when the text begins. */
  basedOn: { id: number; dated: string } | null;
  kinds: [kind: ProvisionKind, count: number][];
  /** Its headings; all of it when that is little. */
  outline: Part;
  counts: Counts;
  lists: Record<"changed" | "moved" | "new" | "repealed", Part>;
  questions: OpenQuestion[];
};

/** What an import would do to its text as it stands now. */
export async function previewImport(kept: KeptImport): Promise<ImportPreview | PlanRefusal> {
  const planned = await planRevision(sql, { ...kept, answers: noAnswers });
  if (planned.outcome !== "planned") return planned;
  const { placed, match, old } = planned;
  const part = (provisions: (Omit<ShownProvision, "depth"> & { depth?: number })[]): Part => ({
    shown: provisions
      .slice(0, mostShown)
      .map(({ slug, kind, number, title, depth = 0 }) => ({ slug, kind, number, title, depth })),
    all: provisions.length,
  });
  const of = (change: string) => part(placed.filter((_, place) => match.changes[place] === change));
  const kinds = Map.groupBy(placed, ({ kind }) => kind);
  const isHeading = (provision: (typeof placed)[number]) =>
    !standsByNumber(provision) || provision.descendants > 0;
  return {
    outcome: "planned",
    basedOn: planned.text?.newest ?? null,
    kinds: [...kinds].map(([kind, each]) => [kind, each.length]),
    outline: part(placed.length <= mostShown ? placed : placed.filter(isHeading)),
    counts: planned.counts,
    lists: {
      changed: of("changed"),
      moved: of("moved"),
      // Of a text that begins everything is new.
      new: planned.text?.newest ? of("new") : part([]),
      repealed: part(match.repealed.flatMap((place) => old[place] ?? [])),
    },
    questions: planned.questions,
  };
}
