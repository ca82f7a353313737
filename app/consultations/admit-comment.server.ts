import { lockAnswering } from "#app/doctrine/lock-answering.server.ts";
import { lockOfficial } from "#app/doctrine/official-for.server.ts";
import type { TextOfficial } from "#app/doctrine/text-official.ts";
import type { Transaction } from "#db/sql.ts";
import type { CommentWindow } from "./consultation.ts";
import { commentWindow } from "./read-consultations.server.ts";

/**
 * Whether an account may say something about a text in this transaction: anybody while comments are taken, its officials
 * at any time. Until the transaction ends no window opens or closes but by the clock, and nobody is unmarked.
 * @param officially whether it is said as an official of the text
 * @returns in whose name it is said officially, null for everything else
 */
export async function admitComment(
  tx: Transaction,
  textId: number,
  accountId: number,
  officially: boolean,
): Promise<
  | { outcome: "admitted"; officially: TextOfficial | null }
  | { outcome: "window-closed"; window: CommentWindow }
  | { outcome: "not-official" }
> {
  await lockAnswering(tx, textId, "shared");
  const window = await commentWindow(textId, tx);
  const taken = window.state === "always" || window.state === "open";
  if (taken && !officially) return { outcome: "admitted", officially: null };
  const official = await lockOfficial(tx, textId, accountId);
  if (official) return { outcome: "admitted", officially: officially ? official : null };
  return officially ? { outcome: "not-official" } : { outcome: "window-closed", window };
}
