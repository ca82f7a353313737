import type { Official } from "#app/identity/identity.ts";
import { readOfficial } from "#app/identity/official.server.ts";
import type { Language } from "#app/languages/language.ts";
import { replyRecordedMessage } from "#app/mail/chronicle-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { beginRound } from "#app/notices/begin-round.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import {
  type LockedLetter,
  lockLetter,
  mailedTooOften,
  recordedBefore,
  refuseDay,
} from "./lock-letter.server.ts";
import type { Recorded, ReplyForm } from "./record.ts";

/**
 * The official as whom an account may record a reply to any letter. Its body must be in the register of public bodies:
 * until the register has answered, whoever works for a company and logs in by ProConnect looks the same.
 */
export async function replyingOfficial(accountId: number): Promise<Official | null> {
  const found = await readOfficial(accountId);
  if (found?.publicBody !== true) return null;
  const { siret, body, issuer, provedAt } = found;
  return { siret, body, issuer, provedAt };
}

/**
 * Records what an addressee replied: by the letter's author, or by an official, whose body is kept as it is vouched for
 * now. Signatories who asked for it are mailed, and the author when it was an official. Sent twice, it is recorded once.
 * @param origin where the links of the mails lead
 * @returns `not-official` for an account that is neither
 */
export async function recordReply(
  slug: string,
  accountId: number,
  form: ReplyForm,
  origin: string,
): Promise<Recorded | { outcome: "not-official" }> {
  const official = await replyingOfficial(accountId);
  return sql.begin(async (tx) => {
    const letter = await lockLetter(tx, slug, accountId);
    if (!letter) return { outcome: "not-found" as const };
    if (!letter.own && !official) return { outcome: "not-official" as const };
    const refused =
      (await recordedBefore(tx, "letter_replies", letter, accountId, form.key)) ??
      refuseDay(letter, form.day) ??
      (await mailedTooOften(tx, letter.id, "reply"));
    if (refused) return refused;
    const vouched = letter.own ? null : official;
    const [reply = { id: 0 }] = await tx<{ id: number }[]>`
      insert into letter_replies (letter_id, name, office, replied_on, body, address, account_id, recorded_as, official,
        submission_key)
      values (${letter.id}, ${form.name}, ${form.office}, ${form.day}, ${form.body}, ${form.address}, ${accountId},
        ${vouched ? "official" : "author"}, ${vouched && tx.json(vouched)}, ${form.key})
      returning id`;
    await tx`insert into letter_mails (letter_id, reply_id, origin) values (${letter.id}, ${reply.id}, ${origin})`;
    await beginRound(tx, { kind: "letter-reply", letterId: letter.id, replyId: reply.id }, accountId);
    if (vouched)
      await tellAuthors(tx, letter, form, vouched, `${origin}/letters/${slug}/replies/${reply.id}`);
    return { outcome: "recorded" as const, id: reply.id };
  });
}

async function tellAuthors(
  tx: Transaction,
  letter: LockedLetter,
  { name }: ReplyForm,
  { body, siret }: Official,
  link: string,
): Promise<void> {
  const authors = await tx<{ email: string; language: Language }[]>`
    select a.email, a.language from co_authors c join accounts a on a.id = c.account_id and a.deleted_at is null
    where c.letter_id = ${letter.id} and c.role = 'author' order by a.id`;
  for (const { email, language } of authors) {
    const values = { name, title: letter.title, body: body || `SIRET ${siret}` };
    await queueMail(tx, email, language, replyRecordedMessage(language, values, link));
  }
}
