import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Language } from "#app/languages/language.ts";
import { myDataMessage } from "#app/mail/personal-data-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql } from "#db/sql.ts";

/**
 * Mails a link to see what is held about an address, good for one day. Whether anything is held makes no difference, to
 * who asks and to what is done: the page behind the link says it, to who reads the mailbox.
 */
export async function askForData(email: string, language: Language, origin: string): Promise<void> {
  const token = newToken();
  await sql.begin(async (tx) => {
    await tx`
      insert into data_links (token_hash, email, by_mail, expires_at)
      values (${hashToken(token)}, ${email}, true, now() + interval '1 day')`;
    await queueMail(tx, email, language, myDataMessage(language, `${origin}/my-data/${token}`));
  });
}

/** A link for who is logged in: an hour, for their own address. @returns its token */
export async function openOwnData(email: string): Promise<string> {
  const token = newToken();
  await sql`
    insert into data_links (token_hash, email, by_mail, expires_at)
    values (${hashToken(token)}, ${email}, false, now() + interval '1 hour')`;
  return token;
}

/** What a link leads to. `email` is null once all of it was erased. */
export type DataLink = { email: string | null; byMail: boolean };

/** The address that a link is for, or null when it is unknown, mangled or too old. Reading changes nothing. */
export async function readDataLink(token: string): Promise<DataLink | null> {
  const [link] = await sql<DataLink[]>`
    select email, by_mail as "byMail" from data_links
    where token_hash = ${hashToken(token)} and expires_at > now()`;
  return link ?? null;
}
