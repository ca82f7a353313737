import { sql } from "#db/sql.ts";
import type { LetterState } from "./letter.ts";

/** How many letters are in each state. */
export async function countLetters(): Promise<{ state: LetterState; count: number }[]> {
  return sql<{ state: LetterState; count: number }[]>`
    select state, count(*)::int as count from letters group by state`;
}

/** How many letters an account began, drafts and published ones. */
export async function countLettersOf(accountId: number): Promise<{ drafts: number; published: number }> {
  const [counts] = await sql<{ drafts: number; published: number }[]>`
    select count(*) filter (where state = 'draft')::int as drafts, count(*) filter (where state <> 'draft')::int as published
    from letters where created_by = ${accountId}`;
  return counts ?? { drafts: 0, published: 0 };
}
