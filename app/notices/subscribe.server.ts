import { hasSigned } from "#app/signatures/roster.server.ts";
import { toldPlace } from "#app/discussion/discussion.server.ts";
import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import { writesOrSignedFor } from "./followers.server.ts";
import type { Rhythm } from "./notice.ts";
import { isAbout, scopeOf } from "./scope.server.ts";
import type { Following, Subscription, Thing } from "./subscription.ts";

/** More than anybody can have chosen by hand. */
const most = 1000;

/** How an account follows a thing. */
export async function readFollowing(
  account: { id: number; email: string },
  thing: Thing,
): Promise<Following> {
  const [found] = await sql<{ rhythm: Rhythm | null; byRule: boolean }[]>`
    select (select rhythm from subscriptions where account_id = ${account.id} and ${isAbout(thing)}) as rhythm,
      ${byRule(account.id, thing)} as "byRule"`;
  const { rhythm, byRule: follows } = found ?? { rhythm: null, byRule: false };
  return {
    ...thing,
    rhythm,
    byRule: follows || (thing.kind === "letter" && (await hasSigned(thing.id, account.email))),
  };
}

/** Whether an account follows a thing without having chosen to, but for letters that it signed by its address alone. */
function byRule(accountId: number, { kind, id }: Thing): Fragment {
  if (kind === "letter")
    return sql`exists (select 1 from accounts a where a.id = ${accountId} and ${writesOrSignedFor(id)})`;
  if (kind !== "thread") return sql`false`;
  return sql`exists (
    select 1 from comments root
    join comments c on c.path >= root.path and c.path < root.path || '~' and c.account_id = ${accountId}
    where root.id = ${id} and c.deleted_at is null)`;
}

/**
 * Sets how often an account is told of a thing; "" takes its choice back, so that it follows by rule or not at all. What
 * it was not mailed yet goes by the new rhythm.
 * @returns our own path of the thing; `not-found` when the public sees no such thing
 */
export async function follow(
  accountId: number,
  thing: Thing,
  rhythm: Rhythm | "",
): Promise<{ outcome: "followed"; path: string } | { outcome: "not-found" | "too-many" }> {
  return sql.begin(async (tx) => {
    const path = await pathOfThing(tx, thing);
    if (path === null) return { outcome: "not-found" as const };
    if (rhythm === "")
      await tx`delete from subscriptions where account_id = ${accountId} and ${isAbout(thing)}`;
    else {
      const [count] = await tx<{ held: number }[]>`
        select count(*)::int as held from subscriptions where account_id = ${accountId}`;
      if ((count?.held ?? 0) >= most) return { outcome: "too-many" as const };
      await setRhythm(tx, accountId, thing, rhythm);
    }
    await tx`
      update unsubscribe_links set used_at = null
      where account_id = ${accountId} and (rhythm is not null or ${isAbout(thing)})`;
    await tx`
      update notices n set rhythm = coalesce(${rhythm || null}::text, a.notice_rhythm) from accounts a
      where n.account_id = ${accountId} and a.id = n.account_id and n.mailed_at is null and n.read_at is null
        and n.id in (select id from notices where account_id = ${accountId} and ${isAbout(thing)})`;
    return { outcome: "followed" as const, path };
  });
}

/** Sets the rhythm of one thing, whatever it was. */
export async function setRhythm(
  tx: Transaction,
  accountId: number,
  thing: Thing,
  rhythm: Rhythm,
): Promise<void> {
  const scope = scopeOf(thing);
  await tx`
    insert into subscriptions ${tx({ account_id: accountId, ...scope, rhythm })}
    on conflict (account_id, letter_id, text_id, thread_id, organisation_id) do update set rhythm = excluded.rhythm`;
}

async function pathOfThing(tx: Transaction, { kind, id }: Thing): Promise<string | null> {
  const [found] =
    kind === "letter"
      ? await tx`select '/letters/' || slug as path from letters where id = ${id} and state not in ('draft', 'hidden')`
      : kind === "text"
        ? await tx`select '/doctrine/' || slug as path from doctrine_texts where id = ${id}`
        : kind === "organisation"
          ? await tx`select '/organisations/' || slug as path from organisations where id = ${id} and merged_into is null and hidden_at is null`
          : await tx`
              select told.path || '/' || c.id as path from comments c
              join ${sql.unsafe(toldPlace("c.discussion_id"))} on true
              left join letters l on l.id = told.letter_id
              where c.id = ${id} and c.root_id is null and (l.id is null or l.state not in ('draft', 'hidden'))`;
  return (found?.path as string | undefined) ?? null;
}

/** What an account has chosen for each thing, the newest choice first. */
export async function listSubscriptions(accountId: number): Promise<Subscription[]> {
  return sql<Subscription[]>`
    select
      case when s.letter_id is not null then 'letter' when s.text_id is not null then 'text'
        when s.thread_id is not null then 'thread' else 'organisation' end as kind,
      coalesce(s.letter_id, s.text_id, s.thread_id, s.organisation_id) as id, s.rhythm,
      coalesce(l.title, t.title, o.name, told.title) as title,
      case when l.id is not null then '/letters/' || l.slug when t.id is not null then '/doctrine/' || t.slug
        when o.id is not null then '/organisations/' || o.slug else told.path || '/' || c.id end as path
    from subscriptions s
    left join letters l on l.id = s.letter_id
    left join doctrine_texts t on t.id = s.text_id
    left join organisations o on o.id = s.organisation_id
    left join comments c on c.id = s.thread_id
    left join ${sql.unsafe(toldPlace("c.discussion_id"))} on true
    where s.account_id = ${accountId} and l.state is distinct from 'hidden' and (c.id is null or told.path is not null)
    order by s.id desc limit ${most}`;
}

/** The rhythm of everything that an account has chosen nothing for. */
export async function readDefaultRhythm(accountId: number): Promise<Rhythm> {
  const [row] = await sql<{ rhythm: Rhythm }[]>`
    select notice_rhythm as rhythm from accounts where id = ${accountId}`;
  return row?.rhythm ?? "never";
}

/** Sets it, for what was not mailed yet too. */
export async function setDefaultRhythm(accountId: number, rhythm: Rhythm): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update unsubscribe_links set used_at = null where account_id = ${accountId} and rhythm is not null`;
    await tx`update accounts set notice_rhythm = ${rhythm} where id = ${accountId} and deleted_at is null`;
    await tx`
      update notices n set rhythm = ${rhythm}
      where n.account_id = ${accountId} and n.mailed_at is null and n.read_at is null and not exists (
        select 1 from subscriptions s
        where s.account_id = n.account_id and (s.letter_id = n.letter_id and n.organisation_id is null
          or s.text_id = n.text_id or s.thread_id = n.thread_id or s.organisation_id = n.organisation_id))`;
  });
}
