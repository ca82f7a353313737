import slugify from "@sindresorhus/slugify";
import { randomBytes } from "node:crypto";
import { hashPassword } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { countSignatures } from "#app/signatures/count-signatures.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { after, day, hour } from "./moments.ts";
import { sampleAccounts } from "./sample-accounts.ts";
import { sampleOrganisations } from "./sample-organisations.ts";
import { writeItsSignatures, writeOrganisation } from "./write-organisations.ts";
import { importSampleDoctrine, readSampleAnswers, sampleDoctrine } from "./sample-doctrine.ts";
import { writeAnswers } from "./write-answers.ts";
import { readChronicle, writeChronicle } from "./write-chronicle.ts";
import { tellOfSample, writeNotices } from "./write-notices.ts";
import { readSampleMargin, writeMargin } from "./write-margin.ts";
import { writeModeration } from "./write-moderation.ts";
import { authors, writeDiscussion } from "./write-discussion.ts";
import { moveToSecondVersion, writeLetter, writeSignatures } from "./write-letter.ts";
import { readSample, type Sample, type SampleComment, samples } from "./sample-content.ts";

/** Before the first consultation on the sample doctrine. */
const joined = new Date("2025-06-20T08:00:00Z");

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
    const named = (name: string) => accountOf(accounts, name);
    for (const sample of content) {
      const writtenAt = writtenOn(sample.publishedDaysAgo, now);
      const letterId = await writeLetter(tx, sample, named(sample.writer), writtenAt, now);
      const margin = await readSampleMargin(sample.slug);
      const { document } = sample.letter;
      if (margin) await writeMargin(tx, { id: letterId, document }, named, writtenAt, margin);
      if (sample.publishedDaysAgo === null) continue;
      const until = after(now, Math.min(0, sample.closesInDays ?? 0) * day);
      await writeSignatures(tx, letterId, sample, writtenAt, until);
      if (sample.revised)
        await moveToSecondVersion(tx, letterId, after(writtenAt, sample.revised.daysLater * day));
      const [discussion] = await tx<
        { id: number }[]
      >`select id from discussions where letter_id = ${letterId}`;
      if (discussion) await writeDiscussion(tx, discussion.id, named, writtenAt, sample.comments);
    }
    for (const sample of sampleOrganisations) {
      const older = sample.slug === sampleDoctrine.official;
      await writeOrganisation(tx, sample, named, older ? joined : after(now, -60 * day));
      await writeItsSignatures(tx, sample, named, after(now, -9 * day));
    }
    for (const { slug, writer, publishedDaysAgo } of content) {
      const chronicle = await readChronicle(slug);
      if (chronicle)
        await writeChronicle(tx, slug, named(writer), writtenOn(publishedDaysAgo, now), chronicle);
    }
    await writeAnswers(tx, answers, named, now, (discussionId, begun, comments, text) =>
      writeDiscussion(tx, discussionId, named, begun, comments, text),
    );
    await writeModeration(tx, named, now);
    await writeNotices(tx, [named("Camille Vasseur"), named("Owen Tregarth")]);
    return "seeded" as const;
  });
  while ((await countSignatures()) === "more");
  if (outcome === "seeded") await tellOfSample(now);
  return { outcome };
}

/** When a sample letter was published, or its draft begun. */
const writtenOn = (daysAgo: number | null, now: Date) => after(now, -(daysAgo ?? 2) * day - 5 * hour);

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

function accountOf(accounts: Map<string, number>, name: string): number {
  const id = accounts.get(name);
  if (id === undefined)
    throw new Error(`The sample content names an account "${name}" that it does not make.`);
  return id;
}
