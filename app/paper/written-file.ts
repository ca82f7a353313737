import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import type { Loss } from "./loss.ts";

/** The largest file, in bytes. */
export const largestWritten = 5 * 1024 * 1024;

/** A picture in a file: one of ours by its address, or its bytes. The document names it by `key` until it is stored. */
export type FoundPicture = { key: string; own: string | null; bytes: Uint8Array | null };

/** A letter as a file has it; what the file does not say is empty. */
export type FoundLetter = {
  title: string;
  summary: string;
  authorName: string;
  authorKind: "person" | "organisation";
  addressees: string[];
  language: Language;
  closesOn: string | null;
  document: DocumentNode;
  pictures: FoundPicture[];
  losses: Loss[];
};

export type UnreadableReason =
  "not-text" | "not-well-formed" | "wrong-format" | "too-deep" | "too-large" | "too-long" | "empty";

export type ReadWritten =
  { outcome: "read"; letter: FoundLetter } | { outcome: "unreadable"; reason: UnreadableReason };

/** What a picture is called in a document until it is stored. */
export const pictureKey = (place: number) => `picture:${place}`;
export const isPictureKey = (source: unknown) => typeof source === "string" && source.startsWith("picture:");
