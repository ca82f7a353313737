import { type Fragment, sql } from "#db/sql.ts";
import type { Condition, InvalidationReason } from "./invalidation.ts";
import { labelPattern, networkLabel } from "./network-label.server.ts";
import { sharedBy } from "./review.ts";
import type { Reviewer } from "./review-signatures.server.ts";
import { namesakeKey } from "./suspicion.ts";

/** Signatures of one transaction: a tenth of a second, in which nobody else can change them. */
const batch = 1000;

/** What the rows of a condition have in common, for signatures called `s`. */
function fits(letterId: number, condition: Condition & { shownOnly?: boolean }): Fragment {
  const { state, held, network, domain, name, from, until, kind, signature } = condition;
  const parts = [
    sql`s.letter_id = ${letterId} and s.origin = 'form' and s.state in ('pending', 'held', 'confirmed')`,
    signature === undefined ? sql`and s.kind = ${kind ?? "person"}` : sql`and s.id = ${signature}`,
    ...(state ? [sql`and s.state = ${state}`] : []),
    ...(held ? [sql`and s.hold_reasons @> array[${held}]`] : []),
    ...(network ? [sql`and s.network = ${network} and s.network <> ''`] : []),
    ...(domain ? [sql`and split_part(s.email, '@', 2) = ${domain}`] : []),
    ...(name ? [sql`and s.name_key = ${namesakeKey(name)} and s.name_key <> ''`] : []),
    ...(from ? [sql`and s.signed_at >= ${from}::timestamp at time zone 'Europe/Paris'`] : []),
    ...(until
      ? [sql`and s.signed_at < (${until}::timestamp + interval '1 minute') at time zone 'Europe/Paris'`]
      : []),
    ...(condition.shownOnly ? [sql`and s.name_shown`] : []),
  ];
  return parts.reduce((whole, part) => sql`${whole} ${part}`);
}

/**
 * A condition as its rows are asked for: a network becomes its label. By a name an author finds those alone that are
 * shown, and by a domain none that few share: a condition must tell them no more than the review does.
 * @returns null when it cannot fit anything they may ask for
 */
async function resolve(
  { letter, moderates }: Reviewer,
  condition: Condition,
): Promise<(Condition & { shownOnly?: boolean }) | null> {
  const network = condition.network && labelNamed(letter.id, condition.network, moderates);
  if (network === null) return null;
  if (!moderates && condition.domain) {
    // With another part it would tell of one signatory where their mail is.
    if (Object.entries(condition).some(([part, value]) => part !== "domain" && value !== undefined))
      return null;
    const [shared] = await sql<{ signatures: number }[]>`
      select count(*)::int as signatures from (
        select 1 from signatures
        where letter_id = ${letter.id} and split_part(email, '@', 2) = ${condition.domain} and confirmed_at is not null
        limit ${sharedBy}) s`;
    if ((shared?.signatures ?? 0) < sharedBy) return null;
  }
  return { ...condition, network, ...(moderates || !condition.name ? {} : { shownOnly: true }) };
}

/** The label that a condition names; a network itself, which only moderators may name, is made one. */
function labelNamed(letterId: number, typed: string, moderates: boolean): string | null {
  if (moderates && typed.includes("/")) return networkLabel(letterId, typed);
  const label = typed.toUpperCase();
  return labelPattern.test(label) ? label : null;
}

export type Example = { id: number; name: string | null; state: string; signedAt: Date };

/** What a condition would invalidate now: how many, and the first ten. Nothing is changed. */
export async function tryCondition(
  reviewer: Reviewer,
  condition: Condition,
): Promise<{ found: number; examples: Example[] }> {
  const resolved = await resolve(reviewer, condition);
  if (!resolved) return { found: 0, examples: [] };
  const those = fits(reviewer.letter.id, resolved);
  const [[count], examples] = await Promise.all([
    sql<{ found: number }[]>`select count(*)::int as found from signatures s where ${those}`,
    sql<Example[]>`
      select s.id, case when s.name_shown or ${reviewer.moderates} then s.name end as name, s.state,
        s.signed_at as "signedAt"
      from signatures s where ${those} and ${reviewer.moderates || !condition.domain} order by s.id limit 10`,
  ]);
  return { found: count?.found ?? 0, examples };
}

/**
 * Begins to invalidate what fits a condition at this moment; a job does it (carryOut).
 * @returns `nothing-found` when nothing fits any more
 */
export async function beginInvalidation(
  reviewer: Reviewer,
  condition: Condition,
  grounds: { reason: InvalidationReason; note: string },
): Promise<{ outcome: "begun" | "nothing-found" }> {
  const resolved = await resolve(reviewer, condition);
  if (!resolved) return { outcome: "nothing-found" };
  return sql.begin(async (tx) => {
    const [found] = await tx<{ found: number; newest: number | null }[]>`
      select count(*)::int as found, max(s.id) as newest from signatures s where ${fits(reviewer.letter.id, resolved)}`;
    if (!found?.newest) return { outcome: "nothing-found" as const };
    const [begun] = await tx<{ id: number }[]>`
      insert into invalidations (letter_id, condition, reason, note, made_by, found, newest_signature_id)
      values (${reviewer.letter.id}, ${tx.json(resolved)}, ${grounds.reason}, ${grounds.note}, ${reviewer.accountId},
        ${found.found}, ${found.newest})
      returning id`;
    await tx`select graphile_worker.add_job('invalidate-signatures', ${tx.json({ id: begun?.id ?? 0 })}::json)`;
    return { outcome: "begun" as const };
  });
}

/** Gives back what an invalidation took, once it is done; a job does it. An author undoes their own, a moderator any. */
export async function undoInvalidation(reviewer: Reviewer, id: number): Promise<void> {
  await sql.begin(async (tx) => {
    const undone = await tx`
      update invalidations set state = 'undoing', undone_by = ${reviewer.accountId}, undone_at = now()
      where id = ${id} and letter_id = ${reviewer.letter.id} and state = 'done'
        and (made_by = ${reviewer.accountId} or ${reviewer.moderates})`;
    if (undone.count === 1)
      await tx`select graphile_worker.add_job('invalidate-signatures', ${tx.json({ id })}::json)`;
  });
}

type Running = {
  letterId: number;
  state: "running" | "done" | "undoing" | "undone";
  condition: Condition;
  last: number;
  newest: number;
};

/**
 * Does the next thousand of an invalidation, or of its undoing, in a transaction of its own: signing goes on
 * meanwhile, and whoever does it after a crash goes on where it stopped. Rows are locked in the order of their key,
 * as the sequencer does, which skips them; numbers and counts follow by it. Nobody is mailed: a thousand mails to
 * addresses that may be invented, or somebody else's, would be worse than the link of the receipt, which tells it.
 * @returns "more" when there may be more of them
 */
async function nextBatch(id: number): Promise<"more" | "done"> {
  return sql.begin(async (tx) => {
    const [running] = await tx<Running[]>`
      select letter_id as "letterId", state, condition, last_signature_id as last, newest_signature_id as newest
      from invalidations where id = ${id} for update`;
    if (!running || running.state === "done" || running.state === "undone") return "done";
    const undoing = running.state === "undoing";
    const [step] = await tx<{ taken: number }[]>`
      with due as materialized (
        select s.letter_id, s.id from signatures s
        where ${
          undoing
            ? sql`s.invalidation_id = ${id} and s.state = 'invalidated'`
            : sql`${fits(running.letterId, running.condition)} and s.id > ${running.last} and s.id <= ${running.newest}`
        }
        order by s.letter_id, s.id limit ${batch} for update
      ), changed as (
        update signatures s set ${
          undoing
            ? sql`state = s.invalidated_from, invalidated_from = null, invalidated_at = null, invalidation_id = null`
            : sql`state = 'invalidated', invalidated_from = s.state, invalidated_at = now(), invalidation_id = ${id}`
        }
        from due where s.letter_id = due.letter_id and s.id = due.id
        returning s.letter_id, s.id, s.version_number
      ), event as (
        insert into signature_events (letter_id, signature_id, event, version_number)
        select letter_id, id, ${undoing ? "restored" : "invalidated"}, version_number from changed
      ), counted as (
        update invalidations set signatures = signatures + (select count(*)::int from changed),
          last_signature_id = greatest(last_signature_id, coalesce((select max(id) from changed), 0))
        where id = ${id} and state = 'running'
      )
      select count(*)::int as taken from changed`;
    if ((step?.taken ?? 0) >= batch) return "more";
    // An invalidated signature stays one until it is restored: the number of those is the same for both.
    await tx`
      with ended as (
        update invalidations set state = ${undoing ? "undone" : "done"} where id = ${id}
        returning letter_id, reason, signatures
      )
      insert into public_log (event, letter_id, reason, number)
      select ${undoing ? "invalidation-undone" : "signatures-invalidated"}, letter_id, reason, signatures from ended`;
    return "done";
  });
}

/** Carries an invalidation, or its undoing, to its end. The job `invalidate-signatures` calls it. */
export async function carryOut(id: number): Promise<void> {
  while ((await nextBatch(id)) === "more");
}
