import { sql } from "#db/sql.ts";

/** The sequencer's and the recount's lock: one of them at a time on a database, however many processes run. */
const countLock = 7_214_001;
/** Signatures in one go: small enough that nobody waits for the rows it locks. */
const batch = 5000;

/**
 * The sequencer: gives each confirmed signature its dense number on the letter, and adds to the letter's counts (all,
 * organisations, by version, by day in Paris) what was confirmed and takes off what was withdrawn since the last time;
 * a signature that moved to another version moves its count. Signing itself never touches these rows. Imported
 * signatures are counted apart and get no number: nobody confirmed them.
 * @returns "more" when the batch was full, "busy" when another process is at it, else "done"
 */
export async function countSignatures(): Promise<"done" | "more" | "busy"> {
  return sql.begin(async (tx) => {
    const [lock] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${countLock}) as held`;
    if (!lock?.held) return "busy";
    const [result] = await tx<{ taken: number }[]>`
      with due as materialized (
        select letter_id, id, origin, kind, version_number, number, confirmed_at,
          (state = 'confirmed')::int as stands, counted::int as stood, counted_version, counted_day,
          case when counted then counted_day else (confirmed_at at time zone 'Europe/Paris')::date end as day
        from signatures
        where counted <> (state = 'confirmed') or (counted and counted_version is distinct from version_number)
        order by letter_id, id limit ${batch} for update skip locked
      ), numbered as (
        select letter_id, id, row_number() over (partition by letter_id order by confirmed_at, id) as place
        from due where stands = 1 and number is null and origin = 'form'
      ), marked as (
        update signatures s
        set counted = due.stands = 1, number = coalesce(s.number, l.last_number + numbered.place::int),
          counted_version = case when due.stands = 1 then due.version_number end,
          counted_day = case when due.stands = 1 then due.day end
        from due
        join letters l on l.id = due.letter_id
        left join numbered on numbered.letter_id = due.letter_id and numbered.id = due.id
        where s.letter_id = due.letter_id and s.id = due.id
        returning 1
      ), change as (
        select due.letter_id,
          coalesce(sum(stands - stood) filter (where origin = 'form'), 0)::int as signed,
          coalesce(sum(stands - stood) filter (where origin = 'form' and kind = 'organisation'), 0)::int as organisations,
          coalesce(sum(stands - stood) filter (where origin = 'import'), 0)::int as imported,
          (select count(*)::int from numbered n where n.letter_id = due.letter_id) as numbers
        from due group by due.letter_id
      ), added as (
        update letters l
        set signature_count = signature_count + change.signed,
          organisation_count = organisation_count + change.organisations,
          imported_count = imported_count + change.imported,
          last_number = last_number + change.numbers
        from change where l.id = change.letter_id
        returning 1
      ), by_version as (
        insert into letter_version_counts as c (letter_id, version_number, signature_count)
        select letter_id, version, sum(change)::int from (
          select letter_id, version_number as version, stands as change from due where origin = 'form'
          union all
          select letter_id, counted_version, -stood from due where origin = 'form'
        ) moves
        where version is not null group by letter_id, version having sum(change) <> 0
        on conflict (letter_id, version_number)
          do update set signature_count = c.signature_count + excluded.signature_count
        returning 1
      ), by_day as (
        insert into letter_days as d (letter_id, day, signature_count)
        select letter_id, day, sum(stands - stood)::int from due
        where origin = 'form' and day is not null group by letter_id, day having sum(stands - stood) <> 0
        on conflict (letter_id, day) do update set signature_count = d.signature_count + excluded.signature_count
        returning 1
      )
      select (select count(*)::int from marked) as taken, (select count(*) from added),
        (select count(*) from by_version), (select count(*) from by_day)`;
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
    const corrected = await tx<{ id: number }[]>`
      update letters l set signature_count = c.signed, imported_count = c.imported, organisation_count = c.organisations
      from (
        select l.id,
          count(s.id) filter (where s.origin = 'form')::int as signed,
          count(s.id) filter (where s.origin = 'form' and s.kind = 'organisation')::int as organisations,
          count(s.id) filter (where s.origin = 'import')::int as imported
        from letters l left join signatures s on s.letter_id = l.id and s.counted
        group by l.id
      ) c
      where l.id = c.id and (l.signature_count, l.imported_count, l.organisation_count)
        is distinct from (c.signed, c.imported, c.organisations)
      returning l.id`;
    const versions = await tx<{ id: number }[]>`
      with rows as (
        select letter_id, counted_version as part, count(*)::int as signed from signatures
        where counted and origin = 'form' and counted_version is not null group by letter_id, counted_version
      )
      insert into letter_version_counts as c (letter_id, version_number, signature_count)
      select letter_id, part, coalesce(rows.signed, 0) from rows
      full join (select letter_id, version_number as part, signature_count as kept from letter_version_counts) k
        using (letter_id, part)
      where rows.signed is distinct from nullif(k.kept, 0)
      on conflict (letter_id, version_number) do update set signature_count = excluded.signature_count
      returning letter_id as id`;
    const days = await tx<{ id: number }[]>`
      with rows as (
        select letter_id, counted_day as part, count(*)::int as signed from signatures
        where counted and origin = 'form' and counted_day is not null group by letter_id, counted_day
      )
      insert into letter_days as d (letter_id, day, signature_count)
      select letter_id, part, coalesce(rows.signed, 0) from rows
      full join (select letter_id, day as part, signature_count as kept from letter_days) k using (letter_id, part)
      where rows.signed is distinct from nullif(k.kept, 0)
      on conflict (letter_id, day) do update set signature_count = excluded.signature_count
      returning letter_id as id`;
    return new Set([...corrected, ...versions, ...days].map(({ id }) => id)).size;
  });
}
