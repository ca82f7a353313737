import type { Account } from "#app/accounts/account.ts";
import type { Language } from "#app/languages/language.ts";
import { reportReceivedMessage } from "#app/mail/moderation-messages.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { sql } from "#db/sql.ts";
import type { ReportableKind, ReportForm } from "./reason.ts";
import { readSubject } from "./subject.server.ts";

/**
 * Reports something. Reports on one subject gather in one open case; the same person reports it once, and the same form
 * counts once, however often it is sent.
 * @param reporter.account null for a stranger, who is known by the address they typed, if they typed one
 * @param origin where the links of the receipt lead
 * @returns `not-found` when the public never saw it; `gone` when it was deleted, hidden or merged meanwhile
 */
export async function report(
  subject: { kind: ReportableKind; id: number },
  reporter: { account: Account | null; language: Language },
  form: Omit<ReportForm, "faith">,
  origin: string,
): Promise<{ outcome: "reported" | "not-found" | "gone" }> {
  const { account, language } = reporter;
  return sql.begin(async (tx) => {
    const found = await readSubject(subject.kind, subject.id, tx);
    if (!found) return { outcome: "not-found" as const };
    if (found.gone || found.hiddenFor) return { outcome: "gone" as const };
    const email = account ? account.email : (form.email ?? null);
    const who = account ? `account:${account.id}` : email ? `mail:${email}` : `form:${form.key}`;
    const { kind, id } = subject;
    // An open case is locked by this, and a decision that closes it waits, or a new one is opened.
    const [open = { id: 0 }] = await tx<{ id: number }[]>`
      insert into moderation_cases (kind, comment_id, letter_id, signature_id, organisation_id)
      values (${kind}, ${kind === "comment" ? id : null},
        ${kind === "letter" ? id : kind === "signature" ? found.letterId : null},
        ${kind === "signature" ? id : null}, ${kind === "organisation" ? id : null})
      on conflict (kind, subject_id) where closed_at is null
      do update set report_count = moderation_cases.report_count returning id`;
    const made = await tx`
      insert into reports (case_id, reporter, account_id, name, email, language, reason, explanation)
      values (${open.id}, ${who}, ${account?.id ?? null}, ${account ? "" : form.name}, ${account ? null : email}, ${language},
        ${form.reason}, ${form.explanation})
      on conflict (case_id, reporter) do nothing`;
    if (made.count === 0) return { outcome: "reported" as const };
    await tx`update moderation_cases set report_count = report_count + 1 where id = ${open.id}`;
    if (email)
      await queueMail(tx, email, language, reportReceivedMessage(language, kind, origin + found.path));
    return { outcome: "reported" as const };
  });
}
