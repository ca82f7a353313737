import { z } from "zod";

/**
 * What every suggestion carries: its own id, the account that proposes it, the moment as ISO time in UTC. No name: names are
 * looked up where suggestions are shown, so nobody can write under another one's.
 */
export type Stamp = { id: string; account: number; at: string };

/** What can be proposed: text or a block that comes, one that goes, one text in the place of another, another form. */
type SuggestionKind = "insertion" | "deletion" | "replacement" | "formatting";

/** One suggestion as it is read: `before` and `after` are its words, positions are those of the document with suggestions. */
export type Suggestion = {
  id: string;
  kind: SuggestionKind;
  account: number;
  at: string;
  before: string;
  after: string;
  /** Of a suggestion of formatting: the marks that come and those that go, such as "bold". */
  formats: { added: string[]; removed: string[] };
  from: number;
  to: number;
};

/** The names of the marks on text; nodes carry the attributes `inserted` and `deleted` instead (decision 38). */
export const suggestionMarks = ["insertion", "deletion", "formatting"] as const;
export const nodeSuggestions = ["inserted", "deleted"] as const;

const Stamp = z.object({
  id: z.string().regex(/^[\w-]{6,40}$/),
  account: z.int().positive(),
  at: z.iso.datetime(),
});

/** Reads the stamp of a mark (its attributes) or of a node (their JSON in one attribute); null when it is none. */
export function readStamp(value: unknown): Stamp | null {
  let given = value;
  if (typeof value === "string") {
    try {
      given = JSON.parse(value);
    } catch {
      // Whoever writes to the shared document by other means than our editor may have put anything there.
      return null;
    }
  }
  return Stamp.safeParse(given).data ?? null;
}

/** The stamp as one attribute of a node: a string, because Yjs would write an object again at every change. */
export const writeStamp = ({ id, account, at }: Stamp): string => JSON.stringify({ id, account, at });

/** A new suggestion's stamp. */
export const newStamp = (account: number, at: Date): Stamp => ({
  id: crypto.randomUUID(),
  account,
  at: at.toISOString(),
});
