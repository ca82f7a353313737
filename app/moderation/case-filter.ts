import { type ReportReason, reportReasons, type SubjectKind, subjectKinds } from "./reason.ts";

/** Which cases are listed: the open ones, those that were decided, or decisions that wait for an answer to a contest. */
export const caseLists = ["open", "contested", "decided"] as const;
export type CaseList = (typeof caseLists)[number];

export type CaseFilter = {
  list: CaseList;
  kind: SubjectKind | null;
  reason: ReportReason | null;
  claim: "mine" | "unclaimed" | null;
};

/** What the last case of a page is known by: how often it was reported, and its id. */
export type CaseKey = { reports: number; id: number };

/** The filter that an address asks for; words that name nothing narrow nothing. */
export function readCaseFilter(parameters: URLSearchParams): CaseFilter {
  const asked = (name: string) => parameters.get(name);
  return {
    list: caseLists.find((each) => each === asked("list")) ?? "open",
    kind: subjectKinds.find((each) => each === asked("kind")) ?? null,
    reason: reportReasons.find((each) => each === asked("reason")) ?? null,
    claim: (["mine", "unclaimed"] as const).find((each) => each === asked("claim")) ?? null,
  };
}

/** The key in an address, "reports-id"; null for the first page and for anything else. */
export function readCaseKey(value: string | null): CaseKey | null {
  const [, reports, id] = /^(\d{1,9})-([1-9]\d{0,14})$/.exec(value ?? "") ?? [];
  return id === undefined ? null : { reports: Number(reports), id: Number(id) };
}

/** The address of a page of the queue. */
export function casesHref({ list, kind, reason, claim }: CaseFilter, after: CaseKey | null): string {
  const query = new URLSearchParams({
    ...(list === "open" ? {} : { list }),
    ...(kind ? { kind } : {}),
    ...(reason ? { reason } : {}),
    ...(claim ? { claim } : {}),
    ...(after ? { after: `${after.reports}-${after.id}` } : {}),
  });
  return `/moderation${query.size > 0 ? `?${query}` : ""}`;
}
