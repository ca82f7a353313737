import type { CitedPassage } from "#app/doctrine/cited-passage.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import type { PublicSignature } from "#app/signatures/signature.ts";

/** A picture as PDF and Word take it. */
export type PaperPicture = { bytes: Uint8Array; type: "png" | "jpg"; width: number; height: number };

/** A letter's text with all that is needed to set it elsewhere than on its page. */
export type WrittenLetter = {
  title: string;
  summary: string;
  language: Language;
  authorName: string;
  addressees: string[];
  document: DocumentNode;
  /** What its citations lead to, in its order. */
  passages: (CitedPassage | null)[];
  /** By their address in the document; one that is gone is missing. */
  pictures: Map<string, PaperPicture>;
  /** The address of this Tribune, "https://tribune.example". */
  origin: string;
  slug: string;
};

/** So many names are set on paper at most: about 75 pages. The rest stands in the list that the paper names. */
export const mostListed = 5_000;

/** Who signed, as far as a paper lists them. */
export type PaperSignatories = {
  /** Confirmed by mail, in all. */
  confirmed: number;
  /** Taken over from elsewhere, in all. */
  imported: number;
  /** Those of the confirmed that name this version. */
  onThisVersion: number;
  /** Names that are shown, in the order of the public list. */
  listed: PublicSignature[];
  /** Those that do not show their name, among those read; all of them unless `cut`. */
  unnamed: number;
  /** Whether there are more than were listed. */
  cut: boolean;
};

/** What makes a paper a version's or a draft's. */
export type LetterPaper = WrittenLetter &
  (
    | { kind: "draft"; madeAt: Date }
    | {
        kind: "published";
        madeAt: Date;
        /** When the letter was first published; its version may be a later one. */
        publishedAt: Date;
        version: { number: number; sha256: string; publishedAt: Date };
        signatories: PaperSignatories;
      }
  );
