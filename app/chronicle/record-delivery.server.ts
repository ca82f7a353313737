import { sql } from "#db/sql.ts";
import { lockLetter, recordedBefore, refuseDay } from "./lock-letter.server.ts";
import type { DeliveryForm, Recorded } from "./record.ts";

/**
 * Records that an author handed the letter over. The signatures are counted here and now, from their rows, and stay as
 * they were counted, with the version that is the letter's now and its hash. The same form sent twice records once.
 */
export async function recordDelivery(slug: string, accountId: number, form: DeliveryForm): Promise<Recorded> {
  return sql.begin(async (tx) => {
    const letter = await lockLetter(tx, slug, accountId);
    if (!letter?.own) return { outcome: "not-found" as const };
    const refused =
      (await recordedBefore(tx, "letter_deliveries", letter, accountId, form.key)) ??
      refuseDay(letter, form.day);
    if (refused) return refused;
    const [delivery = { id: 0 }] = await tx<{ id: number }[]>`
      insert into letter_deliveries (letter_id, addressee, handed_on, version_number, sha256, signature_count,
        version_signature_count, organisation_count, imported_count, account_id, submission_key)
      select v.letter_id, ${form.addressee}, ${form.day}, v.number, v.sha256, n.signed, n.on_version, n.organisations,
        n.imported, ${accountId}, ${form.key}
      from letter_versions v
      cross join (
        select count(*) filter (where origin = 'form')::int as signed,
          count(*) filter (where origin = 'form' and version_number = ${letter.version})::int as on_version,
          -- A declared mandate makes no organisation's signature (docs/decisions/0027).
          count(*) filter (where origin = 'form' and kind = 'organisation')::int as organisations,
          count(*) filter (where origin = 'import')::int as imported
        from signatures where letter_id = ${letter.id} and state = 'confirmed') n
      where v.letter_id = ${letter.id} and v.number = ${letter.version}
      returning id`;
    return { outcome: "recorded" as const, id: delivery.id };
  });
}
