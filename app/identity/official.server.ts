import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import type { Official } from "./identity.ts";

/** How long the word of the provider holds: people change posts, and nobody tells us. */
const holds = () => sql`proved_at > now() - interval '12 months'`;

/**
 * Whether a badge is shown: who logs in by ProConnect may work for any company that has a SIRET, so one that the
 * register does not count among public bodies has none. Until the register has answered, the provider is believed.
 */
const isShown = () => sql`${holds()} and public_body is distinct from false`;

const shown = () => sql`
  json_build_object('siret', siret, 'body', body_name, 'issuer', issuer, 'provedAt', proved_at)`;

/** As a column of a query: the badge of the account that `accountColumn` names, as an `Official`, or null. */
export const officialColumn = (accountColumn: Fragment): Fragment => sql`
  (select ${shown()} from officials where account_id = ${accountColumn} and ${isShown()})`;

/** What is written of an account as an official, for its owner: with what is not shown to others, and why. */
export async function readOfficial(
  accountId: number,
): Promise<(Official & { provedAt: Date; publicBody: boolean | null; until: Date }) | null> {
  const [row] = await sql<(Official & { provedAt: Date; publicBody: boolean | null; until: Date })[]>`
    select siret, body_name as body, issuer, proved_at as "provedAt", public_body as "publicBody",
      proved_at + interval '12 months' as until
    from officials where account_id = ${accountId} and ${holds()}`;
  return row ?? null;
}

/** Writes down for which body the provider said that an account works, now, and asks for the body's name. */
export async function recordOfficial(
  tx: Transaction,
  accountId: number,
  { siret, issuer }: { siret: string; issuer: string },
): Promise<void> {
  await tx`
    insert into officials (account_id, siret, issuer) values (${accountId}, ${siret}, ${issuer})
    on conflict (account_id) do update set siret = excluded.siret, issuer = excluded.issuer, proved_at = now(),
      body_name = case when officials.siret = excluded.siret then officials.body_name else '' end,
      public_body = case when officials.siret = excluded.siret then officials.public_body end,
      looked_up_at = case when officials.siret = excluded.siret then officials.looked_up_at end`;
  // One job for all that wait: the key makes the second wish the first one's.
  await tx`select graphile_worker.add_job('name-bodies', '{}'::json, job_key := 'name-bodies', max_attempts := 1)`;
}

/** Forgets what is too old to hold. A job calls it. */
export async function sweepOfficials(): Promise<void> {
  await sql`delete from officials where not (${holds()})`;
}
