import type { Language } from "#app/languages/language.ts";
import type { ProvisionChange, ProvisionKind } from "./provision.ts";

/** A dated state of a text. */
export type Revision = {
  id: number;
  /** "YYYY-MM-DD". */
  dated: string;
  title: string;
  /** Where the official text stands; empty when nobody said. */
  source: string;
  provisionCount: number;
};

/** An official document with its revisions, the newest first; there is at least one. */
export type DoctrineText = {
  id: number;
  slug: string;
  title: string;
  language: Language;
  revisions: Revision[];
};

/** Where a provision stands in a revision, without its text. */
export type OutlineEntry = {
  /** The provision's id. */
  id: number;
  /** Its address, as the newest revision that has it is numbered. */
  address: string;
  /** Its name in this revision: the anchor on the text's page. */
  slug: string;
  parentId: number | null;
  /** In the order of reading, from 1. */
  position: number;
  depth: number;
  /** How many follow it that stand below it. */
  descendants: number;
  kind: ProvisionKind;
  number: string;
  title: string;
  change: Exclude<ProvisionChange, "repealed">;
  /** Characters of its own text. */
  size: number;
};

/** What was said of a provision, in numbers. */
export type ProvisionCounts = { comments: number; letters: number; answers: number };

/** The revision that an address asks for by its day, the newest when it asks for none; undefined when there is none. */
export const revisionOf = (text: Pick<DoctrineText, "revisions">, asked: string | null) =>
  asked === null ? text.revisions[0] : text.revisions.find(({ dated }) => dated === asked);

/** The revision before another one, if there is one. */
export const revisionBefore = (text: Pick<DoctrineText, "revisions">, { dated }: Revision) =>
  text.revisions.find((revision) => revision.dated < dated);

const query = (values: Record<string, string | number | null | undefined>) => {
  const search = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  );
  return search.size > 0 ? `?${search}` : "";
};

/** The revision's day for an address; null for the newest, which needs none. */
export const dayIn = (text: Pick<DoctrineText, "revisions">, { dated }: Revision) =>
  text.revisions[0]?.dated === dated ? null : dated;

/**
 * The address of a text, or of one part of it.
 * @param part the anchor of any provision in that part
 */
export const textHref = (
  slug: string,
  asked: {
    revision?: string | null;
    part?: string | null;
    search?: string;
    after?: number | null;
    at?: string;
  } = {},
) => {
  const { at, ...values } = asked;
  return `/doctrine/${slug}${query(values)}${at ? `#${encodeURIComponent(at)}` : ""}`;
};

/** The address of a provision's page. */
export const provisionHref = (
  slug: string,
  address: string,
  asked: { revision?: string | null; from?: string; to?: string; at?: string } = {},
) => {
  const { at, ...values } = asked;
  return `/doctrine/${slug}/${encodeURIComponent(address)}${query(values)}${at ? `#${at}` : ""}`;
};

/**
 * The address of a provision's page for who reads one revision: there it goes by its name in that revision.
 * @param revision the revision's day; null for the newest, whose names are the present addresses
 */
export const entryHref = (
  slug: string,
  entry: Pick<OutlineEntry, "address" | "slug">,
  revision: string | null,
) => provisionHref(slug, revision === null ? entry.address : entry.slug, { revision });

/** The address of what changed between two revisions. */
export const comparisonHref = (
  slug: string,
  asked: { from: string; to: string; change?: string | null; after?: number | null },
) => `/doctrine/${slug}/compare${query(asked)}`;
