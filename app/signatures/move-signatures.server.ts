import type { Queryable, Transaction } from "#db/sql.ts";
import { recordEvent } from "./sign-letter.server.ts";

type Pair = {
  letter_id: number;
  title: string;
  /** Of the two signatures on one letter: the one that stays, and the other one. */
  stays: number;
  goes: number;
  /** Whether the other one is anything to withdraw. */
  live: boolean;
  version: number;
};

/** The letters that two organisations have both signed: of each the older signature stays that still means something. */
async function pairsOf(db: Queryable, gone: number, kept: number): Promise<Pair[]> {
  return db<Pair[]>`
    with ranked as (
      select s.letter_id, l.title, s.id, s.version_number, s.state in ('pending', 'held', 'confirmed') as live,
        row_number() over (partition by s.letter_id order by
          case when s.state in ('held', 'confirmed') then 0 when s.state = 'pending' then 1 else 2 end, s.signed_at, s.id) as place
      from signatures s join letters l on l.id = s.letter_id
      where s.organisation_id in (${gone}, ${kept})
        and s.signer_key in (${`organisation:${gone}`}, ${`organisation:${kept}`})
    )
    select stays.letter_id, stays.title, stays.id as stays, goes.id as goes, goes.live, goes.version_number as version
    from ranked stays join ranked goes on goes.letter_id = stays.letter_id
    where stays.place = 1 and goes.place = 2 order by stays.letter_id`;
}

/**
 * What moving an organisation's signatures to another one would do.
 * @returns how many would move, claims of people that they belong to it among them, and the titles of the letters
 *   that both have signed, where one of two signatures would be withdrawn
 */
export async function signaturesToMove(
  db: Queryable,
  gone: number,
  kept: number,
): Promise<{ count: number; both: string[] }> {
  const pairs = await pairsOf(db, gone, kept);
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from signatures where organisation_id = ${gone}`;
  return { count: row?.count ?? 0, both: pairs.filter(({ live }) => live).map(({ title }) => title) };
}

/**
 * Moves every signature of an organisation to another one, in the caller's transaction, which has locked both. Where
 * both have signed a letter one signature stays: the other one is withdrawn, and keeps the key that nobody signs with any more.
 * @returns the titles of the letters from which one was withdrawn
 */
export async function moveSignatures(tx: Transaction, gone: number, kept: number): Promise<string[]> {
  await tx`
    select 1 from signatures where organisation_id in (${gone}, ${kept}) order by letter_id, id for update`;
  const pairs = await pairsOf(tx, gone, kept);
  for (const { letter_id: letter, stays, goes, live, version } of pairs) {
    // Two signatures of a letter never have one key, not for a moment.
    await tx`
      update signatures set signer_key = ${`organisation:${gone}:${kept}`} where letter_id = ${letter} and id = ${goes}`;
    await tx`
      update signatures set signer_key = ${`organisation:${kept}`} where letter_id = ${letter} and id = ${stays}`;
    if (!live) {
      // Undoing an invalidation must not let one organisation stand twice.
      await tx`
        update signatures set invalidation_id = null
        where letter_id = ${letter} and id = ${goes} and state = 'invalidated'`;
      continue;
    }
    await tx`
      update signatures set state = 'withdrawn', withdrawn_at = now() where letter_id = ${letter} and id = ${goes}`;
    await recordEvent(tx, letter, goes, "withdrawn", version);
  }
  await tx`
    update signatures set organisation_id = ${kept},
      signer_key = case when signer_key = ${`organisation:${gone}`} then ${`organisation:${kept}`} else signer_key end
    where organisation_id = ${gone}`;
  return pairs.filter(({ live }) => live).map(({ title }) => title);
}
