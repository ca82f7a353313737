import type { Account } from "#app/accounts/account.ts";
import { recordAct } from "#app/administration/record-act.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { lockAnswering } from "./lock-answering.server.ts";

/** What becomes official, or was: an account or an organisation. */
type Marked = { accountId: number } | { organisationId: number };

/** Writes into the public log who may answer for a text now, or no longer. */
async function logMark(
  tx: Transaction,
  event: "official-marked" | "official-unmarked",
  textId: number,
  marked: { accountId: number | null; organisationId: number | null },
): Promise<void> {
  await tx`
    insert into public_log (event, text_id, account_id, organisation_id)
    values (${event}, ${textId}, ${marked.accountId}, ${marked.organisationId})`;
}

/**
 * Marks an account, by its address, as official for a text. Marking it again changes nothing.
 * @returns `unknown` when no account has the address, which administrators may know
 */
export async function markAccount(
  textId: number,
  by: Account,
  email: string,
): Promise<{ outcome: "marked" | "unknown" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await lockAnswering(tx, textId, "alone");
    // A lock: whoever deletes their account at this moment is official before it, and so no longer after it.
    const [account] = await tx<{ id: number }[]>`
      select id from accounts where email = ${email} and deleted_at is null for share`;
    return account ? mark(tx, textId, by, { accountId: account.id }) : { outcome: "unknown" as const };
  });
}

/** Marks an organisation as official for a text: everybody with a proved mandate for it may answer. */
export async function markOrganisation(
  textId: number,
  by: Account,
  organisationId: number,
): Promise<{ outcome: "marked" | "unknown" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    // Before the organisation, as whoever answers for it takes the two.
    await lockAnswering(tx, textId, "alone");
    const [organisation] = await tx`
      select 1 from organisations where id = ${organisationId} and merged_into is null for share`;
    return organisation ? mark(tx, textId, by, { organisationId }) : { outcome: "unknown" as const };
  });
}

async function mark(
  tx: Transaction,
  textId: number,
  by: Account,
  marked: Marked,
): Promise<{ outcome: "marked" }> {
  const accountId = "accountId" in marked ? marked.accountId : null;
  const organisationId = "organisationId" in marked ? marked.organisationId : null;
  const made = await tx`
    insert into text_officials (text_id, account_id, organisation_id, marked_by)
    values (${textId}, ${accountId}, ${organisationId}, ${by.id})
    on conflict do nothing`;
  if (made.count > 0) {
    await logMark(tx, "official-marked", textId, { accountId, organisationId });
    await recordAct(tx, by, "official-marked", {
      accountId,
      subject: await subjectOf(tx, textId, organisationId),
    });
  }
  return { outcome: "marked" };
}

/** For which text a mark is, and which organisation has it, in names. */
async function subjectOf(tx: Transaction, textId: number, organisationId: number | null): Promise<string> {
  const [names] = await tx<{ text: string; organisation: string | null }[]>`
    select t.title as text, o.name as organisation
    from doctrine_texts t left join organisations o on o.id = ${organisationId} where t.id = ${textId}`;
  return [names?.organisation, names?.text].filter(Boolean).join(", ").slice(0, 500);
}

/** Ends a mark; what was answered under it stays official. Ending it again changes nothing. */
export async function endOfficial(
  textId: number,
  by: Account,
  markId: number,
): Promise<{ outcome: "ended" | "not-found" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    await lockAnswering(tx, textId, "alone");
    const [ended] = await tx<{ accountId: number | null; organisationId: number | null }[]>`
      update text_officials set ended_at = now(), ended_by = ${by.id}
      where id = ${markId} and text_id = ${textId} and ended_at is null
      returning account_id as "accountId", organisation_id as "organisationId"`;
    if (ended) {
      await logMark(tx, "official-unmarked", textId, ended);
      const subject = await subjectOf(tx, textId, ended.organisationId);
      await recordAct(tx, by, "official-unmarked", { accountId: ended.accountId, subject });
    }
    const known = await tx`select 1 from text_officials where id = ${markId} and text_id = ${textId}`;
    return { outcome: known.count > 0 ? ("ended" as const) : ("not-found" as const) };
  });
}

/** Ends every mark of an account that is being deleted. */
export async function endOfficialsOf(tx: Transaction, accountId: number): Promise<void> {
  const ended = await tx<{ textId: number }[]>`
    update text_officials set ended_at = now(), ended_by = ${accountId}
    where account_id = ${accountId} and ended_at is null returning text_id as "textId"`;
  for (const { textId } of ended)
    await logMark(tx, "official-unmarked", textId, { accountId, organisationId: null });
}

/**
 * Locks who may answer for the texts of two organisations, before their rows are locked to merge them: who answers for
 * one takes the text first. A text that is marked for one meanwhile is not locked; its answers wait at the rows.
 */
export async function lockAnswersOf(tx: Transaction, organisationIds: number[]): Promise<void> {
  const texts = await tx<{ id: number }[]>`
    select distinct text_id as id from text_officials
    where organisation_id in ${tx(organisationIds)} and ended_at is null order by id`;
  for (const { id } of texts) await lockAnswering(tx, id, "alone");
}

/**
 * What an organisation answered, and for which texts it may, goes to the one that it is merged into. The public log
 * says so of each text that the other one did not answer for. Call `lockAnswersOf` before.
 */
export async function moveAnswers(tx: Transaction, gone: number, kept: number, by: Account): Promise<void> {
  await tx`
    update text_officials g set ended_at = now(), ended_by = ${by.id} from text_officials k
    where g.organisation_id = ${gone} and k.organisation_id = ${kept} and g.text_id = k.text_id
      and g.ended_at is null and k.ended_at is null`;
  const moved = await tx<{ textId: number; stands: boolean }[]>`
    update text_officials set organisation_id = ${kept} where organisation_id = ${gone}
    returning text_id as "textId", ended_at is null as stands`;
  for (const { textId, stands } of moved)
    if (stands) await logMark(tx, "official-marked", textId, { accountId: null, organisationId: kept });
  await tx`update official_answers set organisation_id = ${kept} where organisation_id = ${gone}`;
  await tx`update dispositions set organisation_id = ${kept} where organisation_id = ${gone}`;
}
