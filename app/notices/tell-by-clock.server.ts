import { sql } from "#db/sql.ts";
import { milestones } from "./notice.ts";

/** Notices about organisations written in one go. */
const batch = 1000;

/**
 * Tells what the clock or a count brings about: a letter has reached a milestone of signatures, a letter closes within
 * three days, a consultation has opened, an organisation has signed. A job calls it every minute; each is told once.
 * @param now by default the present, for tests
 */
export async function tellByClock(now = new Date()): Promise<void> {
  // Of several that were passed since the last look, as by an import, the highest.
  await sql`
    insert into notice_rounds (kind, letter_id, number)
    select 'milestone', l.id, reached.number from letters l
    cross join lateral (
      select max(m) as number from unnest(${milestones}::int[]) m where m <= l.signature_count) reached
    where l.state not in ('draft', 'hidden') and l.signature_count >= ${milestones[0] ?? 0}
      and not exists (
        select 1 from notice_rounds r where r.kind = 'milestone' and r.letter_id = l.id and r.number >= reached.number)
    on conflict do nothing`;
  // Days as in app/letters: in Paris. A letter that was published for a few days only closes soon from the start.
  await sql`
    insert into notice_rounds (kind, letter_id, number)
    select 'closing', l.id, l.closes_on - date '2000-01-01' from letters l
    where l.state = 'open' and l.published_at < ${now}::timestamptz - interval '1 day'
      and l.closes_on between (${now}::timestamptz at time zone 'Europe/Paris')::date
        and (${now}::timestamptz at time zone 'Europe/Paris')::date + 3
    on conflict do nothing`;
  await sql`
    insert into notice_rounds (kind, text_id, consultation_id, doer_id)
    select 'consultation', text_id, id, opened_by from consultations
    where opens_at <= ${now} and closes_at > ${now} and closed_at is null
    on conflict do nothing`;
  await tellOfOrganisations(now);
}

/** An organisation that somebody follows has signed a letter in public since they do. */
async function tellOfOrganisations(now: Date): Promise<void> {
  await sql`
    insert into notices (account_id, kind, letter_id, organisation_id, rhythm)
    select a.id, 'organisation-signed', g.letter_id, g.organisation_id, s.rhythm
    from subscriptions s
    join accounts a on a.id = s.account_id and a.deleted_at is null
    join signatures g on g.organisation_id = s.organisation_id and g.kind = 'organisation' and g.state = 'confirmed'
      and g.name_shown and g.confirmed_at > greatest(s.since, ${now}::timestamptz - interval '7 days')
      and g.account_id is distinct from a.id
    join letters l on l.id = g.letter_id and l.state not in ('draft', 'hidden')
    where s.organisation_id is not null and s.rhythm <> 'never'
      and not exists (
        select 1 from notices n
        where n.account_id = a.id and n.letter_id = g.letter_id and n.organisation_id = g.organisation_id)
    order by g.confirmed_at limit ${batch}
    for share of a
    on conflict do nothing`;
}
