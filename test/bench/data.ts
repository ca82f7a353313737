import type postgres from "postgres";
import { hashPassword } from "#app/accounts/secret.server.ts";

export const account = { email: "bench@example.org", password: "a quiet long phrase" };
/** The two letters that every growth is measured between, and one that takes new signatures. */
export const letters = {
  small: { slug: "bench-small", signatures: 1000, comments: 100 },
  large: { slug: "bench-large", signatures: 1_000_000, comments: 100_000 },
  signed: { slug: "bench-signed", signatures: 0, comments: 0 },
};

/**
 * Fills a database that holds the sample content: each letter of `letters` has the text of the sample letter.
 * Ten replies to a comment, three deep at most.
 */
export async function fill(sql: postgres.Sql): Promise<void> {
  const password = await hashPassword(account.password);
  await sql.begin(async (tx) => {
    // Nothing but rows: triggers and foreign keys would be asked a million times what is known to hold.
    await tx`set local session_replication_role = replica`;
    await tx`set local statement_timeout = 0`;
    const [owner] = await tx<{ id: number }[]>`
      insert into accounts (email, name, password_hash) values (${account.email}, 'Bench', ${password}) returning id`;
    for (const { slug, signatures, comments } of Object.values(letters)) {
      const [letter] = await tx<{ id: number }[]>`
        insert into letters (slug, state, language, title, summary, author_name, addressees, draft, created_by,
          published_at, current_version, signature_count, last_number, comment_count)
        select ${slug}, 'open', language, title, summary, author_name, addressees, draft, ${owner?.id ?? 0}, now(), 1,
          ${signatures}, ${signatures}, ${comments}
        from letters where slug = 'pour-un-cloud-de-confiance-verifiable' returning id`;
      const id = letter?.id ?? 0;
      await tx`
        insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language,
          signed, sha256, published_by)
        select ${id}, 1, v.title, v.summary, v.author_kind, v.author_name, v.addressees, v.language, v.signed, v.sha256,
          v.published_by
        from letter_versions v join letters l on l.id = v.letter_id
        where l.slug = 'pour-un-cloud-de-confiance-verifiable' and v.number = 1`;
      await tx`
        insert into signatures (letter_id, version_number, signer_key, state, name, email, role, affiliation, statement,
          name_shown, keep_informed, language, confirmed_at, number, counted, search_text)
        select ${id}, 1, 'signer-' || n || '@example.org', 'confirmed', 'Signatory ' || n, 'signer-' || n || '@example.org',
          case when n % 3 = 0 then 'Engineer' else '' end, case when n % 2 = 0 then 'Institute ' || n % 500 else '' end,
          case when n % 10 = 0 then 'Because it can be checked.' else '' end, n % 5 > 0, false, 'en', now(), n, true,
          case when n % 5 > 0 then 'signatory ' || n else '' end
        from generate_series(1, ${signatures}::int) n`;
      await tx`
        insert into comments (id, letter_id, parent_id, root_id, depth, path, account_id, stance, body, submission_key, reply_count)
        overriding system value
        with recursive numbered as (
          select n, case when n % 100 = 0 then null when n % 10 = 0 then n - n % 100 else n - n % 10 end as parent
          from generate_series(100, ${comments + 99}::int) n
        ), placed as (
          select n, parent, n as root, 0 as depth, lpad(upper(to_hex(n)), 8, '0') as path from numbered where parent is null
          union all
          select c.n, c.parent, p.root, p.depth + 1, p.path || lpad(upper(to_hex(c.n)), 8, '0')
          from placed p join numbered c on c.parent = p.n
        )
        select ${id * 1_000_000}::bigint + n, ${id}, ${id * 1_000_000}::bigint + parent,
          case when parent is null then null else ${id * 1_000_000}::bigint + root end, depth,
          lower(lpad(to_hex(${id}::int), 2, '0') || substr(path, 3)), ${owner?.id ?? 0},
          (array['support', 'oppose', 'neutral'])[1 + n % 3], 'Remark ' || n || ' on the **third** demand of the letter.',
          gen_random_uuid(), case when depth < 2 and n % 10 = 0 then 9 else 0 end
        from placed`;
    }
  });
  await sql`select setval(pg_get_serial_sequence('comments', 'id'), 900000000)`;
  await sql`vacuum analyze`;
}
