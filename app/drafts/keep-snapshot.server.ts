import type { Transaction } from "#db/sql.ts";
import { type SnapshotReason, snapshotLimits } from "./snapshot.ts";

/** A draft as it stands before it is written over; `size` in characters of its stored JSON. */
export type Standing = { id: number; editedBy: number | null; editedAt: Date; size: number };

const halfAnHour = 30 * 60 * 1000;
/** A text that has less than this of its size left has lost a lot. */
const left = 2 / 3;
/** Of a few lines much is gone with every word. */
const little = 2000;

/** Why what stands is kept before this account writes a text of `size` over it; null when it is not. */
export function reasonToKeep(
  standing: Standing,
  accountId: number,
  size: number,
  now = Date.now(),
): SnapshotReason | null {
  if (standing.editedBy !== null && standing.editedBy !== accountId) return "another-writer";
  if (standing.size > little && size < standing.size * left) return "much-gone";
  if (now - standing.editedAt.getTime() > halfAnHour) return "after-a-pause";
  return null;
}

/** Keeps a draft as it stands. The caller holds its row. */
export async function keepSnapshot(
  tx: Transaction,
  letterId: number,
  accountId: number,
  reason: SnapshotReason,
  name = "",
): Promise<void> {
  await tx`
    insert into draft_snapshots (letter_id, name, reason, title, summary, addressees, document, written_by, written_at, taken_by)
    select id, ${name}, ${reason}, title, summary, addressees, draft, edited_by, edited_at, ${accountId}
    from letters where id = ${letterId}`;
  if (reason === "named") return;
  await tx`
    delete from draft_snapshots
    where letter_id = ${letterId} and reason <> 'named' and id <= (
      select id from draft_snapshots where letter_id = ${letterId} and reason <> 'named'
      order by id desc offset ${snapshotLimits.others} limit 1)`;
}
