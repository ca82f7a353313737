import { isAuthor } from "#app/co-authors/authorship.server.ts";
import type { Transaction } from "#db/sql.ts";
import type { LetterState, ReopeningFields } from "./letter.ts";

type Locked = { id: number; state: LetterState; today: string };

/** The author's letter, locked so that of two clicks one waits for the other. */
export async function lockState(
  tx: Transaction,
  slug: string,
  accountId: number,
): Promise<Locked | undefined> {
  const [letter] = await tx<Locked[]>`
    select id, state, (now() at time zone 'Europe/Paris')::date as today from letters
    where slug = ${slug} and ${isAuthor("letters", accountId)} and state not in ('draft', 'hidden') for no key update`;
  return letter;
}

/** Writes down what its author did to a letter as a whole, and when. */
export async function recordState(
  tx: Transaction,
  letterId: number,
  accountId: number,
  event: "reopened" | "archived" | "unarchived",
  { reason, closesOn }: ReopeningFields = { reason: "", closesOn: null },
): Promise<void> {
  await tx`
    insert into letter_events (letter_id, event, reason, closes_on, account_id)
    values (${letterId}, ${event}, ${reason}, ${closesOn}, ${accountId})`;
}
