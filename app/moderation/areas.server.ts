import type { Account } from "#app/accounts/account.ts";
import { recordAct } from "#app/administration/record-act.server.ts";
import type { Language } from "#app/languages/language.ts";
import { type Fragment, sql } from "#db/sql.ts";

/** A letter or a text that an account moderates, and nothing else. */
export type Area = { id: number; path: string; title: string; language: Language };

/**
 * The part of a question that keeps it to the cases an account may see and decide: all of them for moderators and
 * administrators, those of chosen letters and texts for whom an administrator named for these. Asked for with each act, so
 * that whoever is named no more finds nothing.
 * @param cases what the question calls `moderation_cases`
 */
export const withinReach = (cases: string, accountId: number): Fragment => {
  const c = sql(cases);
  return sql`
    (exists (select 1 from accounts where id = ${accountId} and role in ('moderator', 'admin') and deleted_at is null)
    or exists (
      select 1 from moderation_areas area
      left join comments said on said.id = ${c}.comment_id
      left join held_comments held on held.id = ${c}.held_id
      left join submissions sub on sub.id = ${c}.submission_id and sub.version_number > 1
      left join discussions d on d.id = coalesce(said.discussion_id, held.discussion_id)
      left join provisions p on p.id = d.provision_id
      where area.account_id = ${accountId} and area.ended_at is null
        and (area.letter_id = coalesce(${c}.letter_id, d.letter_id, sub.letter_id) or area.text_id = p.text_id)))`;
};

/** Whether an account may see and decide a case. */
export async function moderatesCase(caseId: number, accountId: number): Promise<boolean> {
  const within = await sql`
    select 1 from moderation_cases k where k.id = ${caseId} and ${withinReach("k", accountId)}`;
  return within.count > 0;
}

/** Whether an account moderates some letter or text without moderating all of them. */
export async function hasAreas(accountId: number): Promise<boolean> {
  const areas = await sql`
    select 1 from moderation_areas where account_id = ${accountId} and ended_at is null limit 1`;
  return areas.count > 0;
}

/** The letters and texts that an account was named for, the newest first. */
export async function listAreas(accountId: number): Promise<Area[]> {
  return sql<Area[]>`
    select m.id, case when l.id is not null then '/letters/' || l.slug else '/doctrine/' || t.slug end as path,
      coalesce(l.title, t.title) as title, coalesce(l.language, t.language) as language
    from moderation_areas m left join letters l on l.id = m.letter_id left join doctrine_texts t on t.id = m.text_id
    where m.account_id = ${accountId} and m.ended_at is null order by m.id desc`;
}

const addresses = /\/(letters|doctrine)\/([a-z0-9][a-z0-9-]*)\/?(?:[?#].*)?$/;

/**
 * Names an account moderator of one letter or text. To name it again changes nothing.
 * @param place the address of a published letter or of a text, or its path
 * @returns `no-place` when nothing published is there, `everywhere` for an account that moderates all of them
 */
export async function nameModerator(
  by: Account,
  accountId: number,
  place: string,
): Promise<{ outcome: "named" | "no-place" | "everywhere" | "not-found" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  const [, folder, slug = ""] = addresses.exec(place.trim()) ?? [];
  return sql.begin(async (tx) => {
    const [account] = await tx<{ role: string }[]>`
      select role from accounts where id = ${accountId} and deleted_at is null for update`;
    if (!account) return { outcome: "not-found" as const };
    if (account.role !== "member") return { outcome: "everywhere" as const };
    const [found] =
      folder === "letters"
        ? await tx<{ letterId: number | null; textId: number | null }[]>`
            select id as "letterId", null::bigint as "textId" from letters where slug = ${slug} and state <> 'draft'`
        : await tx<{ letterId: number | null; textId: number | null }[]>`
            select null::bigint as "letterId", id as "textId" from doctrine_texts where slug = ${slug}`;
    if (!folder || !found) return { outcome: "no-place" as const };
    const named = await tx`
      insert into moderation_areas (account_id, letter_id, text_id, named_by)
      values (${accountId}, ${found.letterId}, ${found.textId}, ${by.id})
      on conflict (account_id, letter_id, text_id) where ended_at is null do nothing`;
    if (named.count > 0)
      await recordAct(tx, by, "moderator-named", { accountId, subject: `/${folder}/${slug}` });
    return { outcome: "named" as const };
  });
}

/** Ends that an account moderates a letter or text. Twice is as once. */
export async function endArea(
  by: Account,
  accountId: number,
  areaId: number,
): Promise<{ outcome: "ended" | "forbidden" }> {
  if (by.role !== "admin") return { outcome: "forbidden" };
  return sql.begin(async (tx) => {
    const ended = await tx`
      update moderation_areas set ended_at = now(), ended_by = ${by.id}
      where id = ${areaId} and account_id = ${accountId} and ended_at is null`;
    if (ended.count > 0) await recordAct(tx, by, "moderator-ended", { accountId });
    return { outcome: "ended" as const };
  });
}
