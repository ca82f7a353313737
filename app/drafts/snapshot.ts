import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import type { DocumentNode } from "#app/letters/document.ts";

/**
 * Why a state of a draft was kept: somebody named it, or it was there before a change by another writer, after a pause
 * of half an hour, before a third of the text went, or before an older state was brought back.
 */
export const snapshotReasons = ["named", "another-writer", "after-a-pause", "much-gone", "restored"] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** A kept state in the history of a draft, without its text. */
export type Snapshot = {
  id: number;
  /** Empty where nobody named it. */
  name: string;
  reason: SnapshotReason;
  /** Null where their account is deleted, or nobody knows any more. */
  writtenBy: string | null;
  writtenAt: Date;
  takenBy: string | null;
  takenAt: Date;
};

/** What of a draft is kept, compared and brought back. */
export type DraftText = { title: string; summary: string; addressees: string[]; document: DocumentNode };

/** How many named and other states are kept of one draft; of the others the oldest go first. */
export const snapshotLimits = { name: 120, named: 100, others: 300 };

/** What somebody types to keep the present state. */
export const NameForm = z.object({ name: line(snapshotLimits.name, "draftHistory.name.missing") });
