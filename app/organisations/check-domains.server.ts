import { sql } from "#db/sql.ts";
import { lookAtDomain, type Reach } from "./look-at-domain.server.ts";
import { recordLook } from "./record-look.server.ts";

/** So many domains are looked at side by side: those whose servers are silent hold up nobody else. */
const atOnce = 20;
/** A job is taken for dead after ten minutes; what is left is done an hour later. */
const longest = 300_000;

type Due = { organisationId: number; domain: string; token: string };

/** The proof that waits the longest, put off for an hour so that nobody else takes it, whatever becomes of this look. */
async function takeDue(): Promise<Due | undefined> {
  const [due] = await sql<Due[]>`
    update organisation_domains d set next_check_at = now() + interval '1 hour'
    from (
      select organisation_id, domain from organisation_domains
      where state in ('proved', 'failing') and next_check_at <= now()
      order by next_check_at limit 1 for update skip locked
    ) as due
    where d.organisation_id = due.organisation_id and d.domain = due.domain
    returning d.organisation_id as "organisationId", d.domain, d.token`;
  return due;
}

/**
 * Looks again at the proofs that are due: a week after they were found, a day after they were not. A job calls it.
 * @param origin of this Tribune, for links in mails
 * @param reach for tests alone
 * @returns how many were looked at
 */
export async function checkDomains(origin: string, reach?: Reach): Promise<number> {
  const until = Date.now() + longest;
  let looked = 0;
  const lines = Array.from({ length: atOnce }, async () => {
    for (let due = await takeDue(); due; due = Date.now() < until ? await takeDue() : undefined) {
      looked++;
      await checkOne(due, origin, reach);
    }
  });
  const faults = (await Promise.allSettled(lines)).flatMap((line) =>
    line.status === "rejected" ? [line.reason as unknown] : [],
  );
  if (faults.length > 0) throw new AggregateError(faults, "some domains could not be checked");
  return looked;
}

async function checkOne(due: Due, origin: string, reach?: Reach): Promise<void> {
  const look = await lookAtDomain(due.domain, due.token, reach);
  await sql.begin(async (tx) => {
    await tx`select 1 from organisations where id = ${due.organisationId} for update`;
    await recordLook(tx, due, look, null, origin);
  });
}
