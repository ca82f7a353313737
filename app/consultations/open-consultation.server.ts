import { lockAnswering } from "#app/doctrine/lock-answering.server.ts";
import { lockOfficial } from "#app/doctrine/official-for.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { type ConsultationForm, zone } from "./consultation.ts";
import { endOf } from "./read-consultations.server.ts";

/**
 * Opens a window for comments on a text, now or later; there is one at a time. An opening that is past means now: nothing
 * is opened for days that are gone. The same form sent twice opens one.
 * @returns `ends-too-early` when it would close before it opens or has closed already; `overlaps` with another one
 */
export async function openConsultation(
  textId: number,
  accountId: number,
  form: ConsultationForm,
): Promise<{ outcome: "opened"; id: number } | { outcome: "not-official" | "ends-too-early" | "overlaps" }> {
  return sql.begin(async (tx) => {
    await lockAnswering(tx, textId, "alone");
    const official = await lockOfficial(tx, textId, accountId);
    if (!official) return { outcome: "not-official" as const };
    const [asked] = await tx<{ opensAt: string; closesAt: string; fits: boolean }[]>`
      with asked as (
        select greatest(clock_timestamp(), ${form.opens}::text::timestamp at time zone ${zone}) as opens_at,
          ${form.closes}::text::timestamp at time zone ${zone} as closes_at
      )
      -- As text, for a Date would lose the microseconds.
      select opens_at::text as "opensAt", closes_at::text as "closesAt", closes_at > opens_at as fits from asked`;
    if (!asked?.fits) return { outcome: "ends-too-early" as const };
    const [same] = await tx<{ id: number }[]>`
      select id from consultations where text_id = ${textId} and title = ${form.title} and opened_by = ${accountId}
        and closes_at = ${asked.closesAt}::text::timestamptz and closed_at is null`;
    if (same) return { outcome: "opened" as const, id: same.id };
    const overlapping = await tx`
      select 1 from consultations c
      where text_id = ${textId} and ${endOf()} > c.opens_at and c.opens_at < ${asked.closesAt}::text::timestamptz and ${endOf()} > ${asked.opensAt}::text::timestamptz`;
    if (overlapping.count > 0) return { outcome: "overlaps" as const };
    const [made] = await tx<{ id: number }[]>`
      insert into consultations (text_id, title, opens_at, closes_at, opened_by)
      values (${textId}, ${form.title}, ${asked.opensAt}::text::timestamptz, ${asked.closesAt}::text::timestamptz, ${accountId}) returning id`;
    await logWindow(tx, "consultation-opened", textId, form.title, official.organisation?.id ?? null);
    return { outcome: "opened" as const, id: made?.id ?? 0 };
  });
}

/** Closes a window before its time; one that has not opened is called off. Closing it again changes nothing. */
export async function closeConsultation(
  textId: number,
  accountId: number,
  id: number,
): Promise<{ outcome: "closed" | "not-official" | "not-found" }> {
  return sql.begin(async (tx) => {
    await lockAnswering(tx, textId, "alone");
    const official = await lockOfficial(tx, textId, accountId);
    if (!official) return { outcome: "not-official" as const };
    // By the clock, not by the beginning of the transaction: what was posted while this waited was in time.
    const [closed] = await tx<{ title: string }[]>`
      update consultations set closed_at = clock_timestamp(), closed_by = ${accountId}
      where id = ${id} and text_id = ${textId} and closed_at is null and closes_at > clock_timestamp() returning title`;
    if (closed)
      await logWindow(tx, "consultation-closed", textId, closed.title, official.organisation?.id ?? null);
    const known = await tx`select 1 from consultations where id = ${id} and text_id = ${textId}`;
    return { outcome: known.count > 0 ? ("closed" as const) : ("not-found" as const) };
  });
}

async function logWindow(
  tx: Transaction,
  event: "consultation-opened" | "consultation-closed",
  textId: number,
  subject: string,
  organisationId: number | null,
): Promise<void> {
  await tx`
    insert into public_log (event, text_id, subject, organisation_id)
    values (${event}, ${textId}, ${subject}, ${organisationId})`;
}
