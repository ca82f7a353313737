import slugify from "@sindresorhus/slugify";
import type { Language } from "#app/languages/language.ts";
import { plainNumber } from "./numbered-heading.ts";
import type { ParsedProvision } from "./parsed-provision.ts";
import type { ProvisionKind } from "./provision.ts";

const longest = 140;

/** What /doctrine/:slug has below it besides provisions. */
const reserved = new Set(["annotations", "compare", "consultations", "officials", "unanswered"]);

/** Kinds whose number says nothing without what they stand in: every book has a chapter 1. */
const nested: Partial<Record<ProvisionKind, Record<Language, string>>> = {
  part: { fr: "partie", en: "part" },
  book: { fr: "livre", en: "book" },
  title: { fr: "titre", en: "title" },
  chapter: { fr: "chapitre", en: "chapter" },
  section: { fr: "section", en: "section" },
  subsection: { fr: "sous-section", en: "subsection" },
  paragraph: { fr: "paragraphe", en: "paragraph" },
  annex: { fr: "annexe", en: "annex" },
};

/** Whether a provision is known by its number alone, as an article of a code is. */
export function standsByNumber({ kind, number }: { kind: ProvisionKind; number: string }): boolean {
  return number !== "" && !(kind in nested);
}

/**
 * The address of every provision of a tree: the number where it says enough ("L100-1", "19.6"), else the way to it
 * ("livre-1-titre-2-chapitre-1"). Unique within the tree: a number that stands in several annexes has the way to it
 * before it, and what still is there twice counts on ("L221-10~2").
 */
export function provisionSlugs(
  provisions: ParsedProvision[],
  language: Language,
): Map<ParsedProvision, string> {
  const slugs = new Map<ParsedProvision, string>();
  const taken = new Map<string, ParsedProvision | null>();
  const counts = new Map<string, number>();

  function take(wish: string, above: ParsedProvision | null, way: string): string {
    if (!taken.has(wish)) {
      taken.set(wish, above);
      return wish;
    }
    if (way !== wish && taken.get(wish) !== above) return take(way, above, way);
    let count = counts.get(wish) ?? 1;
    do count++;
    while (taken.has(`${wish}~${count}`));
    counts.set(wish, count);
    taken.set(`${wish}~${count}`, above);
    return `${wish}~${count}`;
  }

  function visit(children: ParsedProvision[], above: ParsedProvision | null, path: string): void {
    for (const provision of children) {
      const step = stepOf(provision, language);
      const way = (path === "" ? step : `${path}-${step}`).slice(0, longest);
      const wish = standsByNumber(provision) ? safeNumber(provision.number) : way;
      const slug = take(
        wish === "" || reserved.has(wish) ? `${provision.kind}-${wish || "0"}` : wish,
        above,
        way,
      );
      slugs.set(provision, slug);
      visit(provision.children, provision, standsByNumber(provision) ? path : slug);
    }
  }
  visit(provisions, null, "");
  return slugs;
}

/** "livre-1", "chapitre-unique"; of a heading without a number, its words. */
function stepOf({ kind, number, title }: ParsedProvision, language: Language): string {
  const word = nested[kind]?.[language] ?? kind;
  if (number !== "") return `${word}-${nested[kind] ? words(plainNumber(number)) : safeNumber(number)}`;
  const named = words(title).slice(0, 60).replace(/-+$/, "");
  return nested[kind] && named !== word ? `${word}-${named}` : named || word;
}

/** Words as an address has them: "L'année" is "l-annee". */
function words(text: string): string {
  return slugify(text, { decamelize: false });
}

/** A number as an address has it: letters, digits, points and hyphens, in the case of the text. */
function safeNumber(number: string): string {
  return number
    .normalize("NFD")
    .replace(/[\p{M}*]/gu, "")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .replace(/\.(json|csv)$/i, "-$1")
    .slice(0, longest);
}
