import type postgres from "postgres";

/**
 * A doctrine text of one revision with `total` articles of some three hundred signs, a hundred in each of its books
 * ("L77-3" is in the 78th), as an import would have left them. Words of all and of few.
 */
export async function fillProvisions(sql: postgres.Sql, slug: string, total: number): Promise<void> {
  await sql.begin(async (tx) => {
    // Nothing but rows, as with comments: triggers would be asked for each what is written here for all.
    await tx`set local session_replication_role = replica`;
    await tx`set local statement_timeout = 0`;
    await writeProvisions(tx, slug, total);
  });
}

/** The same in a transaction that asks no triggers. */
export async function writeProvisions(
  tx: postgres.TransactionSql,
  slug: string,
  total: number,
): Promise<void> {
  const [text] = await tx<{ id: string; revision: string }[]>`
    with made as (
      insert into doctrine_texts (slug, title, language) values (${slug}, 'A large doctrine', 'en') returning id
    )
    insert into revisions (text_id, dated, title, sha256, provision_count)
    select id, '2026-01-01', 'A large doctrine', ${"b".repeat(64)}, ${total} from made returning text_id as id, id as revision`;
  if (!text) throw new Error(`the text "${slug}" was not made`);
  await tx`
    insert into provisions (text_id, slug)
    select ${text.id}, 'L' || n / 100 || '-' || n % 100 from generate_series(1, ${total}::int) n`;
  await tx`insert into discussions (provision_id) select id from provisions where text_id = ${text.id} order by id`;
  await tx`
    insert into provision_states (revision_id, provision_id, position, depth, kind, number, title, body, slug, change)
    select ${text.revision}, p.id, n, 0, 'article', p.slug, case when n % 10 = 0 then 'Of reversibility ' || n else '' end,
      'Article ' || n || ' answers the third demand: whoever offers the service keeps a record of each remark, names it by '
        || 'its number ' || n * 7 || ' and hands it over within ' || n % 60 || ' days to the administration that asks for it, '
        || 'in a form which another service can read without help of the first one, and at no price beyond its cost.',
      p.slug, 'new'
    from (select id, slug, row_number() over (order by id)::int as n from provisions where text_id = ${text.id}) p`;
  await tx`
    insert into provision_words (provision_id, text_id, kind, number_key, search)
    select provision_id, ${text.id}, kind, provision_number_key(number), provision_vector('en', number || ' ' || title, body)
    from provision_states where revision_id = ${text.revision}`;
}
