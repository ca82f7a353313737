import { toldPlace } from "#app/discussion/discussion.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { scopeOf } from "./scope.server.ts";
import { setRhythm } from "./subscribe.server.ts";
import type { Followable, Thing } from "./subscription.ts";
import { linkOfToken, unsubscribeToken } from "./unsubscribe-token.ts";

/** What a link ends: the mails about a thing, or a digest. */
export type Ending = Thing | { kind: "daily" | "weekly" };

/** The token of the link that ends something for an account: the same for each mail. */
export async function unsubscribeLink(tx: Transaction, accountId: number, ending: Ending): Promise<string> {
  const of =
    "id" in ending
      ? { ...scopeOf(ending), rhythm: null }
      : { letter_id: null, text_id: null, thread_id: null, organisation_id: null, rhythm: ending.kind };
  const [link] = await tx<{ id: string }[]>`
    insert into unsubscribe_links ${tx({ account_id: accountId, ...of })}
    on conflict (account_id, letter_id, text_id, thread_id, organisation_id, rhythm)
      do update set used_at = null
    returning id`;
  if (!link) throw new Error("the link was not written");
  return unsubscribeToken(link.id);
}

/** What a link would end, in words' reach; `title` is null for a digest. Null when there is no such link. */
export async function readUnsubscribe(
  token: string,
): Promise<{ kind: Followable | "daily" | "weekly"; title: string | null; used: boolean } | null> {
  const id = linkOfToken(token);
  if (id === null) return null;
  const [link] = await sql<{ kind: Followable | "daily" | "weekly"; title: string | null; used: boolean }[]>`
    select case when s.letter_id is not null then 'letter' when s.text_id is not null then 'text'
        when s.thread_id is not null then 'thread' when s.organisation_id is not null then 'organisation'
        else s.rhythm end as kind,
      coalesce(l.title, t.title, o.name, told.title) as title, s.used_at is not null as used
    from unsubscribe_links s
    left join letters l on l.id = s.letter_id and l.state <> 'hidden'
    left join doctrine_texts t on t.id = s.text_id
    left join organisations o on o.id = s.organisation_id
    left join comments c on c.id = s.thread_id
    left join ${sql.unsafe(toldPlace("c.discussion_id"))} on true
    where s.id = ${id}`;
  return link ?? null;
}

/**
 * Ends what a link is for, whoever holds it: a thing is told no more; of a digest, everything that came with it. Used
 * again it changes nothing, unless something else was chosen or mailed since.
 */
export async function unsubscribe(token: string): Promise<{ outcome: "unsubscribed" | "unknown-token" }> {
  const id = linkOfToken(token);
  if (id === null) return { outcome: "unknown-token" };
  return sql.begin(async (tx) => {
    const [link] = await tx<
      {
        accountId: number;
        used: boolean;
        letter: number | null;
        text: number | null;
        thread: number | null;
        organisation: number | null;
        rhythm: "daily" | "weekly" | null;
      }[]
    >`
      select account_id as "accountId", used_at is not null as used, letter_id as letter, text_id as text,
        thread_id as thread, organisation_id as organisation, rhythm
      from unsubscribe_links where id = ${id} for update`;
    if (!link) return { outcome: "unknown-token" as const };
    if (link.used) return { outcome: "unsubscribed" as const };
    await tx`update unsubscribe_links set used_at = now() where id = ${id}`;
    const { accountId, rhythm } = link;
    for (const kind of ["letter", "text", "thread", "organisation"] as const) {
      const thing = link[kind];
      if (thing !== null) await setRhythm(tx, accountId, { kind, id: thing }, "never");
    }
    if (rhythm) {
      await tx`update accounts set notice_rhythm = 'never' where id = ${accountId} and notice_rhythm = ${rhythm}`;
      await tx`update subscriptions set rhythm = 'never' where account_id = ${accountId} and rhythm = ${rhythm}`;
    }
    await tx`
      update notices set rhythm = 'never'
      where account_id = ${accountId} and mailed_at is null and (rhythm = ${rhythm} or thread_id = ${link.thread}
        or text_id = ${link.text} or organisation_id = ${link.organisation}
        or letter_id = ${link.letter} and organisation_id is null)`;
    return { outcome: "unsubscribed" as const };
  });
}
