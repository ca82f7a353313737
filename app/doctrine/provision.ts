/** What a provision can be, from the widest to the narrowest as official texts nest them. */
export const provisionKinds = [
  "part",
  "book",
  "title",
  "chapter",
  "section",
  "subsection",
  "paragraph",
  "article",
  "rule",
  "requirement",
  "annex",
  "item",
  "heading",
] as const;
export type ProvisionKind = (typeof provisionKinds)[number];

/** A numbered piece of a text with what stands below it, as `/doctrine/:slug.json` gives it. */
export type ProvisionTree = {
  /** "L100-1", "9", "19.6", "Ier"; empty for a heading without one. */
  number: string;
  kind: ProvisionKind;
  title: string;
  /** Its own text, one paragraph a line; empty for most headings. */
  text: string;
  children: ProvisionTree[];
};

/** What became of a provision since the revision before. */
export const provisionChanges = ["kept", "changed", "moved", "new", "repealed"] as const;
export type ProvisionChange = (typeof provisionChanges)[number];

/** The changes that are told: all but that there was none. */
export const toldChanges = ["changed", "moved", "new", "repealed"] as const;
export type ToldChange = (typeof toldChanges)[number];
