import type { Passage } from "#app/letters/compare-versions.ts";
import { sql } from "#db/sql.ts";
import { compareTexts } from "./compare-texts.ts";
import { type DoctrineText, type Revision, revisionBefore } from "./doctrine-text.ts";
import type { ProvisionChange, ProvisionKind, ToldChange } from "./provision.ts";

/** A provision of which something changed between two revisions. */
export type Changed = {
  id: number;
  /** Tells the place in the list, for the next page. */
  key: number;
  address: string;
  change: ToldChange;
  kind: ProvisionKind;
  number: string;
  title: string;
  /** What it was called before, when that changed. */
  numberBefore: string | null;
  titleBefore: string | null;
  /** The words of what changed; null where its own text stayed, came or went. */
  passages: Passage[] | null;
  /** The text of what came or went. */
  body: string;
};

const pageSize = 40;

/** Both sides of every provision. Between neighbours the import told what became of each; else it is seen here. */
const sides = (text: DoctrineText, from: Revision, to: Revision) => {
  const adjacent = revisionBefore(text, to)?.id === from.id;
  return sql`(
    select coalesce(b.provision_id, a.provision_id) as id,
      2 * coalesce(b.position, a.position) + (b.provision_id is null)::int as key,
      coalesce(b.kind, a.kind) as kind, coalesce(b.number, a.number) as number, coalesce(b.title, a.title) as title,
      case when a.number <> b.number then a.number end as "numberBefore",
      case when a.title <> b.title then a.title end as "titleBefore",
      a.body as before, b.body as now,
      case when b.provision_id is null then 'repealed'
        when a.provision_id is null then 'new'
        when ${adjacent} then b.change
        when a.body <> b.body or a.title <> b.title then 'changed'
        when a.number <> b.number or a.parent_id is distinct from b.parent_id then 'moved'
        else 'kept' end as change
    from (select * from provision_states where revision_id = ${from.id}) a
    full join (select * from provision_states where revision_id = ${to.id}) b on b.provision_id = a.provision_id
  ) sides`;
};

/** How many provisions stayed, changed, moved, came and went from one revision to another. */
export async function countChanges(
  text: DoctrineText,
  from: Revision,
  to: Revision,
): Promise<Record<ProvisionChange, number>> {
  const rows = await sql<{ change: ProvisionChange; count: number }[]>`
    select change, count(*)::int from ${sides(text, from, to)} group by change`;
  const none = { kept: 0, changed: 0, moved: 0, new: 0, repealed: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ change, count }) => [change, count])) };
}

/**
 * A page of what changed from one revision to another, in the order of reading.
 * @param change only these; null for all
 * @param after the key of the last one of the page before
 * @returns the changes and the key of the next page, null on the last one
 */
export async function readChanges(
  text: DoctrineText,
  from: Revision,
  to: Revision,
  { change, after }: { change: ToldChange | null; after: number | null },
): Promise<{ changed: Changed[]; next: number | null }> {
  const rows = await sql<
    (Omit<Changed, "passages" | "body"> & { before: string | null; now: string | null })[]
  >`
    select sides.id, key, p.slug as address, change, kind, number, title, "numberBefore", "titleBefore", before, now
    from ${sides(text, from, to)} join provisions p on p.id = sides.id
    where ${change === null ? sql`change <> 'kept'` : sql`change = ${change}`} and key > ${after ?? 0}::bigint
    order by key limit ${pageSize + 1}`;
  const texts = rows.slice(0, pageSize);
  const compared = compareTexts(
    // What came or went has no other side.
    texts.map(({ before, now }) => ({ before: before ?? now ?? "", now: now ?? before ?? "" })),
  );
  const changed = texts.map(({ before, now, ...row }, place) => {
    const both = before !== null && now !== null;
    return {
      ...row,
      passages: both && before !== now ? (compared[place] ?? null) : null,
      body: both ? "" : (now ?? before ?? ""),
    };
  });
  return { changed, next: rows.length > pageSize ? (changed.at(-1)?.key ?? null) : null };
}
