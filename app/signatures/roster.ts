import { z } from "zod";
import { type Level, levels } from "#app/organisations/mandate.ts";
import { type Sector, sectors } from "#app/organisations/organisation.ts";

/** Which signatures of a letter a reader wants to see; level, country and sector are organisations' alone. */
export type RosterFilter = {
  imported: boolean;
  search: string;
  kind: "organisation" | "person" | null;
  level: Level | null;
  country: string | null;
  sector: Sector | null;
  version: number | null;
  /** Only those who say why they sign. */
  statement: boolean;
};

/** A place in the roster: pages are read by it, so a signature that comes meanwhile moves nothing. */
export type RosterKey = { place: number; id: number };

const Asked = z.object({
  search: z
    .string()
    .transform((text) => text.replaceAll("\0", "").slice(0, 200))
    .catch(""),
  kind: z.enum(["organisation", "person"]).nullable().catch(null),
  level: z.enum(levels).nullable().catch(null),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .catch(null),
  sector: z.enum(sectors).nullable().catch(null),
  version: z.coerce.number().int().positive().max(1_000_000).nullable().catch(null),
});

/** The filter of an address's query; what it does not know is left out. `list` says which of the two lists. */
export function readFilter(query: URLSearchParams, imported: boolean): RosterFilter {
  const asked = Object.fromEntries(
    ["search", "kind", "level", "country", "sector", "version"].map((name) => [
      name,
      query.get(name) || null,
    ]),
  );
  return {
    imported,
    ...Asked.parse({ ...asked, search: asked.search ?? "" }),
    statement: query.has("statement"),
  };
}

/** The query of a filter's page, without what says nothing. */
export function filterQuery(filter: RosterFilter, after?: RosterKey | null): string {
  const query = new URLSearchParams({ list: filter.imported ? "imported" : "signed" });
  for (const name of ["search", "kind", "level", "country", "sector", "version"] as const)
    if (filter[name]) query.set(name, String(filter[name]));
  if (filter.statement) query.set("statement", "on");
  if (after) query.set("after", `${after.place}.${after.id}`);
  return query.toString();
}

/** Whether a filter leaves anybody out. */
export const isNarrow = ({ imported: _imported, ...filter }: RosterFilter): boolean =>
  Object.values(filter).some(Boolean);

/** The key in an address, or null when it is none. */
export function rosterKey(text: string | null): RosterKey | null {
  const [, place, id] = /^(\d)\.(\d{1,15})$/.exec(text ?? "") ?? [];
  return place && id ? { place: Number(place), id: Number(id) } : null;
}
