import { sql } from "#db/sql.ts";

/** The sequencer's and the recount's lock: one of them at a time on a database, however many processes run. */
const countLock = 7_214_001;
/** Signatures in one go: small enough that nobody waits for the rows it locks. */
const batch = 5000;

/**
 * The sequencer: gives each confirmed signature its dense number on the letter, and adds to the letter's count
 * what was confirmed and takes off what was withdrawn since the last time. Signing itself never touches the
 * letter's row. Imported signatures are counted apart and get no number: nobody confirmed them.
 * @returns "more" when the batch was full, "busy" when another process is at it, else "done"
 */
export async function countSignatures(): Promise<"done" | "more" | "busy"> {
  return sql.begin(async (tx) => {
    const [lock] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${countLock}) as held`;
    if (!lock?.held) return "busy";
    const [result] = await tx<{ taken: number }[]>`
      with due as materialized (
        select letter_id, id, origin, state = 'confirmed' as confirmed, number, confirmed_at
        from signatures where counted <> (state = 'confirmed')
        order by letter_id, id limit ${batch} for update skip locked
      ), numbered as (
        select letter_id, id, row_number() over (partition by letter_id order by confirmed_at, id) as place
        from due where confirmed and number is null and origin = 'form'
      ), marked as (
        update signatures s
        set counted = due.confirmed, number = coalesce(s.number, l.last_number + numbered.place::int)
        from due
        join letters l on l.id = due.letter_id
        left join numbered on numbered.letter_id = due.letter_id and numbered.id = due.id
        where s.letter_id = due.letter_id and s.id = due.id
        returning 1
      ), change as (
        select due.letter_id,
          coalesce(sum(case when confirmed then 1 else -1 end) filter (where origin = 'form'), 0)::int as signed,
          coalesce(sum(case when confirmed then 1 else -1 end) filter (where origin = 'import'), 0)::int as imported,
          (select count(*)::int from numbered n where n.letter_id = due.letter_id) as numbers
        from due group by due.letter_id
      ), added as (
        update letters l
        set signature_count = signature_count + change.signed,
          imported_count = imported_count + change.imported,
          last_number = last_number + change.numbers
        from change where l.id = change.letter_id
        returning 1
      )
      select (select count(*)::int from marked) as taken, (select count(*) from added)`;
    return (result?.taken ?? 0) >= batch ? "more" : "done";
  });
}

/**
 * Counts every letter's signatures from the rows and corrects a count that differs, under the sequencer's lock.
 * Rows the sequencer has not reached yet belong to neither count.
 * @returns how many letters were corrected
 */
export async function recountSignatures(): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${countLock})`;
    await tx`set local statement_timeout = '5min'`;
    const corrected = await tx`
      update letters l set signature_count = c.signed, imported_count = c.imported
      from (
        select l.id,
          count(s.id) filter (where s.origin = 'form')::int as signed,
          count(s.id) filter (where s.origin = 'import')::int as imported
        from letters l left join signatures s on s.letter_id = l.id and s.counted
        group by l.id
      ) c
      where l.id = c.id and (l.signature_count, l.imported_count) is distinct from (c.signed, c.imported)`;
    return corrected.count;
  });
}
