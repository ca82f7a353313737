import slugify from "@sindresorhus/slugify";
import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "#app/accounts/secret.server.ts";
import { pathOf } from "#app/discussion/comment.ts";
import { annotate, findPassage } from "#app/doctrine/place-annotations.server.ts";
import { writeMentions } from "#app/discussion/write-mentions.server.ts";
import type { Language } from "#app/languages/language.ts";
import { writeVersion } from "#app/letters/publish-letter.server.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { searchText } from "#app/signatures/search-text.ts";
import { signerKey } from "#app/signatures/signer-key.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { sampleAccounts } from "./sample-accounts.ts";
import { sampleOrganisations } from "./sample-organisations.ts";
import { writeItsSignatures, writeOrganisation } from "./write-organisations.ts";
import { importSampleDoctrine, readSampleAnswers, sampleDoctrine } from "./sample-doctrine.ts";
import { writeAnswers } from "./write-answers.ts";
import { readSample, type Sample, type SampleComment, samples } from "./sample-content.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Before the first consultation on the sample doctrine. */
const joined = new Date("2025-06-20T08:00:00Z");

const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

/**
 * Writes the sample content into a database without accounts, dated back from `now` so that it always tells of
 * the last weeks. It writes rows as the domain's own verbs would have left them: those know no other time than
 * the present.
 * @returns `not-empty` when there is an account already: nothing is written then
 */
export async function seed(now = new Date()): Promise<{ outcome: "seeded" | "not-empty" }> {
  const content = await Promise.all(samples.map(readSample));
  const answers = await readSampleAnswers();
  // First, for letters cite it: begun twice, it is imported once.
  const [known] = await sql`select 1 from accounts limit 1`;
  if (!known) await importSampleDoctrine();
  const outcome = await sql.begin(async (tx) => {
    // Two starts at once on the same empty database: the second waits, then finds accounts.
    await tx`lock table accounts in exclusive mode`;
    const known = await tx`select 1 from accounts limit 1`;
    if (known.count > 0) return "not-empty" as const;
    const commenting = answers.said.map(({ comments }) => ({ comments, language: "fr" as const }));
    const accounts = await writeAccounts(tx, content, commenting, joined);
    for (const sample of content) {
      const writtenAt = after(now, -(sample.publishedDaysAgo ?? 2) * day - 5 * hour);
      const letterId = await writeLetter(tx, sample, accountOf(accounts, sample.writer), writtenAt, now);
      if (sample.publishedDaysAgo === null) continue;
      const until = after(now, Math.min(0, sample.closesInDays ?? 0) * day);
      await writeSignatures(tx, letterId, sample, writtenAt, until);
      if (sample.revised)
        await moveToSecondVersion(tx, letterId, after(writtenAt, sample.revised.daysLater * day));
      const [discussion] = await tx<
        { id: number }[]
      >`select id from discussions where letter_id = ${letterId}`;
      if (discussion) await writeDiscussion(tx, discussion.id, accounts, writtenAt, sample.comments);
    }
    const named = (name: string) => accountOf(accounts, name);
    for (const sample of sampleOrganisations) {
      const older = sample.slug === sampleDoctrine.official;
      await writeOrganisation(tx, sample, named, older ? joined : after(now, -60 * day));
      await writeItsSignatures(tx, sample, named, after(now, -9 * day));
    }
    await writeAnswers(tx, answers, named, now, (discussionId, begun, comments, text) =>
      writeDiscussion(tx, discussionId, accounts, begun, comments, text),
    );
    return "seeded" as const;
  });
  while ((await countSignatures()) === "more");
  return { outcome };
}

/** The sample accounts, and one for each person who only comments. @returns their ids by name */
async function writeAccounts(
  tx: Transaction,
  content: Sample[],
  commenting: { comments: SampleComment[]; language: Language }[],
  at: Date,
): Promise<Map<string, number>> {
  // Nobody knows this password: those who only comment cannot log in.
  const unknown = await hashPassword(randomBytes(18).toString("base64url"));
  const wishes = new Map<string, { email: string; hash: string; role: string; language: Language }>();
  for (const { name, email, password, role, language } of sampleAccounts)
    wishes.set(name, { email, hash: await hashPassword(password), role, language });
  const discussions = content.map(({ comments, letter: { language } }) => ({ comments, language }));
  for (const { comments, language } of [...discussions, ...commenting])
    for (const name of comments.flatMap(authors))
      if (!wishes.has(name)) {
        const email = `${slugify(name)}@reader.example`;
        wishes.set(name, { email, hash: unknown, role: "member", language });
      }
  const ids = new Map<string, number>();
  for (const [name, { email, hash, role, language }] of wishes) {
    const [account] = await tx<{ id: number }[]>`
      insert into accounts (email, name, password_hash, language, role, created_at)
      values (${email}, ${name}, ${hash}, ${language}, ${role}, ${at}) returning id`;
    if (account) ids.set(name, account.id);
  }
  return ids;
}

const authors = (comment: SampleComment): string[] => [comment.by, ...comment.replies.flatMap(authors)];

function accountOf(accounts: Map<string, number>, name: string): number {
  const id = accounts.get(name);
  if (id === undefined)
    throw new Error(`The sample content names an account "${name}" that it does not make.`);
  return id;
}

/** The letter as a draft, or as published in version 1. @returns its id */
async function writeLetter(
  tx: Transaction,
  { slug, letter, before, revised, publishedDaysAgo, closesInDays }: Sample,
  accountId: number,
  at: Date,
  now: Date,
): Promise<number> {
  const closesOn =
    closesInDays === null
      ? null
      : after(now, closesInDays * day)
          .toISOString()
          .slice(0, 10);
  const [written] = await tx<{ id: number }[]>`
    insert into letters (slug, language, title, summary, author_kind, author_name, addressees, closes_on, draft,
      created_by, created_at, edited_at)
    values (${slug}, ${letter.language}, ${letter.title}, ${letter.summary}, ${letter.authorKind}, ${letter.authorName},
      ${letter.addressees}, ${closesOn}, ${tx.json(letter.document as never)}, ${accountId}, ${after(at, -6 * day)}, ${at})
    returning id`;
  const id = written?.id ?? 0;
  if (publishedDaysAgo === null) return id;
  await writeVersion(tx, id, 1, accountId, before ?? letter, at);
  if (revised)
    await writeVersion(
      tx,
      id,
      2,
      accountId,
      { ...letter, reason: revised.reason },
      after(at, revised.daysLater * day),
    );
  const closedAt = closesInDays !== null && closesInDays < 0 ? after(now, (closesInDays + 1) * day) : null;
  await tx`
    update letters set state = ${closedAt ? "closed" : "open"}, published_at = ${at}, closed_at = ${closedAt},
      current_version = ${revised ? 2 : 1}
    where id = ${id}`;
  return id;
}

/** Who signed after the second version signed that one; of the others three in four moved to it, some chose to stay. */
async function moveToSecondVersion(tx: Transaction, letterId: number, at: Date): Promise<void> {
  await tx`
    update signatures set version_number = 2, answered_version = 2
    where letter_id = ${letterId} and (signed_at >= ${at} or id % 4 > 0)`;
  await tx`
    update signatures set answered_version = 2 where letter_id = ${letterId} and version_number = 1 and id % 8 = 0`;
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number, at)
    select letter_id, id, case version_number when 2 then 'moved' else 'stayed' end, 2, ${at}::timestamptz + id * interval '7 minutes'
    from signatures where letter_id = ${letterId} and signed_at < ${at} and answered_version = 2`;
}

/** Confirmed signatures, many in the first days and fewer later, as letters are signed. */
async function writeSignatures(
  tx: Transaction,
  letterId: number,
  { slug, letter, signatures }: Sample,
  from: Date,
  until: Date,
): Promise<void> {
  if (signatures.length === 0) return;
  const rows = signatures.map((signature, index) => {
    const share = ((index + 0.4) / signatures.length) ** 2.2;
    const signedAt = after(from, share * (until.getTime() - from.getTime()));
    const email = `signatory-${index + 1}@${slug.slice(0, 40)}.example`;
    const { name, role, affiliation, country, statement, shown } = signature;
    return {
      letter_id: letterId,
      version_number: 1,
      signer_key: signerKey(email),
      state: "confirmed",
      name,
      email,
      role,
      affiliation,
      statement,
      country,
      name_shown: shown,
      keep_informed: index % 3 === 0,
      language: letter.language,
      created_at: signedAt,
      signed_at: signedAt,
      confirmed_at: after(signedAt, (2 + (index % 9)) * minute),
      search_text: shown ? searchText(name, role, affiliation) : "",
    };
  });
  await tx`insert into signatures ${tx(rows)}`;
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number, at)
    select letter_id, id, 'signed', 1, signed_at from signatures where letter_id = ${letterId}
    union all
    select letter_id, id, 'confirmed', 1, confirmed_at from signatures where letter_id = ${letterId}
    order by 5`;
}

/** The doctrine text that a discussion is about, and the revision that was read. */
type Discussed = { id: number; revision: string };

/** All comments of a discussion, the votes on them, and their number. */
async function writeDiscussion(
  tx: Transaction,
  discussionId: number,
  accounts: Map<string, number>,
  begun: Date,
  comments: SampleComment[],
  text: Discussed | null = null,
): Promise<void> {
  for (const comment of comments)
    await writeComment(tx, { discussionId, text }, accounts, begun, comment, null);
  await writeVotes(tx, discussionId);
  await tx`
    update discussions set
      comment_count = (select count(*) from comments where discussion_id = ${discussionId} and deleted_at is null),
      last_comment_id = coalesce((select max(id) from comments where discussion_id = ${discussionId}), 0)
    where id = ${discussionId}`;
}

/** A comment and, after it, its replies. */
async function writeComment(
  tx: Transaction,
  place: { discussionId: number; text: Discussed | null },
  accounts: Map<string, number>,
  publishedAt: Date,
  comment: SampleComment,
  parent: { id: number; rootId: number; depth: number; path: string } | null,
): Promise<void> {
  const { discussionId, text } = place;
  const at = after(publishedAt, comment.hours * hour);
  const editedAt = comment.before === undefined ? null : after(at, hour / 2);
  const [{ id } = { id: 0 }] = await tx<{ id: number }[]>`
    select nextval(pg_get_serial_sequence('comments', 'id')) as id`;
  const path = pathOf(parent?.path ?? "", id);
  const depth = parent ? parent.depth + 1 : 0;
  await tx`
    insert into comments (id, discussion_id, parent_id, root_id, depth, path, account_id, stance, body, submission_key,
      reply_count, descendant_count, created_at, edited_at, deleted_at)
    overriding system value
    values (${id}, ${discussionId}, ${parent?.id ?? null}, ${parent?.rootId ?? null}, ${depth}, ${path},
      ${accountOf(accounts, comment.by)}, ${comment.deleted ? "neutral" : comment.stance},
      ${comment.deleted ? "-" : comment.body}, ${randomUUID()}, ${comment.replies.length},
      ${authors(comment).length - 1}, ${at}, ${editedAt},
      ${comment.deleted ? after(at, 20 * hour) : null})`;
  if (comment.before !== undefined)
    await tx`
      insert into comment_edits (comment_id, number, body, stance, replaced_at)
      values (${id}, 1, ${comment.before}, ${comment.stance}, ${editedAt})`;
  if (!comment.deleted) await writeMentions(tx, { id, discussionId, body: comment.body });
  if (text) await writeItsText(tx, discussionId, text, id, comment);
  const here = { id, rootId: parent?.rootId ?? id, depth, path };
  for (const reply of comment.replies) await writeComment(tx, place, accounts, publishedAt, reply, here);
}

/** What a comment on a rule is anchored in, and that it is an official's answer. */
async function writeItsText(
  tx: Transaction,
  discussionId: number,
  text: Discussed,
  commentId: number,
  { quote, official }: SampleComment,
): Promise<void> {
  if (quote !== undefined) {
    const found = await findPassage(tx, discussionId, { revision: text.revision, quote, start: null });
    if (found.outcome !== "found") throw new Error(`"${quote}" does not stand in the sample doctrine once`);
    await annotate(tx, commentId, found.passage);
  }
  if (official)
    await tx`
      insert into official_answers (comment_id, text_id, organisation_id)
      select ${commentId}, ${text.id}, id from organisations where slug = ${sampleDoctrine.official}`;
}

/** Everybody has a view of some comments: which, and whether they agree, looks like chance and is not. */
async function writeVotes(tx: Transaction, discussionId: number): Promise<void> {
  await tx`
    insert into comment_votes (comment_id, account_id, agrees, voted_at)
    select c.id, a.id, chance < 3 + c.id % 4, c.created_at + interval '1 minute' * (20 + 7 * a.id)
    from comments c
    join accounts a on a.id <> c.account_id
    cross join lateral (select (c.id * c.id * 7 + a.id * 13 + c.id * a.id * 5) % 17 as chance) as drawn
    where c.discussion_id = ${discussionId} and c.deleted_at is null and chance < 8`;
  await tx`
    update comments c set agree_count = v.agree, disagree_count = v.disagree
    from (
      select comment_id, count(*) filter (where agrees)::int as agree, count(*) filter (where not agrees)::int as disagree
      from comment_votes group by comment_id
    ) v
    where v.comment_id = c.id and c.discussion_id = ${discussionId}`;
}
