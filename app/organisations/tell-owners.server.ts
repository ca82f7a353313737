import type { Language } from "#app/languages/language.ts";
import { type Message, queueMail } from "#app/mail/queue-mail.server.ts";
import type { Transaction } from "#db/sql.ts";

/** Mails the owners of an organisation, each in their language; `except` is who did it and knows. */
export async function mailOwners(
  tx: Transaction,
  organisationId: number,
  message: (language: Language) => Message,
  except: number | null = null,
): Promise<void> {
  const owners = await tx<{ email: string; language: Language }[]>`
    select a.email, a.language from organisation_members m join accounts a on a.id = m.account_id
    where m.organisation_id = ${organisationId} and m.role = 'owner' and a.deleted_at is null
      and a.id is distinct from ${except}
    order by a.id`;
  for (const { email, language } of owners) await queueMail(tx, email, language, message(language));
}
