import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { sql } from "#db/sql.ts";
import { closeDueLetters } from "./close-letter.server.ts";
import type { ReopeningFields } from "./letter.ts";
import { lockState, recordState } from "./record-state.server.ts";

/**
 * Takes signatures again on a closed letter, by its author, for a reason that everybody can read. The last day to sign
 * is set anew: an announced one may have passed. Reopening an open letter changes nothing.
 * @returns `day-over` when that day is no day to come; `letter-archived` for one that must be taken back first
 */
export async function reopenLetter(
  slug: string,
  accountId: number,
  fields: ReopeningFields,
): Promise<{ outcome: "reopened" | "not-found" | "letter-archived" | "day-over" }> {
  // One whose last day is over is closed already, for its readers.
  await closeDueLetters();
  return sql.begin(async (tx) => {
    const letter = await lockState(tx, slug, accountId);
    if (!letter) return { outcome: "not-found" as const };
    if (letter.state === "archived") return { outcome: "letter-archived" as const };
    if (letter.state === "open") return { outcome: "reopened" as const };
    if (fields.closesOn !== null && fields.closesOn < letter.today) return { outcome: "day-over" as const };
    await tx`
      update letters set state = 'open', closed_at = null, closed_by = null, closes_on = ${fields.closesOn}
      where id = ${letter.id} and ${isAuthor("letters", accountId)} and state = 'closed'`;
    await recordState(tx, letter.id, accountId, "reopened", fields);
    return { outcome: "reopened" as const };
  });
}
