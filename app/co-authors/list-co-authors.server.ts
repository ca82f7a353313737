import { sql } from "#db/sql.ts";
import type { WrittenLetter } from "./authorship.server.ts";
import type { CoAuthor, CoAuthorRole } from "./co-author.ts";

/** A letter with what the account is to it, its state and its language; null for whoever is nothing to it. */
export async function readWrittenLetter(
  slug: string,
  accountId: number,
): Promise<(WrittenLetter & { role: CoAuthorRole; language: "en" | "fr"; state: string }) | null> {
  const [letter] = await sql<
    (WrittenLetter & { role: CoAuthorRole; language: "en" | "fr"; state: string })[]
  >`
    select l.id, l.slug, l.title, l.language, l.state, c.role
    from letters l join co_authors c on c.letter_id = l.id and c.account_id = ${accountId}
    where l.slug = ${slug}`;
  return letter ?? null;
}

/** Who writes a letter, those who decide first. */
export async function listCoAuthors(letterId: number): Promise<CoAuthor[]> {
  return sql<CoAuthor[]>`
    select c.account_id as "accountId", a.name, c.role, c.joined_at as "joinedAt",
      case when o.id is not null then json_build_object('slug', o.slug, 'name', o.name) end as organisation
    from co_authors c
    join accounts a on a.id = c.account_id and a.deleted_at is null
    left join organisations o on o.id = c.organisation_id
    where c.letter_id = ${letterId}
    order by array_position(array['author', 'editor', 'reviewer', 'reader'], c.role), c.joined_at, c.account_id`;
}

/** An invitation that was not used yet: to an address or to an organisation. */
export type OpenInvitation = {
  id: number;
  email: string | null;
  organisation: string | null;
  role: CoAuthorRole;
  expiresAt: Date;
};

/** The invitations to a letter that were not used yet, the newest first: addresses, for authors alone. */
export async function openInvitations(letterId: number): Promise<OpenInvitation[]> {
  return sql<OpenInvitation[]>`
    select i.id, i.email, o.name as organisation, i.role, i.expires_at as "expiresAt"
    from co_author_invitations i left join organisations o on o.id = i.organisation_id
    where i.letter_id = ${letterId} and i.expires_at > now() order by i.created_at desc, i.id desc`;
}
