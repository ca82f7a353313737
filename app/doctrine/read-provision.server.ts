import type { Reference } from "./parsed-provision.ts";
import { slowModeAt } from "#app/moderation/slow-mode.server.ts";
import { sql } from "#db/sql.ts";
import type { Discussion } from "#app/discussion/place.ts";
import type { DoctrineText, Revision } from "./doctrine-text.ts";
import type { ProvisionChange, ProvisionKind } from "./provision.ts";

/** A provision of a text, whatever it says in which revision. */
export type Provision = { id: number; address: string; discussion: Discussion };

/**
 * A provision by its address.
 * @param named the revision that the address names, if it names one: what had the slug there comes first, so that such
 *   an address shows the same provision for good, also when its number is another one's by now
 */
export async function readProvision(
  text: DoctrineText,
  address: string,
  named: Revision | null = null,
): Promise<Provision | null> {
  const [row] = await sql<Provision[]>`
    select p.id, p.slug as address, json_build_object('id', d.id, 'commentCount', d.comment_count,
      'lastCommentId', d.last_comment_id, 'textId', p.text_id, 'letterId', null,
      'slow', ${slowModeAt(sql`null::bigint`, sql`p.text_id`)}) as discussion
    from provisions p join discussions d on d.provision_id = p.id
    where p.text_id = ${text.id} and p.id = coalesce(
      (select provision_id from provision_states where revision_id = ${named?.id ?? 0} and slug = ${address}),
      (select id from provisions where text_id = ${text.id} and slug = ${address}))`;
  return row ?? null;
}

/** The address of the provision that had this one in an earlier revision, the newest such, or null. */
export async function findMoved(text: DoctrineText, address: string): Promise<string | null> {
  const [row] = await sql<{ address: string }[]>`
    select p.slug as address
    from provision_states s join provisions p on p.id = s.provision_id join revisions r on r.id = s.revision_id
    where s.revision_id in ${sql(text.revisions.map(({ id }) => id))} and s.slug = ${address} and p.slug <> ${address}
    order by r.dated desc limit 1`;
  return row?.address ?? null;
}

/** What a provision says in one revision, and what became of it there. */
export type ProvisionState = {
  /** The revision's. */
  id: number;
  dated: string;
  change: ProvisionChange;
  /** Its name in that revision, by which an address that names the revision leads to it. */
  slug: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  /** Null where it was not asked for. */
  body: string | null;
};

/**
 * The history of a provision, the newest first: each revision that has it, and the one that repealed it, with what it
 * was called last. Revisions before it first came, and after it was gone, are left out.
 * @param withBodies the ids of the revisions whose text is wanted; all when it is left out
 */
export async function readHistory(
  text: DoctrineText,
  provisionId: number,
  withBodies?: number[],
): Promise<ProvisionState[]> {
  const body = withBodies
    ? sql`case when revision_id in ${sql([0, ...withBodies])} then body end`
    : sql`body`;
  const rows = await sql<Omit<ProvisionState, "dated">[]>`
    select revision_id as id, change, slug, kind, number, title, ${body} as body
    from provision_states where provision_id = ${provisionId}`;
  const states = new Map(rows.map((row) => [row.id, row]));
  const history: ProvisionState[] = [];
  let last: ProvisionState | undefined;
  for (const { id, dated } of text.revisions.toReversed()) {
    const state = states.get(id);
    if (state) history.push((last = { ...state, dated }));
    else if (last && history.at(-1)?.change !== "repealed")
      history.push({ ...last, id, dated, change: "repealed", body: null });
  }
  return history.reverse();
}

/**
 * What a provision says in a revision; where that one does not have it, what it said in the last one before, else in
 * the first one after.
 */
export function shownState(history: ProvisionState[], { dated }: Revision): ProvisionState | undefined {
  const there = history.filter(({ change }) => change !== "repealed");
  return there.find((state) => state.dated <= dated) ?? there.at(-1);
}

/** Everything below and in a revision with its text, for its JSON. */
export async function readStates(revision: Revision, from: number, to: number) {
  return sql<
    {
      number: string;
      kind: ProvisionKind;
      title: string;
      text: string;
      descendants: number;
    }[]
  >`
    select number, kind, title, body as text, descendants from provision_states
    where revision_id = ${revision.id} and position between ${from} and ${to} order by position`;
}

/** Where a provision points in one revision, as the file that was imported says it: other texts, or what it amends. */
export async function readReferences(revisionId: number, provisionId: number): Promise<Reference[]> {
  const [state] = await sql<{ references: Reference[] }[]>`
    select refers_to as references from provision_states
    where revision_id = ${revisionId} and provision_id = ${provisionId}`;
  return state?.references ?? [];
}
