import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { sql } from "#db/sql.ts";
import { closeDueLetters } from "./close-letter.server.ts";
import { lockState, recordState } from "./record-state.server.ts";

/**
 * Puts a closed letter away: it stays readable with all that belongs to it, and takes nothing more. Archiving twice is
 * as once. @returns `letter-open` for one that must be closed first
 */
export async function archiveLetter(
  slug: string,
  accountId: number,
): Promise<{ outcome: "archived" | "not-found" | "letter-open" }> {
  await closeDueLetters();
  return sql.begin(async (tx) => {
    const letter = await lockState(tx, slug, accountId);
    if (!letter) return { outcome: "not-found" as const };
    if (letter.state === "archived") return { outcome: "archived" as const };
    if (letter.state === "open") return { outcome: "letter-open" as const };
    await tx`
      update letters set state = 'archived'
      where id = ${letter.id} and ${isAuthor("letters", accountId)} and state = 'closed'`;
    await recordState(tx, letter.id, accountId, "archived");
    return { outcome: "archived" as const };
  });
}

/** Takes an archived letter back to being closed: comments and records again, but no signatures. Twice is as once. */
export async function unarchiveLetter(
  slug: string,
  accountId: number,
): Promise<{ outcome: "unarchived" | "not-found" | "letter-open" }> {
  return sql.begin(async (tx) => {
    const letter = await lockState(tx, slug, accountId);
    if (!letter) return { outcome: "not-found" as const };
    if (letter.state === "open") return { outcome: "letter-open" as const };
    if (letter.state === "closed") return { outcome: "unarchived" as const };
    await tx`
      update letters set state = 'closed'
      where id = ${letter.id} and ${isAuthor("letters", accountId)} and state = 'archived'`;
    await recordState(tx, letter.id, accountId, "unarchived");
    return { outcome: "unarchived" as const };
  });
}
