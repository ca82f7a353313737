import type { Account } from "#app/accounts/account.ts";
import type { Place } from "#app/discussion/place.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { tellFollowers } from "#app/notices/tell-followers.server.ts";
import { sql } from "#db/sql.ts";

/** Posts a comment. @returns its id */
export async function say(
  place: Place,
  account: Account,
  body: string,
  parent: number | null = null,
  wish: { officially?: boolean } = {},
): Promise<number> {
  const said = await postComment(place, account.id, { body, stance: "neutral", parent, ...wish });
  if (said.outcome !== "posted") throw new Error(`not posted: ${said.outcome}`);
  return said.id;
}

/** Has everybody told who follows what is new. */
export async function tellAll(): Promise<void> {
  while ((await tellFollowers()) === "told");
}

/** The kinds of what an account was told, the oldest first. */
export async function toldTo({ id }: Account): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`select kind from notices where account_id = ${id} order by id`;
  return rows.map(({ kind }) => kind);
}

/** Moves all that an account was told back in time. */
export async function age({ id }: Account, minutes: number): Promise<void> {
  await sql`
    update notices set created_at = created_at - make_interval(mins => ${minutes}) where account_id = ${id}`;
}
