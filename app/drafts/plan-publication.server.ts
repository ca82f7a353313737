import { readRunningSettings } from "#app/administration/read-settings.server.ts";
import type { Account } from "#app/accounts/account.ts";
import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { recordEvent } from "#app/co-authors/record-event.server.ts";
import type { Language } from "#app/languages/language.ts";
import { publishLocked } from "#app/letters/publish-letter.server.ts";
import { plannedMessage } from "#app/mail/draft-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { holdDraft } from "#app/together/fold-draft.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { PlannedPublication } from "./approval.ts";
import { hashOfDraft, type HashedDraft, listApprovals, writeApproval } from "./approve-draft.server.ts";

/** How far ahead a letter can be planned, in days. */
const furthest = 366;

/**
 * Plans that a draft publishes itself, in the place of an earlier plan. It does when it is still at this revision
 * by then and all its authors have approved it.
 * @param at a moment of the clock in Paris, "2026-12-01T18:00"
 */
export async function planPublication(
  slug: string,
  by: Account,
  { revision, at }: { revision: number; at: string },
  origin: string,
): Promise<{ outcome: "planned" | "past" | "too-far" | "stale" | "not-found" }> {
  return sql.begin(async (tx) => {
    const id = await holdDraft(tx, slug, isAuthor("letters", by.id));
    if (id === null) return { outcome: "not-found" as const };
    const [letter] = await tx<(HashedDraft & { revision: number; past: boolean; far: boolean })[]>`
      select id, draft_revision as revision, title, language, draft as document, ${at}::timestamp at time zone 'Europe/Paris' <= now() as past,
        ${at}::timestamp at time zone 'Europe/Paris' > now() + make_interval(days => ${furthest}) as far
      from letters where id = ${id}`;
    if (letter?.revision !== revision) return { outcome: "stale" as const };
    if (letter.past) return { outcome: "past" as const };
    if (letter.far) return { outcome: "too-far" as const };
    // Whoever plans it has read it.
    await writeApproval(tx, letter.id, by.id, revision, await hashOfDraft(letter, tx));
    const planned = await tx`
      insert into planned_publications as p (letter_id, publish_at, revision, planned_by, origin)
      values (${letter.id}, ${at}::timestamp at time zone 'Europe/Paris', ${revision}, ${by.id}, ${origin})
      on conflict (letter_id) do update set publish_at = excluded.publish_at, revision = excluded.revision,
        planned_by = excluded.planned_by, planned_at = now(), origin = excluded.origin
        where (p.publish_at, p.revision) is distinct from (excluded.publish_at, excluded.revision)`;
    if (planned.count > 0) await recordEvent(tx, letter.id, by.id, "planned");
    return { outcome: "planned" as const };
  });
}

/** Takes a plan back; doing it again changes nothing. */
export async function cancelPlan(
  slug: string,
  accountId: number,
): Promise<{ outcome: "cancelled" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ id: number }[]>`
      select id from letters where slug = ${slug} and ${isAuthor("letters", accountId)} and state = 'draft' for update`;
    if (!letter) return { outcome: "not-found" as const };
    const gone = await tx`delete from planned_publications where letter_id = ${letter.id}`;
    if (gone.count > 0) await recordEvent(tx, letter.id, accountId, "unplanned");
    return { outcome: "cancelled" as const };
  });
}

/** When a draft publishes itself, or null. */
export async function readPlan(letterId: number): Promise<PlannedPublication | null> {
  const [plan] = await sql<PlannedPublication[]>`
    select p.publish_at as "publishAt", a.name as "plannedBy", p.revision <> l.draft_revision as changed
    from planned_publications p
    join letters l on l.id = p.letter_id
    join accounts a on a.id = p.planned_by
    where p.letter_id = ${letterId}`;
  return plan ?? null;
}

/**
 * Publishes the drafts whose moment has come and tells their authors. One that cannot be published, because it was
 * changed or an approval or something else is missing, stays a draft, and its authors are told that too; where letters wait
 * for a moderator it is submitted. A job calls
 * it every minute; each letter has a transaction of its own. @returns how many were published
 */
export async function publishDue(): Promise<number> {
  if ((await readRunningSettings()).readOnly) return 0;
  const due = await sql<{ id: number }[]>`
    select letter_id as id from planned_publications where publish_at <= now() order by publish_at limit 100`;
  // One that fails is tried again in a minute, and holds no other one up.
  let published = 0;
  const faults: unknown[] = [];
  for (const { id } of due)
    try {
      if (await publishOne(id)) published++;
    } catch (fault) {
      faults.push(fault);
    }
  if (faults.length > 0) throw faults[0];
  return published;
}

async function publishOne(letterId: number): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ slug: string; title: string }[]>`
      select slug, title from letters where id = ${letterId} and state = 'draft' for update`;
    // Asked for once the letter is ours: another process may have done it, or the plan is another one by now.
    const [plan] = await tx<{ revision: number; plannedBy: number; origin: string }[]>`
      delete from planned_publications where letter_id = ${letterId} and publish_at <= now()
      returning revision, planned_by as "plannedBy", origin`;
    if (!letter || !plan) return false;
    const approvals = await listApprovals(letterId, plan.revision, tx);
    const all = approvals.length > 0 && approvals.every(({ state }) => state === "approved");
    const { outcome } = all
      ? await publishLocked(tx, letterId, plan.plannedBy, plan.revision)
      : { outcome: "not-approved" as const };
    const became = outcome === "published" || outcome === "submitted" ? outcome : "failed";
    if (became !== "submitted")
      await recordEvent(tx, letterId, null, became === "published" ? "published" : "plan-failed");
    await tellAuthors(tx, letterId, { ...letter, origin: plan.origin, became });
    return became === "published";
  });
}

async function tellAuthors(
  tx: Transaction,
  letterId: number,
  letter: { slug: string; title: string; origin: string; became: "published" | "submitted" | "failed" },
): Promise<void> {
  const authors = await tx<{ email: string; language: Language }[]>`
    select a.email, a.language from co_authors c join accounts a on a.id = c.account_id and a.deleted_at is null
    where c.letter_id = ${letterId} and c.role = 'author' order by a.id`;
  const link = `${letter.origin}/letters/${letter.slug}${letter.became === "published" ? "" : "/publish"}`;
  for (const { email, language } of authors)
    await queueMail(tx, email, language, plannedMessage(language, letter.title, letter.became, link));
}
