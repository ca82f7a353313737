import { z } from "zod";
import { line } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { optionalLine, prose } from "#app/letters/letter.ts";
import { countryCode } from "#app/signatures/countries.ts";
import { renamePinned } from "#app/signatures/pin-signature.server.ts";
import { searchText } from "#app/signatures/search-text.ts";
import { recordEvent } from "#app/signatures/sign-letter.server.ts";
import { mayBeQuoted, signatureLimits, ticked } from "#app/signatures/signature.ts";
import { namesakeKey, suspicionOf } from "#app/signatures/suspicion.ts";
import { sql } from "#db/sql.ts";
import { givenBy } from "./own-signatures.server.ts";

/** What a signatory may correct, by the rules of the form that they signed by. */
export const CorrectionForm = z.object({
  name: line(signatureLimits.name, "form.name.missing"),
  role: optionalLine(signatureLimits.role),
  organisation: optionalLine(signatureLimits.affiliation),
  country: z
    .string()
    .default("")
    .transform((typed) => (typed.trim() === "" ? "" : countryCode(typed)))
    .refine((code) => code !== null, "myData.country.wrong" satisfies Phrase)
    .transform((code) => code ?? ""),
  statement: prose(signatureLimits.statement),
  showName: ticked,
  quotable: ticked,
  keepInformed: ticked,
});
export type CorrectionForm = z.output<typeof CorrectionForm>;

/**
 * Corrects who somebody is on their signature; which text they signed, and when, stays. A closed letter is no reason to
 * keep a mistake (GDPR art. 16). A name that signing would hold back is held back here too, in silence, and a changed
 * affiliation is another claim, as when one signs.
 * @returns `not-found` when the address has no such signature that stands or waits, and for an organisation's, whose
 *   name is not its representative's to change
 */
export async function correctSignature(
  email: string,
  id: number,
  form: CorrectionForm,
): Promise<{ outcome: "corrected" | "not-found" }> {
  const search = form.showName ? searchText(form.name, form.role, form.organisation) : "";
  const reasons = suspicionOf({ name: form.name, email });
  return sql.begin(async (tx) => {
    const [corrected] = await tx<{ letter: number; version: number }[]>`
      update signatures s set name = ${form.name}, role = ${form.role}, affiliation = ${form.organisation},
        country = ${form.country}, statement = ${form.statement}, name_shown = ${form.showName},
        quotable_since = case when ${mayBeQuoted(form)} then coalesce(s.quotable_since, now()) end,
        keep_informed = ${form.keepInformed}, search_text = ${search}, name_key = ${namesakeKey(form.name)},
        hold_reasons = array(select distinct unnest(s.hold_reasons || ${reasons}::text[])),
        state = case when s.state = 'confirmed' and s.released_at is null and s.name <> ${form.name}
          and cardinality(${reasons}::text[]) > 0 then 'held' else s.state end,
        organisation_id = case when s.affiliation = ${form.organisation} then s.organisation_id end,
        level = case when s.affiliation = ${form.organisation} then s.level end,
        claim_refused_at = case when s.affiliation = ${form.organisation} then s.claim_refused_at end
      where ${givenBy(email)} and s.id = ${id} and s.kind = 'person'
        and s.state in ('pending', 'held', 'confirmed')
      returning s.letter_id as letter, s.version_number as version`;
    if (!corrected) return { outcome: "not-found" as const };
    // While moderation hides it no name is shown, whatever is wished; undone, the wish holds.
    await tx`
      update hidden_signatures set wished = ${form.showName} where letter_id = ${corrected.letter} and signature_id = ${id}`;
    await recordEvent(tx, corrected.letter, id, "corrected", corrected.version);
    await renamePinned(tx, [{ letterId: corrected.letter, id }], form.showName ? form.name : "");
    return { outcome: "corrected" as const };
  });
}
