import { isDay } from "#app/languages/calendar-day.ts";
import type { DocumentNode } from "#app/letters/document.ts";

/** Where a letter points at a provision, as a node of its document holds it: all of it is part of what is signed. */
export type Citation = {
  /** The slug of the doctrine text. */
  text: string;
  /** The provision's slug in the revision: "L100-1", "9", "livre-1-titre-2". */
  provision: string;
  /** The day of the revision that was read: "2023-05-14". */
  revision: string;
  /** The words that stand in the letter: "article L100-1". */
  label: string;
};

/** The longest label, in UTF-16 units. */
export const longestLabel = 200;

const textSlug = /^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const provisionSlug = /^[A-Za-z0-9][A-Za-z0-9.~-]{0,159}$/;

/** Whether attributes from outside have the shape of a citation; whether what they name exists is asked on publishing. */
export function isCitation(attributes: Record<string, unknown>): attributes is Citation {
  const { text, provision, revision, label } = attributes;
  if (![text, provision, revision, label].every((value) => typeof value === "string")) return false;
  return (
    textSlug.test(text as string) &&
    provisionSlug.test(provision as string) &&
    isDay(revision as string) &&
    isLabel(label as string)
  );
}

/** One line of words, without spaces around it, that can be stored as UTF-8. */
function isLabel(label: string): boolean {
  return (
    label.length > 0 &&
    label.length <= longestLabel &&
    label.trim() === label &&
    label.isWellFormed() &&
    !/\p{Cc}/u.test(label)
  );
}

/** The citations of a document in the order of reading. */
export function citationsIn(document: DocumentNode): Citation[] {
  const own = document.type === "citation" ? [document.attrs as Citation] : [];
  return [...own, ...(document.content ?? []).flatMap(citationsIn)];
}

/** The same place for all citations that lead there. */
export const placeOf = ({ text, provision, revision }: Omit<Citation, "label">): string =>
  `${text}/${provision}?revision=${revision}`;

/** The page of what is cited, in the state that was read. */
export const citationHref = (citation: Omit<Citation, "label">): string => `/doctrine/${placeOf(citation)}`;

/** How a citation's place is written in Markdown: `[article L100-1](doctrine:crpa/L100-1?revision=2023-05-14)`. */
export const citationSource = (citation: Citation): string => `doctrine:${placeOf(citation)}`;

export const isCitationSource = (address: string): boolean => /^doctrine:/i.test(address);

/** Reads such an address. What it lacks is empty, so that whoever checks the citation says that it is none. */
export function readCitationSource(address: string, label: string): Citation {
  const [, text = "", provision = "", revision = ""] =
    /^doctrine:\/{0,2}([^/?#]*)\/([^/?#]*)\?revision=([^&#]*)$/i.exec(address) ?? [];
  return { text, provision, revision, label: label.replace(/\s+/g, " ").trim() };
}
