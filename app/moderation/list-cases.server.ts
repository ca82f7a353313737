import { sql } from "#db/sql.ts";
import { withinReach } from "./areas.server.ts";
import type { CaseFilter, CaseKey, CaseList } from "./case-filter.ts";
import { claimStands } from "./claim-case.server.ts";
import type { ReportReason, SubjectKind } from "./reason.ts";
import type { HoldReason } from "#app/pipeline/pipeline.ts";
import { readSubject, type Subject } from "./subject.server.ts";

/** A case in the queue. */
export type ListedCase = {
  id: number;
  kind: SubjectKind;
  subjectId: number;
  reports: number;
  openedAt: Date;
  reasons: ReportReason[];
  /** Why it was held, when it was. */
  held: HoldReason[];
  /** Who has claimed it, while the claim stands. */
  claimant: { id: number; name: string } | null;
  /** Null when the public sees it no more. */
  subject: Subject | null;
};

const pageSize = 25;

const contested = () => sql`
  exists (
    select 1 from moderation_decisions d
    where d.case_id = c.id and d.contest is not null and d.answer is null and d.undone_at is null)`;

const among = ({ list }: CaseFilter) =>
  list === "open"
    ? sql`c.closed_at is null`
    : list === "decided"
      ? sql`c.closed_at is not null`
      : contested();

/**
 * A page of cases: those reported most often first and the oldest first among them; decided ones the newest first.
 * @param moderatorId whose cases are "mine", and who sees those within their reach
 */
export async function listCases(
  filter: CaseFilter,
  moderatorId: number,
  after: CaseKey | null,
): Promise<{ cases: ListedCase[]; next: CaseKey | null }> {
  const decided = filter.list === "decided";
  const beyond = !after
    ? sql``
    : decided
      ? sql`and c.id < ${after.id}`
      : sql`and (-c.report_count, c.id) > (${-after.reports}, ${after.id})`;
  const rows = await sql<Omit<ListedCase, "subject">[]>`
    select c.id, c.kind, c.subject_id as "subjectId", c.report_count as reports, c.opened_at as "openedAt",
      array(select distinct r.reason from reports r where r.case_id = c.id order by r.reason) as reasons,
      coalesce((select h.reasons from held_comments h where h.id = c.held_id), '{}') as held,
      case when ${claimStands()} then json_build_object('id', a.id, 'name', coalesce(a.name, '')) end as claimant
    from moderation_cases c left join accounts a on a.id = c.claimed_by
    where ${among(filter)} and ${withinReach("c", moderatorId)}
      ${filter.kind ? sql`and c.kind = ${filter.kind}` : sql``}
      ${filter.reason ? sql`and exists (select 1 from reports r where r.case_id = c.id and r.reason = ${filter.reason})` : sql``}
      ${
        filter.claim === "mine"
          ? sql`and ${claimStands()} and c.claimed_by = ${moderatorId}`
          : filter.claim === "unclaimed"
            ? sql`and not ${claimStands()}`
            : sql``
      }
      ${beyond}
    order by ${decided ? sql`c.id desc` : sql`c.report_count desc, c.id`} limit ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const cases = await Promise.all(
    page.map(async (row) => ({ ...row, subject: await readSubject(row.kind, row.subjectId) })),
  );
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { cases, next: last ? { reports: last.reports, id: last.id } : null };
}

/** How many cases each list holds, of those that a moderator may decide. */
export async function countCases(moderatorId: number): Promise<Record<CaseList, number>> {
  const [counts] = await sql<Record<CaseList, number>[]>`
    select count(*) filter (where closed_at is null)::int as open,
      count(*) filter (where closed_at is not null)::int as decided,
      count(*) filter (where ${contested()})::int as contested
    from moderation_cases c where ${withinReach("c", moderatorId)}`;
  return counts ?? { open: 0, decided: 0, contested: 0 };
}
