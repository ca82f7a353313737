import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { LawSource, SubjectKind } from "./reason.ts";

/** The provision that something was removed for, and where that came from. */
export type Removal = { provision: string; from: LawSource };

/** What something was removed for, as JSON; null when no removal for law stands. @param of picks the cases `k` about it */
export const removalOf = (of: Fragment): Fragment => sql`
  (select json_build_object('provision', d.law, 'from', d.law_from)
  from moderation_decisions d join moderation_cases k on k.id = d.case_id
  where ${of} and d.decision = 'remove' and d.undone_at is null order by d.id desc limit 1)`;

/** Tells pages that show why a hidden comment is hidden: that is another reason from now on. Others are rendered anew. */
export async function tellRemoved(
  tx: Transaction,
  { kind, id }: { kind: SubjectKind; id: number },
): Promise<void> {
  if (kind !== "comment") return;
  await tx`select pg_notify('tribune_pages', 'thread:' || discussion_id) from comments where id = ${id}`;
}
