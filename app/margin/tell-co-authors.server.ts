import type { Account } from "#app/accounts/account.ts";
import { meantAmong, possibleNames } from "#app/discussion/mention.ts";
import type { Language } from "#app/languages/language.ts";
import { marginMessage } from "#app/mail/margin-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import type { Transaction } from "#db/sql.ts";
import type { LetterMargin } from "./letter-margin.server.ts";

/**
 * Mails a new comment to the co-authors whom it mentions and to those who have written in its thread, each once and in
 * their language; nobody is mailed their own. An edit is mailed only to those whom it mentions for the first time.
 */
export async function tellCoAuthors(
  tx: Transaction,
  letter: LetterMargin,
  by: Account,
  said: { id: number; thread: number; quote: string; body: string; edited?: boolean },
  origin: string,
): Promise<void> {
  const names = possibleNames(said.body);
  const people =
    names.length === 0
      ? []
      : await tx<{ id: number; name: string }[]>`
          select a.id, a.name from co_authors c join accounts a on a.id = c.account_id and a.deleted_at is null
          where c.letter_id = ${letter.id}`;
  const rows = meantAmong(names, people).map(({ id, name }) => ({
    comment_id: said.id,
    account_id: id,
    name,
  }));
  const mentioned =
    rows.length === 0
      ? []
      : await tx<{ id: number }[]>`
          insert into margin_mentions ${tx(rows)} on conflict do nothing returning account_id as id`;
  const fresh = mentioned.map(({ id }) => id);
  const told = await tx<{ email: string; language: Language; mentioned: boolean }[]>`
    select a.email, a.language, a.id = any(${fresh}::bigint[]) as mentioned
    from co_authors c join accounts a on a.id = c.account_id and a.deleted_at is null
    where c.letter_id = ${letter.id} and a.id <> ${by.id} and (a.id = any(${fresh}::bigint[]) or (
      ${!said.edited} and exists (
        select 1 from margin_comments m
        where m.thread_id = ${said.thread} and m.account_id = a.id and m.deleted_at is null)))
    order by a.id`;
  const link = `${origin}/letters/${letter.slug}/draft/comments#thread-${said.thread}`;
  for (const { email, language, mentioned: isMentioned } of told) {
    const values = { name: by.name, title: letter.title };
    await queueMail(tx, email, language, marginMessage(language, isMentioned, values, said, link));
  }
}
