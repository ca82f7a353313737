import type { Account } from "#app/accounts/account.ts";

/**
 * Whether /dev/mail is open to somebody. It exists only while mail is kept in the database (no SMTP_URL). It
 * holds links that act for others, so it is for administrators, and for whoever sits at this very machine while
 * Tribune runs on its embedded database for that machine alone.
 */
export function mayReadKeptMails(account: Account | null, asked: { fromThisMachine: boolean }): boolean {
  if (process.env.SMTP_URL) return false;
  return asked.fromThisMachine || account?.role === "admin";
}
