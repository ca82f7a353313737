import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { claimRefusedMessage, withdrawnByOwnerMessage } from "#app/mail/mandate-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { lockForManager } from "#app/organisations/manage.server.ts";
import { recordEvent as recordOrganisationEvent } from "#app/organisations/record-event.server.ts";
import { sql } from "#db/sql.ts";
import { searchText } from "./search-text.ts";
import { recordEvent } from "./sign-letter.server.ts";

type Standing = {
  email: string;
  language: Language;
  name: string;
  title: string;
  slug: string;
  version: number;
};

/** Takes the organisation's own signature off a letter, on behalf of its owners; who gave it is told. */
export async function withdrawForOrganisation(
  organisation: { id: number; name: string },
  by: Account,
  { letterId, id }: { letterId: number; id: number },
  origin: string,
): Promise<{ outcome: "withdrawn" | "forbidden" | "not-found" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisation.id, by))) return { outcome: "forbidden" as const };
    const [standing] = await tx<Standing[]>`
        update signatures s set state = 'withdrawn', withdrawn_at = now()
        from letters l
        where s.letter_id = ${letterId} and s.id = ${id} and s.organisation_id = ${organisation.id}
          and s.kind = 'organisation' and s.state in ('pending', 'held', 'confirmed') and l.id = s.letter_id
        returning s.email, s.language, s.represented_by as name, l.title, l.slug, s.version_number as version`;
    if (!standing) return { outcome: "not-found" as const };
    await recordEvent(tx, letterId, id, "withdrawn", standing.version);
    await recordOrganisationEvent(tx, organisation.id, by.id, "signature-withdrawn", {
      subject: standing.title,
    });
    const values = { name: standing.name, organisation: organisation.name, title: standing.title };
    const message = withdrawnByOwnerMessage(standing.language, values, `${origin}/letters/${standing.slug}`);
    if (standing.email !== "" && standing.email !== by.email)
      await queueMail(tx, standing.email, standing.language, message);
    return { outcome: "withdrawn" as const };
  });
}

/** Says that a person does not belong to the organisation: their signature stays, the affiliation is not shown any more. */
export async function refuseClaim(
  organisation: { id: number; name: string },
  by: Account,
  { letterId, id }: { letterId: number; id: number },
  origin: string,
): Promise<{ outcome: "refused" | "forbidden" | "not-found" }> {
  return sql.begin(async (tx) => {
    if (!(await lockForManager(tx, organisation.id, by))) return { outcome: "forbidden" as const };
    const [standing] = await tx<(Standing & { role: string; shown: boolean })[]>`
        update signatures s set claim_refused_at = now()
        from letters l
        where s.letter_id = ${letterId} and s.id = ${id} and s.organisation_id = ${organisation.id}
          and s.kind = 'person' and s.claim_refused_at is null and l.id = s.letter_id
        returning s.email, s.language, s.name, s.role, s.name_shown as shown, l.title, l.slug,
          s.version_number as version`;
    // A second click finds it refused.
    if (!standing) return { outcome: "refused" as const };
    // What is not shown is not found.
    const search = standing.shown ? searchText(standing.name, standing.role) : "";
    await tx`update signatures set search_text = ${search} where letter_id = ${letterId} and id = ${id}`;
    await recordEvent(tx, letterId, id, "claim-refused", standing.version);
    await recordOrganisationEvent(tx, organisation.id, by.id, "claim-refused", { subject: standing.title });
    const values = { name: standing.name, organisation: organisation.name, title: standing.title };
    const message = claimRefusedMessage(standing.language, values, `${origin}/letters/${standing.slug}`);
    await queueMail(tx, standing.email, standing.language, message);
    return { outcome: "refused" as const };
  });
}
