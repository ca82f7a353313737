import { lockForSpeaker } from "#app/organisations/manage.server.ts";
import { binds } from "#app/organisations/mandate.ts";
import { mandateOf } from "#app/organisations/read-mandate.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { lockAnswering } from "./lock-answering.server.ts";
import type { TextOfficial } from "./text-official.ts";

/** The marks that could make an account an official of a text: organisations it belongs to, the oldest mark first. */
const marksOf = (tx: Transaction | typeof sql, textId: number, accountId: number) => tx<TextOfficial[]>`
  select case when org.id is not null
    then json_build_object('id', org.id, 'slug', org.slug, 'name', org.name) end as organisation
  from text_officials o
  left join organisations org on org.id = o.organisation_id and org.merged_into is null and org.hidden_at is null
  where o.text_id = ${textId} and o.ended_at is null and (
    o.account_id = ${accountId} or exists (
      select 1 from organisation_members m where m.organisation_id = org.id and m.account_id = ${accountId}))
  order by o.organisation_id is null, o.id`;

/**
 * Whether an account may answer for a text, and in whose name; null when it may not. Through a marked organisation
 * only those do who speak for it with a mandate that binds it: a declared one is the person's word alone. Who may
 * both ways answers for the organisation.
 */
export async function officialFor(textId: number, accountId: number): Promise<TextOfficial | null> {
  for (const official of await marksOf(sql, textId, accountId)) {
    if (!official.organisation) return official;
    const mandate = await mandateOf(official.organisation.id, accountId);
    if (mandate && binds(mandate.level)) return official;
  }
  return null;
}

/** As `officialFor`, in a transaction before and during which nobody is unmarked and no mandate ends. */
export async function lockOfficial(
  tx: Transaction,
  textId: number,
  accountId: number,
): Promise<TextOfficial | null> {
  await lockAnswering(tx, textId, "shared");
  for (const official of await marksOf(tx, textId, accountId)) {
    if (!official.organisation) return official;
    const { id } = official.organisation;
    if (!(await lockForSpeaker(tx, id, accountId))) continue;
    const mandate = await mandateOf(id, accountId, tx);
    if (mandate && binds(mandate.level)) return official;
  }
  return null;
}
