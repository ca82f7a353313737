import { countChanges } from "#app/doctrine/compare-revisions.server.ts";
import type { Decision } from "#app/doctrine/disposition.ts";
import type { DoctrineText } from "#app/doctrine/doctrine-text.ts";
import type { ProvisionChange, ProvisionKind } from "#app/doctrine/provision.ts";
import { boundSpeakers } from "#app/organisations/read-mandate.server.ts";
import { sql } from "#db/sql.ts";
import { type Consultation, zone } from "./consultation.ts";
import { type Participation, participationOf } from "./participation.ts";

/** What the accounts that commented a provision think of it, each once. */
export type ProvisionStances = {
  id: number;
  address: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  support: number;
  neutral: number;
  oppose: number;
};

/** What came of a consultation. */
export type Summary = {
  participation: Participation;
  /** Provisions with comments, those with the most participants first. */
  stances: ProvisionStances[];
  /** What changed in the first revision dated after the opening; null while there is none. */
  followed: { before: string; dated: string; counts: Record<ProvisionChange, number> } | null;
  /** The provisions commented, by the disposition that stands; `null` counts those without one. */
  dispositions: { decision: Decision | null; count: number }[];
  /** Official answers in the threads that began in the consultation. */
  officialAnswers: number;
};

/** The comments `c` of a consultation that are counted: neither deleted ones nor official answers. */
const counted = (consultationId: number) => sql`
  consultations w
  join provisions p on p.text_id = w.text_id
  join discussions d on d.provision_id = p.id and d.last_comment_id > 0
  join comments c on c.discussion_id = d.id and c.created_at >= w.opens_at and c.deleted_at is null
    and c.created_at < least(w.closes_at, w.closed_at)
    and not exists (select 1 from official_answers given where given.comment_id = c.id)
  where w.id = ${consultationId}`;

/** The summary of a consultation as things stand now: mandates, dispositions and comments change. */
export async function readSummary(text: DoctrineText, consultation: Consultation): Promise<Summary> {
  const { id } = consultation;
  const [participation, stances, followed, officialAnswers] = await Promise.all([
    readParticipation(id),
    readStances(id),
    readFollowed(text, id),
    countOfficialAnswers(id),
  ]);
  const dispositions = await countDispositions(stances.map((row) => row.id));
  return { participation, stances, followed, dispositions, officialAnswers };
}

async function readParticipation(consultationId: number): Promise<Participation> {
  const accounts = await sql<{ accountId: number; comments: number }[]>`
    select c.account_id as "accountId", count(*)::int as comments from ${counted(consultationId)} group by c.account_id`;
  const speakers = await boundSpeakers(accounts.map(({ accountId }) => accountId));
  const known = new Map(speakers.map((speaker) => [speaker.accountId, speaker]));
  return participationOf(
    accounts.map((account) => {
      const speaker = known.get(account.accountId);
      const { id = 0, sector } = speaker?.organisation ?? {};
      return {
        ...account,
        speaksFor: speaker && sector ? { organisationId: id, sector, level: speaker.level } : null,
      };
    }),
  );
}

/** Each account once a provision: its newest comment for or against, else neutral. */
async function readStances(consultationId: number): Promise<ProvisionStances[]> {
  return sql<ProvisionStances[]>`
    with taken as (
      select distinct on (d.provision_id, c.account_id) d.provision_id, c.stance from ${counted(consultationId)}
      order by d.provision_id, c.account_id, (c.stance = 'neutral'), c.id desc
    ), sums as (
      select provision_id, count(*) filter (where stance = 'support')::int as support,
        count(*) filter (where stance = 'neutral')::int as neutral,
        count(*) filter (where stance = 'oppose')::int as oppose, count(*) as accounts
      from taken group by provision_id
    )
    select p.id, p.slug as address, s.kind, s.number, s.title, support, neutral, oppose
    from sums join provisions p on p.id = sums.provision_id
    join lateral (
      select s.kind, s.number, s.title, s.position from provision_states s join revisions r on r.id = s.revision_id
      where s.provision_id = p.id order by r.dated desc limit 1) s on true
    order by accounts desc, s.position, p.id`;
}

/** The revision that was read when the consultation opened is the newest of that day or before, by days in Paris. */
async function readFollowed(text: DoctrineText, consultationId: number): Promise<Summary["followed"]> {
  const [row] = await sql<{ day: string }[]>`
    select (opens_at at time zone ${zone})::date as day from consultations where id = ${consultationId}`;
  const day = row?.day ?? "";
  const before = text.revisions.find(({ dated }) => dated <= day);
  const next = text.revisions.findLast(({ dated }) => dated > day);
  if (!before || !next) return null;
  return { before: before.dated, dated: next.dated, counts: await countChanges(text, before, next) };
}

async function countDispositions(provisionIds: number[]): Promise<Summary["dispositions"]> {
  if (provisionIds.length === 0) return [];
  return sql<Summary["dispositions"]>`
    select standing.decision, count(*)::int as count
    from unnest(${provisionIds}::bigint[]) as commented (id)
    left join lateral (
      select decision from dispositions where provision_id = commented.id order by id desc limit 1) standing on true
    group by standing.decision
    order by array_position(array['accepted', 'partly-accepted', 'rejected', 'noted'], standing.decision)`;
}

async function countOfficialAnswers(consultationId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count
    from consultations w join official_answers given on given.text_id = w.text_id
    join comments answer on answer.id = given.comment_id and answer.deleted_at is null
    join comments root on root.id = answer.root_id and root.created_at >= w.opens_at
    where w.id = ${consultationId} and root.created_at < least(w.closes_at, w.closed_at)`;
  return row?.count ?? 0;
}
