import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { sql } from "#db/sql.ts";
import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import type { Condition, InvalidationReason } from "./invalidation.ts";
import { type ReviewedState, sharedBy } from "./review.ts";
import { searchText } from "./search-text.ts";
import { signerKey } from "./signer-key.ts";
import type { HoldReason } from "./suspicion-words.ts";

/** Who looks through a letter's signatures: its author, or a moderator, who sees more. */
export type Reviewer = {
  letter: { id: number; slug: string; title: string; language: Language };
  accountId: number;
  moderates: boolean;
};

/** The reviewer that an account is of a published letter, or null when it is none. */
export async function reviewerOf(slug: string, account: Account): Promise<Reviewer | null> {
  const moderates = account.role === "moderator" || account.role === "admin";
  const [letter] = await sql<Reviewer["letter"][]>`
    select id, slug, title, language from letters
    where slug = ${slug} and state not in ('draft', 'hidden') and (${isAuthor("letters", account.id)} or ${moderates})`;
  return letter ? { letter, accountId: account.id, moderates } : null;
}

/** How many signatures given here are in each state. Withdrawn ones are nobody's to look at. */
export async function countStates(letterId: number): Promise<Record<ReviewedState, number>> {
  const rows = await sql<{ state: ReviewedState; signatures: number }[]>`
    select state, count(*)::int as signatures from signatures
    where letter_id = ${letterId} and origin = 'form' and state <> 'withdrawn' group by state`;
  const none = { held: 0, pending: 0, confirmed: 0, invalidated: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, signatures }) => [state, signatures])) };
}

/** A network or a domain that many of the newest signatures share. */
export type Trend = { value: string; signatures: number; held: number };

/** What the newest 10,000 signatures of the last 24 hours have in common: the ten that most of them share. */
export async function readTrends({ letter, moderates }: Reviewer): Promise<{
  networks: Trend[];
  domains: Trend[];
}> {
  const rows = await sql<(Trend & { kind: "network" | "domain" })[]>`
    with newest as (
      select network, split_part(email, '@', 2) as domain, state, confirmed_at from (
        select network, email, state, confirmed_at, created_at from signatures
        where letter_id = ${letter.id} and origin = 'form' order by id desc limit 10000) s
      where created_at > now() - interval '24 hours'
    )
    (select 'network' as kind, network as value, count(*)::int as signatures,
      count(*) filter (where state = 'held')::int as held
      from newest where network <> '' group by network order by 3 desc, 2 limit 10)
    union all
    (select 'domain', domain, count(*)::int, count(*) filter (where state = 'held')::int
      from newest where domain <> '' group by domain
      having ${moderates} or count(*) filter (where confirmed_at is not null) >= ${sharedBy} order by 3 desc, 2 limit 10)`;
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    networks: of("network"),
    domains: of("domain"),
  };
}

/** A signature as a reviewer sees it: an author neither its address nor a name that is not shown. */
export type ReviewedSignature = {
  id: number;
  name: string | null;
  state: ReviewedState;
  reasons: HoldReason[];
  network: string;
  /** c…@example.org for moderators, nothing for authors. */
  address: string;
  signedAt: Date;
};

const pageSize = 50;

/**
 * A page of a letter's signatures, the newest first.
 * @param wanted.search words of a name; for moderators a whole address as well
 * @param wanted.before the id of the last signature of the page before
 */
export async function listForReview(
  { letter, moderates }: Reviewer,
  wanted: { state: ReviewedState; reason: HoldReason | null; search: string; before: number | null },
): Promise<{ signatures: ReviewedSignature[]; next: number | null }> {
  const { state, reason, search, before } = wanted;
  const address = moderates && search.includes("@") ? signerKey(search) : null;
  const words = searchText(search).split(" ").filter(Boolean).slice(0, 8);
  const found = address
    ? sql`and signer_key = ${address}`
    : words.length > 0
      ? sql`and (name_shown or ${moderates}) and name_key like all(${words.map((word) => `%${word}%`)})`
      : sql``;
  const rows = await sql<ReviewedSignature[]>`
    select id, case when name_shown or ${moderates} then name end as name, state, hold_reasons as reasons, network,
      case when ${moderates} then coalesce(left(email, 1) || '…@' || split_part(email, '@', 2), '') else '' end as address,
      signed_at as "signedAt"
    from signatures
    where letter_id = ${letter.id} and origin = 'form' and state = ${state}
      ${reason ? sql`and hold_reasons @> array[${reason}]` : sql``} ${found}
      ${before === null ? sql`` : sql`and id < ${before}`}
    order by id desc limit ${pageSize + 1}`;
  const signatures = rows.slice(0, pageSize);
  return { signatures, next: rows.length > pageSize ? (signatures.at(-1)?.id ?? null) : null };
}

/**
 * Lets held signatures be counted and shown, from the moment they were confirmed; a pending one will not be held.
 * Others of `ids` stay as they are. @returns how many were released
 */
export async function releaseSignatures({ letter, accountId }: Reviewer, ids: number[]): Promise<number> {
  const [released] = await sql<{ signatures: number }[]>`
    with due as materialized (
      select letter_id, id from signatures
      where letter_id = ${letter.id} and id = any(${ids}) and hold_reasons <> '{}' and released_at is null
        and state in ('pending', 'held')
      order by id for update
    ), released as (
      update signatures s set state = case s.state when 'held' then 'confirmed' else s.state end,
        released_at = now(), released_by = ${accountId}
      from due where s.letter_id = due.letter_id and s.id = due.id
      returning s.letter_id, s.id, s.version_number
    ), event as (
      insert into signature_events (letter_id, signature_id, event, version_number)
      select letter_id, id, 'released', version_number from released
    )
    select count(*)::int as signatures from released`;
  return released?.signatures ?? 0;
}

export type Invalidation = {
  id: number;
  condition: Condition;
  reason: InvalidationReason;
  note: string;
  state: "running" | "done" | "undoing" | "undone";
  signatures: number;
  found: number;
  madeAt: Date;
  madeBy: string | null;
  /** Whether this reviewer may undo it. */
  undoable: boolean;
};

/** The last twenty invalidations of a letter, the newest first. */
export async function listInvalidations({ letter, moderates, accountId }: Reviewer): Promise<Invalidation[]> {
  const rows = await sql<Invalidation[]>`
    select i.made_by = ${accountId} or ${moderates} as undoable, i.id, i.condition, i.reason, i.note, i.state, i.signatures, i.found, i.made_at as "madeAt", a.name as "madeBy"
    from invalidations i join accounts a on a.id = i.made_by
    where i.letter_id = ${letter.id} order by i.id desc limit 20`;
  return rows.map((row) => {
    if (moderates) return row;
    if (row.undoable) return row;
    // A moderator knows more than an author: what they named stays with them.
    const { name: _name, domain: _domain, ...told } = row.condition;
    return { ...row, condition: told, note: "" };
  });
}

/** The shown names of those who confirmed, in batches: what an author is given (signatures/shared.csv). */
export async function* sharedSignatures(
  letterId: number,
): AsyncGenerator<{ name: string; role: string; affiliation: string; signedAt: Date }[]> {
  let after = 0;
  for (;;) {
    const rows = await sql<{ id: number; name: string; role: string; affiliation: string; signedAt: Date }[]>`
      select id, name, role, case when claim_refused_at is null then affiliation else '' end as affiliation,
        signed_at as "signedAt" from signatures
      where letter_id = ${letterId} and origin = 'form' and state = 'confirmed' and name_shown and id > ${after}
      order by id limit 2000`;
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < 2000) return;
    after = last.id;
  }
}
