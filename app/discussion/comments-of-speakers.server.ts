import { sql } from "#db/sql.ts";
import type { Stance } from "./comment.ts";
import { toldPlace } from "./discussion.server.ts";
import type { Told } from "./place.ts";

/** A comment by somebody who speaks for an organisation; they said it in their own name. */
export type SpeakersComment = Told & {
  id: number;
  author: string;
  stance: Stance;
  /** The beginning of what they said, as they typed it. */
  beginning: string;
  createdAt: Date;
};

/** The newest ten comments of these accounts. */
export async function commentsOfSpeakers(speakers: number[]): Promise<SpeakersComment[]> {
  if (speakers.length === 0) return [];
  return sql<SpeakersComment[]>`
    select c.id, a.name as author, c.stance, left(c.body, 200) as beginning, c.created_at as "createdAt", told.path,
      told.title, told.language
    from comments c
    join accounts a on a.id = c.account_id and a.deleted_at is null
    cross join ${sql.unsafe(toldPlace("c.discussion_id"))}
    where c.account_id in ${sql(speakers)} and c.deleted_at is null and c.hidden_at is null
    order by c.id desc limit 10`;
}
