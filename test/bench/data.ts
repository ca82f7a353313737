import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { hashPassword, hashToken } from "#app/accounts/secret.server.ts";
import { pathOf, stances } from "#app/discussion/comment.ts";
import { writeProvisions } from "../many-provisions.ts";

export const account = { email: "bench@example.org", password: "a quiet long phrase" };
/** Accounts that are logged in: comments are limited for each account, so many of them write. */
export const writers = 200;
/** The Cookie header of a writer's session, by a number from 0. */
export const cookieOf = (writer: number) => `session=bench-session-${writer % writers}`;

/** `firstComment` is the id of a letter's first comment; the others follow it. */
type Size = {
  slug: string;
  signatures: number;
  comments: number;
  firstComment: number;
  /** Of a doctrine text of the same slug; none where it is left out. */
  provisions?: number;
};
/** Growth is measured between letters of two sizes; `signed` and `crowd` take new signatures. */
export const letters = {
  small: { slug: "bench-small", signatures: 1000, comments: 100, firstComment: 1_000_000 },
  large: {
    slug: "bench-large",
    signatures: 1_000_000,
    comments: 100_000,
    firstComment: 2_000_000,
    provisions: 20_000,
  },
  signed: { slug: "bench-signed", signatures: 0, comments: 0, firstComment: 3_000_000 },
  crowd: { slug: "bench-crowd", signatures: 1000, comments: 100, firstComment: 4_000_000 },
} satisfies Record<string, Size>;
/** All that a small installation holds: what is searched over everything is compared with it. */
export const little = {
  only: { slug: "bench-little", signatures: 1000, comments: 1000, firstComment: 1_000_000, provisions: 1000 },
} satisfies Record<string, Size>;

const sample = "pour-un-cloud-de-confiance-verifiable";

/** Fills a database that holds the sample content: each letter of `letters` has the text of the sample letter. */
export async function fill(sql: postgres.Sql, sizes: Record<string, Size>): Promise<void> {
  await sql.begin(async (tx) => {
    // Nothing but rows: triggers and foreign keys would be asked a million times what is known to hold.
    await tx`set local session_replication_role = replica`;
    await tx`set local statement_timeout = 0`;
    await tx`set local maintenance_work_mem = '256MB'`;
    const firstWriter = await writeAccounts(tx);
    for (const size of Object.values(sizes)) {
      const letterId = await writeLetter(tx, size, firstWriter);
      await writeSignatures(tx, letterId, size.signatures);
      await writeComments(tx, { letterId, first: size.firstComment, count: size.comments, firstWriter });
      if (size.provisions) await writeProvisions(tx, size.slug, size.provisions);
    }
    await tx`select setval(pg_get_serial_sequence('comments', 'id'), 5000000)`;
  });
  await sql`vacuum analyze`;
  // Or it would come in the middle of what is measured. Only a superuser may ask for it.
  await sql`checkpoint`.catch(() => undefined);
}

/** @returns the id of the first writer; the others follow it */
async function writeAccounts(tx: postgres.TransactionSql): Promise<number> {
  const password = await hashPassword(account.password);
  await tx`insert into accounts (email, name, password_hash) values (${account.email}, 'Bench', ${password})`;
  const rows = await tx<{ id: string }[]>`
    insert into accounts (email, name, password_hash)
    select 'writer-' || n || '@example.org', 'Writer ' || n, ${password} from generate_series(1, ${writers}::int) n
    returning id`;
  const first = Math.min(...rows.map(({ id }) => Number(id)));
  for (let writer = 0; writer < writers; writer++)
    await tx`
      insert into sessions (id_hash, account_id, expires_at)
      values (${hashToken(`bench-session-${writer}`)}, ${first + writer}, now() + interval '30 days')`;
  return first;
}

async function writeLetter(tx: postgres.TransactionSql, size: Size, owner: number): Promise<number> {
  const [letter] = await tx<{ id: string }[]>`
    insert into letters (slug, state, language, title, summary, author_name, addressees, draft, created_by,
      published_at, current_version, signature_count, last_number)
    select ${size.slug}, 'open', language, title, summary, author_name, addressees, draft, ${owner}, now(), 1,
      ${size.signatures}, ${size.signatures}
    from letters where slug = ${sample} returning id`;
  if (!letter) throw new Error(`the sample content has no letter "${sample}"`);
  await tx`
    insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language,
      signed, sha256, published_by)
    select ${letter.id}, 1, v.title, v.summary, v.author_kind, v.author_name, v.addressees, v.language, v.signed, v.sha256,
      v.published_by
    from letter_versions v join letters l on l.id = v.letter_id where l.slug = ${sample} and v.number = 1`;
  await tx`
    insert into letter_words (letter_id, search)
    select ${letter.id}, w.search from letter_words w join letters l on l.id = w.letter_id where l.slug = ${sample}`;
  return Number(letter.id);
}

/** Twenty of each letter are called Zephyrin, so that a search finds as many on a large one as on a small one. */
async function writeSignatures(tx: postgres.TransactionSql, letterId: number, count: number): Promise<void> {
  await tx`
    insert into signatures (letter_id, version_number, signer_key, state, name, email, role, affiliation, statement,
      name_shown, keep_informed, language, confirmed_at, number, counted, counted_version, counted_day, search_text)
    select ${letterId}, 1, 'signer-' || n || '@example.org', 'confirmed',
      case when n % 5 > 0 and n < 25 then 'Zephyrin ' || n else 'Signatory ' || n end, 'signer-' || n || '@example.org',
      case when n % 3 = 0 then 'Engineer' else '' end, case when n % 2 = 0 then 'Institute ' || n % 500 else '' end,
      case when n % 10 = 0 then 'Because it can be checked.' else '' end, n % 5 > 0, false, 'en', now(), n, true, 1,
      (now() at time zone 'Europe/Paris')::date,
      case when n % 5 = 0 then '' when n < 25 then 'zephyrin ' || n else 'signatory ' || n end
    from generate_series(1, ${count}::int) n`;
  await tx`insert into letter_version_counts values (${letterId}, 1, ${count})`;
  await tx`insert into letter_days values (${letterId}, (now() at time zone 'Europe/Paris')::date, ${count})`;
}

/** Five comments a thread: a root with three replies, the first of which has one. */
async function writeComments(
  tx: postgres.TransactionSql,
  {
    letterId,
    first,
    count,
    firstWriter,
  }: { letterId: number; first: number; count: number; firstWriter: number },
): Promise<void> {
  // No trigger begins it here.
  const [discussion = { id: 0 }] = await tx<{ id: number }[]>`
    insert into discussions (letter_id, comment_count, last_comment_id)
    values (${letterId}, ${count}, ${count > 0 ? first + count - 1 : 0}) returning id`;
  function* lines() {
    const none = { id: "\\N" as const, path: "", depth: -1 };
    let root: { id: number | "\\N"; path: string; depth: number } = none;
    let branch = root;
    for (let n = 0; n < count; n++) {
      const parent = n % 5 === 0 ? none : n % 5 === 2 ? branch : root;
      const own = { id: first + n, path: pathOf(parent.path, first + n), depth: parent.depth + 1 };
      if (own.depth === 0) root = own;
      if (n % 5 === 1) branch = own;
      const columns = {
        ids: [own.id, discussion.id, parent.id, own.depth === 0 ? none.id : root.id],
        place: [own.depth, own.path, firstWriter + (n % writers)],
        words: [stances[n % 3], `Remark ${n} on the **third** demand of the letter.`, randomUUID()],
        replies: n % 5 === 0 ? [3, 4] : n % 5 === 1 ? [1, 1] : [0, 0],
        votes: [(n * 7919) % 23, (n * 104_729) % 17],
      };
      yield Object.values(columns).flat().join("\t") + "\n";
    }
  }
  const into = await tx`
    copy comments (id, discussion_id, parent_id, root_id, depth, path, account_id, stance, body, submission_key, reply_count,
      descendant_count, agree_count, disagree_count)
    from stdin`.writable();
  await pipeline(Readable.from(lines()), into);
  await tx`
    insert into comment_words (comment_id, search, said_at)
    select id, search_vector(body), created_at from comments where discussion_id = ${discussion.id}`;
}
