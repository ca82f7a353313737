import { beginRound } from "#app/notices/begin-round.server.ts";
import { sql } from "#db/sql.ts";
import { type Answers } from "./match-provisions.ts";
import { placeAnnotations } from "./place-annotations.server.ts";
import {
  type Counts,
  type OpenQuestion,
  type PlanRefusal,
  planRevision,
  type ProposedRevision,
} from "./revision-plan.server.ts";
import { writeRevision } from "./write-revision.server.ts";

export type Imported =
  | { outcome: "imported"; textId: number; revisionId: number; counts: Counts }
  /** Nothing was written: these pairs are to be answered first. */
  | { outcome: "uncertain"; questions: OpenQuestion[] }
  /** A revision was added since `basedOn` was looked at. */
  | { outcome: "changed-meanwhile" }
  | PlanRefusal;

export const noAnswers: Answers = { same: [], different: [] };

/**
 * Adds a dated revision to a text, or begins the text with it: whole or not at all. Provisions keep their identity
 * from the revision before (match-provisions.ts); revisions are added the oldest first.
 * @param wish.accountId who does it; null on the command line
 * @param wish.basedOn the newest revision that somebody has looked at (null: there was none), where they have
 */
export async function importText(
  wish: Omit<ProposedRevision, "answers"> & {
    answers?: Answers;
    accountId: number | null;
    basedOn?: number | null;
  },
): Promise<Imported> {
  const proposed = { ...wish, answers: wish.answers ?? noAnswers };
  return sql.begin(async (tx): Promise<Imported> => {
    // Two imports of one text wait for each other: the second is compared with what the first wrote.
    await tx`select pg_advisory_xact_lock(hashtextextended(${`doctrine_text:${wish.slug}`}, 0))`;
    const planned = await planRevision(tx, proposed);
    if (planned.outcome !== "planned") return planned;
    const newest = planned.text?.newest?.id ?? null;
    if (wish.basedOn !== undefined && wish.basedOn !== newest) return { outcome: "changed-meanwhile" };
    if (planned.questions.length > 0) return { outcome: "uncertain", questions: planned.questions };
    const written = await writeRevision(tx, proposed, planned, wish.accountId);
    await placeAnnotations(tx, written.textId, written.revisionId);
    await beginRound(tx, { kind: "revision", ...written }, wish.accountId);
    await tx`
      insert into public_log (event, text_id, number, subject)
      values ('revision-imported', ${written.textId}, ${planned.placed.length}, ${wish.dated})`;
    return { outcome: "imported", ...written, counts: planned.counts };
  });
}
