import { type Anchor, anchorOf, findStretch, longestPassage, placeIn } from "#app/discussion/anchor.ts";
import type { Transaction } from "#db/sql.ts";

/** So many annotations on changed texts are looked at in one go. */
const batch = 500;

/**
 * Says where every annotation of a text stands in a revision that was just written, in its transaction: at the same
 * place while the provision's text is as it was, elsewhere when its passage stands there once, else nowhere.
 */
export async function placeAnnotations(tx: Transaction, textId: number, revisionId: number): Promise<void> {
  // Who is annotating at this moment comes before or after (annotate, below).
  await tx`select 1 from doctrine_texts where id = ${textId} for update`;
  await tx`
    insert into annotation_places (comment_id, revision_id, state, start_at, end_at)
    select an.comment_id, ${revisionId}, 'exact', an.start_at, an.end_at
    from annotations an
    join provisions p on p.id = an.provision_id and p.text_id = ${textId}
    join provision_states made on made.revision_id = an.revision_id and made.provision_id = an.provision_id
    join provision_states now on now.revision_id = ${revisionId} and now.provision_id = an.provision_id
    where an.revision_id <> ${revisionId} and now.body = made.body`;
  for (let after = 0; ;) {
    const rows = await tx<Unplaced[]>`
      select an.comment_id as "commentId", an.exact, an.start_at as start, an.end_at as end, made.body as anchored,
        now.body as later
      from annotations an
      join provisions p on p.id = an.provision_id and p.text_id = ${textId}
      join provision_states made on made.revision_id = an.revision_id and made.provision_id = an.provision_id
      left join provision_states now on now.revision_id = ${revisionId} and now.provision_id = an.provision_id
      where an.comment_id > ${after} and an.revision_id <> ${revisionId} and now.body is distinct from made.body
      order by an.comment_id limit ${batch}`;
    if (rows.length === 0) return;
    await writePlaces(
      tx,
      rows.map((row) => ({ ...row, revisionId })),
    );
    after = rows.at(-1)?.commentId ?? after;
  }
}

type Unplaced = Pick<Anchor, "exact" | "start" | "end"> & {
  commentId: number;
  anchored: string;
  later: string | null;
};

/** A passage as it is chosen: by its words, and where it begins when they stand more than once. */
export type ChosenPassage = {
  /** The day of the revision that was read. */
  revision: string;
  quote: string;
  /** In code points; null when nobody pointed at it. */
  start: number | null;
};

/** A passage that was found: everything that `annotate` writes down. */
export type FoundPassage = {
  provisionId: number;
  revisionId: number;
  textId: number;
  anchored: string;
  anchor: Anchor;
};

/**
 * Finds what somebody chose in a provision's own text.
 * @returns `passage-missing` when its words do not stand there, `passage-ambiguous` when they stand more than once and
 *   nobody pointed at one, `passage-too-long`, `revision-unknown` when that revision does not have the provision
 */
export async function findPassage(
  tx: Transaction,
  discussionId: number,
  { revision, quote, start }: ChosenPassage,
): Promise<
  | { outcome: "found"; passage: FoundPassage }
  | { outcome: "passage-missing" | "passage-ambiguous" | "passage-too-long" | "revision-unknown" }
> {
  const [state] = await tx<Omit<FoundPassage, "anchor">[]>`
    select s.provision_id as "provisionId", s.revision_id as "revisionId", r.text_id as "textId", s.body as anchored
    from discussions d join provision_states s on s.provision_id = d.provision_id
    join revisions r on r.id = s.revision_id
    where d.id = ${discussionId} and r.dated::text = ${revision}`;
  if (!state) return { outcome: "revision-unknown" };
  const chosen = findStretch(state.anchored, quote, start);
  if (typeof chosen === "string") return { outcome: `passage-${chosen}` };
  if (chosen.end - chosen.start > longestPassage) return { outcome: "passage-too-long" };
  return { outcome: "found", passage: { ...state, anchor: anchorOf(state.anchored, chosen) } };
}

/**
 * Anchors a comment in a passage, in the transaction that posts it; on the revisions that came since, it is placed as
 * an import would have placed it.
 */
export async function annotate(
  tx: Transaction,
  commentId: number,
  { provisionId, revisionId, textId, anchored, anchor }: FoundPassage,
): Promise<void> {
  await tx`select 1 from doctrine_texts where id = ${textId} for share`;
  await tx`
    insert into annotations (comment_id, provision_id, revision_id, exact, prefix, suffix, start_at, end_at)
    values (${commentId}, ${provisionId}, ${revisionId}, ${anchor.exact}, ${anchor.prefix}, ${anchor.suffix},
      ${anchor.start}, ${anchor.end})`;
  const since = await tx<{ revisionId: number; later: string | null }[]>`
    select r.id as "revisionId", s.body as later
    from revisions r left join provision_states s on s.revision_id = r.id and s.provision_id = ${provisionId}
    where r.text_id = ${textId} and r.dated > (select dated from revisions where id = ${revisionId})`;
  await writePlaces(
    tx,
    since.map((row) => ({ ...row, commentId, anchored, ...anchor })),
  );
}

async function writePlaces(tx: Transaction, unplaced: (Unplaced & { revisionId: number })[]): Promise<void> {
  if (unplaced.length === 0) return;
  const rows = unplaced.map(({ commentId, revisionId, anchored, later, ...anchor }) => {
    const place = placeIn(anchored, later, anchor);
    return {
      comment_id: commentId,
      revision_id: revisionId,
      state: place.state,
      start_at: place.state === "orphan" ? null : place.start,
      end_at: place.state === "orphan" ? null : place.end,
    };
  });
  await tx`insert into annotation_places ${tx(rows)}`;
}
