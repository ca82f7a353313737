import { type Fragment, type Queryable, sql, type Transaction } from "#db/sql.ts";

/** Slow mode under one letter or one text, by its numbers. */
export type SlowMode = { minutes: number; until: Date };
type Ground = { letterId: number | null; textId: number | null };

/** What holds under a letter or a text at this moment; it ends by itself, and by being undone. */
export async function slowModeOf(
  { letterId, textId }: Ground,
  db: Queryable = sql,
): Promise<SlowMode | null> {
  const [slow] = await db<SlowMode[]>`
    select minutes, until from moderation_decisions
    where (slow_letter_id = ${letterId} or slow_text_id = ${textId}) and undone_at is null and until > clock_timestamp()
    order by id desc limit 1`;
  return slow ?? null;
}

/**
 * The same as part of another question, as JSON.
 * @param letterId the letter's number there, or `null`
 * @param textId the text's
 */
export const slowModeAt = (letterId: Fragment, textId: Fragment): Fragment => sql`(
  select json_build_object('minutes', slowed.minutes, 'until', slowed.until) from moderation_decisions slowed
  where (slowed.slow_letter_id = ${letterId} or slowed.slow_text_id = ${textId}) and slowed.undone_at is null
    and slowed.until > clock_timestamp()
  order by slowed.id desc limit 1)`;

/**
 * From when on an account may say something more where slow mode holds; null when it may now. The caller has queued the
 * account up, so that two comments at the same moment see each other. What is held counts, and what was deleted: else
 * deleting would be a way round. Who moderates there is not slowed.
 */
export async function slowedUntil(tx: Transaction, ground: Ground, accountId: number): Promise<Date | null> {
  const slow = await slowModeOf(ground, tx);
  if (!slow) return null;
  const { letterId, textId } = ground;
  const moderating = await tx`
    select 1 from accounts where id = ${accountId} and role in ('moderator', 'admin')
    union all
    select 1 from moderation_areas
    where account_id = ${accountId} and ended_at is null and (letter_id = ${letterId} or text_id = ${textId})`;
  if (moderating.count > 0) return null;
  const [last] = await tx<{ from: Date }[]>`
    with places as (
      select d.id from discussions d left join provisions p on p.id = d.provision_id
      where d.letter_id = ${letterId} or p.text_id = ${textId}
    ), said as (
      select created_at as at from comments
      where account_id = ${accountId} and discussion_id in (select id from places)
      union all
      select held_at from held_comments
      where account_id = ${accountId} and edits_id is null and discussion_id in (select id from places)
    )
    select max(at) + interval '1 minute' * ${slow.minutes} as from from said
    having max(at) + interval '1 minute' * ${slow.minutes} > clock_timestamp()`;
  return last?.from ?? null;
}

/** Tells the pages of a letter or a text that slow mode began or ended there: they say so. */
export async function tellSlowed(tx: Transaction, { letterId, textId }: Ground): Promise<void> {
  const made = letterId === null ? `text:${textId}` : `letter:${letterId}`;
  await tx`select pg_notify('tribune_pages', ${made})`;
}
