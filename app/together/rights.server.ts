import type { CoAuthorRole } from "#app/co-authors/co-author.ts";
import { sql } from "#db/sql.ts";
import type { SharedFields } from "./message.ts";

/** Somebody at a shared draft, by the session of their page. */
type Seat = { letterId: number; accountId: number; sessionHash: string };

/**
 * What each of those who sit at drafts is to theirs by now, in their order.
 * @returns null for whoever is no co-author any more; "logged-out" where the session is over, "no-draft" where there is none
 */
export async function rolesOf(seats: Seat[]): Promise<(CoAuthorRole | "logged-out" | "no-draft" | null)[]> {
  const rows = await sql<{ role: CoAuthorRole | "logged-out" | "no-draft" | null }[]>`
    select case
        when l.id is null then 'no-draft'
        when s.id_hash is null then 'logged-out'
        else c.role end as role
    from unnest(${seats.map(({ letterId }) => letterId)}::bigint[], ${seats.map(({ accountId }) => accountId)}::bigint[],
      ${seats.map(({ sessionHash }) => sessionHash)}::text[]) with ordinality as q (letter_id, account_id, id_hash, place)
    left join letters l on l.id = q.letter_id and l.state = 'draft'
    left join co_authors c on c.letter_id = q.letter_id and c.account_id = q.account_id
    left join sessions s on s.id_hash = q.id_hash and s.account_id = q.account_id and s.expires_at > now()
    order by q.place`;
  return rows.map(({ role }) => role);
}

/** What surrounds the text of a draft, for those who have it open. */
export async function readFields(letterId: number): Promise<SharedFields | null> {
  const [fields] = await sql<SharedFields[]>`
    select fields_revision as revision, title, summary, addressees, author_kind as "authorKind",
      author_name as "authorName", language, closes_on as "closesOn"
    from letters where id = ${letterId} and state = 'draft'`;
  return fields ?? null;
}
