import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Queryable } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import { type Answers, type Match, matchProvisions, type Pair, type Standing } from "./match-provisions.ts";
import { eachProvision, type ParsedProvision, provisionLimits } from "./parsed-provision.ts";
import { type PlacedProvision, placedProvisions } from "./placed-provisions.ts";

/** What somebody wants to be the next revision of a text, or its first. */
export type ProposedRevision = {
  slug: string;
  /** As YYYY-MM-DD. */
  dated: string;
  title: string;
  language: Language;
  source: string;
  provisions: ParsedProvision[];
  answers: Answers;
};

/** A pair that may be one provision or two, with what both say. */
export type OpenQuestion = {
  old: Standing;
  new: Standing;
  likeness: number;
  why: Match["questions"][number]["why"];
};

export type Counts = Record<"kept" | "changed" | "moved" | "new" | "repealed", number>;

export type OldStanding = Standing & { id: number };

export type PlannedRevision = {
  outcome: "planned";
  text: { id: number; title: string; newest: { id: number; dated: string } | null } | null;
  sha256: string;
  old: OldStanding[];
  placed: PlacedProvision[];
  match: Match;
  questions: OpenQuestion[];
  counts: Counts;
};

export type PlanRefusal =
  /** The same content is there under this date. */
  | { outcome: "unchanged" }
  /** Other content is there under this date, and a revision does not change. */
  | { outcome: "revision-exists" }
  | { outcome: "older-than-newest"; newest: string }
  | { outcome: "other-language"; language: Language }
  | { outcome: "unknown-answers"; pairs: Pair[] }
  | { outcome: "empty" | "too-deep" }
  | { outcome: "too-large"; most: number };

/** The most provisions a revision may have, headings among them: the largest French codes have some 12,000 articles. */
export const mostProvisions = 30_000;

/** The SHA-256 of the provisions in the canonical form of RFC 8785, in hex: the same content again is no new revision. */
export function hashProvisions(provisions: ParsedProvision[]): string {
  const bare = (children: ParsedProvision[]): object[] =>
    children.map(({ number, kind, title, text, references = [], children: below }) => ({
      ...{ number, kind, title, text, children: bare(below) },
      ...(references.length > 0 ? { references } : {}),
    }));
  return createHash("sha256")
    .update(canonicalize(bare(provisions)) ?? "")
    .digest("hex");
}

/**
 * What a revision would be of the text's provisions, and what is uncertain; nothing is written.
 * @param db a transaction that holds the text's lock, or the pool when it is only shown
 */
export async function planRevision(
  db: Queryable,
  proposed: ProposedRevision,
): Promise<PlannedRevision | PlanRefusal> {
  let count = 0;
  for (const { depth } of eachProvision(proposed.provisions)) {
    if (depth > provisionLimits.depth) return { outcome: "too-deep" };
    if (++count > mostProvisions) return { outcome: "too-large", most: mostProvisions };
  }
  if (count === 0) return { outcome: "empty" };
  const [text] = await db<{ id: number; title: string; language: Language }[]>`
    select id, title, language from doctrine_texts where slug = ${proposed.slug}`;
  if (text && text.language !== proposed.language)
    return { outcome: "other-language", language: text.language };
  const sha256 = hashProvisions(proposed.provisions);
  const revisions = text
    ? await db<{ id: number; dated: string; sha256: string }[]>`
        select id, dated, sha256 from revisions where text_id = ${text.id} order by dated desc`
    : [];
  const same = revisions.find(({ dated }) => dated === proposed.dated);
  if (same) return { outcome: same.sha256 === sha256 ? "unchanged" : "revision-exists" };
  const newest = revisions[0] ?? null;
  if (newest && newest.dated > proposed.dated) return { outcome: "older-than-newest", newest: newest.dated };
  const old = newest ? await readStandings(db, newest.id) : [];
  const placed = placedProvisions(proposed.provisions, proposed.language);
  const match = matchProvisions(old, placed, proposed.answers);
  if (match.unknown.length > 0) return { outcome: "unknown-answers", pairs: match.unknown };
  const planned = text ? { id: text.id, title: text.title, newest } : null;
  return {
    ...{ outcome: "planned", text: planned, sha256, old, placed, match },
    questions: openQuestions(match, old, placed),
    counts: countsOf(match),
  };
}

/** The provisions of a revision in the order of reading. */
function readStandings(db: Queryable, revision: number): Promise<OldStanding[]> {
  return db<OldStanding[]>`
    select s.provision_id as id, s.slug, s.kind, s.number, s.title, s.body as text, a.slug as above
    from provision_states s
    left join provision_states a on a.revision_id = s.revision_id and a.provision_id = s.parent_id
    where s.revision_id = ${revision} order by s.position`;
}

function openQuestions(match: Match, old: Standing[], now: Standing[]): OpenQuestion[] {
  if (match.questions.length === 0) return [];
  const olds = new Map(old.map((each) => [each.slug, each]));
  const news = new Map(now.map((each) => [each.slug, each]));
  return match.questions.flatMap(({ old: oldSlug, new: newSlug, likeness, why }) => {
    const [before, after] = [olds.get(oldSlug), news.get(newSlug)];
    return before && after ? [{ old: before, new: after, likeness, why }] : [];
  });
}

function countsOf(match: Match): Counts {
  const counts = { kept: 0, changed: 0, moved: 0, new: 0, repealed: match.repealed.length };
  for (const change of match.changes) if (change !== "uncertain") counts[change]++;
  return counts;
}
