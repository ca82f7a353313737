import { sql } from "#db/sql.ts";
import { shownDomain } from "./domain.ts";

/** What a member has proved of themselves: an address at the organisation's domain, or a log-in at its provider. */
export type ProvedMandate = {
  accountId: number;
  level: "mailed" | "federated";
  /** The domain, in its own letters, or the issuer. */
  evidence: string;
  grantedAt: Date;
};

/** The mandates that hold, of those who speak for the organisation; the oldest first. */
export async function readMandates(organisationId: number): Promise<ProvedMandate[]> {
  const mandates = await sql<ProvedMandate[]>`
    select d.account_id as "accountId", d.level, d.evidence, d.granted_at as "grantedAt"
    from mandates d
    join organisation_members m on m.organisation_id = d.organisation_id and m.account_id = d.account_id
    where d.organisation_id = ${organisationId} and d.ended_at is null and m.role in ('owner', 'spokesperson')
      and (d.level = 'mailed' or exists (select 1 from organisation_domains p
        where p.organisation_id = d.organisation_id and p.state in ('proved', 'failing')))
    order by d.id`;
  return mandates.map((mandate) =>
    mandate.level === "mailed" ? { ...mandate, evidence: shownDomain(mandate.evidence) } : mandate,
  );
}
