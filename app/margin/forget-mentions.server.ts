import { withoutMention } from "#app/discussion/mention.ts";
import type { Transaction } from "#db/sql.ts";

/** Takes a name out of the comments in margins that mention an account, because it is being deleted. */
export async function forgetMarginMentions(tx: Transaction, accountId: number): Promise<void> {
  const mentions = await tx<{ id: number; body: string; name: string }[]>`
    delete from margin_mentions m using margin_comments c
    where m.account_id = ${accountId} and c.id = m.comment_id returning c.id, c.body, m.name`;
  for (const { id, body, name } of mentions)
    if (name !== "")
      await tx`update margin_comments set body = ${withoutMention(body, name)} where id = ${id}`;
}
