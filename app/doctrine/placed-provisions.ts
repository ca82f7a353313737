import type { Language } from "#app/languages/language.ts";
import type { Standing } from "./match-provisions.ts";
import { eachProvision, type ParsedProvision, type Reference } from "./parsed-provision.ts";
import { provisionSlugs } from "./provision-slugs.ts";

/** A provision of a tree in its place: rows of a revision are made of these. */
export type PlacedProvision = Standing & {
  /** From 0, in the order of reading; what stands below follows at once. */
  depth: number;
  descendants: number;
  references: Reference[];
};

/** The provisions of a tree in the order of reading, each with its address and its place. */
export function placedProvisions(provisions: ParsedProvision[], language: Language): PlacedProvision[] {
  const slugs = provisionSlugs(provisions, language);
  const placed: PlacedProvision[] = [];
  const open: PlacedProvision[] = [];
  for (const { provision, above, depth } of eachProvision(provisions)) {
    const { kind, number, title, text, references = [] } = provision;
    const next = {
      ...{ slug: slugs.get(provision) ?? "", kind, number, title, text },
      ...{ above: above ? (slugs.get(above) ?? null) : null, depth, descendants: 0, references },
    };
    open.length = depth;
    for (const each of open) each.descendants++;
    open.push(next);
    placed.push(next);
  }
  return placed;
}
