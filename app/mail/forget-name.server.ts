import type { Language } from "#app/languages/language.ts";
import { translator } from "#app/languages/translate.ts";
import { type Fragment, sql, type Transaction } from "#db/sql.ts";
import { escaped } from "./compose.ts";

/** Mails to others that name who signed: the kinds that a signature's erasure is about. */
export const mailsOfSignatures = [
  "signed-for-organisation",
  "claimed-organisation",
  "countersign",
  "signature-withdrawn-by-owner",
  "claim-refused",
] as const;

/**
 * Names are read and written into mails under this lock, and erased alone: whoever writes comes before, and the mail is
 * found here, or after, and finds no name. Held until the transaction ends; an erasure takes it before all other locks.
 */
export async function lockNamesInMails(tx: Transaction, how: "shared" | "alone"): Promise<void> {
  const key = sql`hashtextextended('names in mails', 0)`;
  if (how === "shared") await tx`select pg_advisory_xact_lock_shared(${key})`;
  else await tx`select pg_advisory_xact_lock(${key})`;
}

/**
 * Takes a name out of mails to others, because who bore it is erased: out of the text of those still to be sent, and out
 * of the subjects that the log of mails keeps of all. Other people of that very name are taken out of what waits as
 * well: nothing in a mail says which of them it means. Addresses of pages stay as they are.
 * @param kinds the kinds of mails that the name is looked for in; all when left out
 */
export async function forgetNameInMails(
  tx: Transaction,
  name: string,
  kinds?: readonly string[],
): Promise<void> {
  const [first = ""] = name.split(/\s/);
  if (first === "") return;
  // Whatever holds the whole name holds its first word; typed spaces may have become others (french-spacing.ts).
  const holds = (column: Fragment) => sql`
    position(${first.toLowerCase()} in lower(${column})) > 0 or position(${escaped(first).toLowerCase()} in lower(${column})) > 0`;
  const mails = await tx<
    { id: number; language: Language; subject: string; body: string | null; html: string | null }[]
  >`
    select id, language, subject, body, html from mails
    where (${holds(sql`subject`)} or ${holds(sql`body`)} or ${holds(sql`html`)})
      and ${kinds ? sql`kind = any(${[...kinds]})` : sql`true`}
    order by id for update`;
  for (const { id, language, subject, body, html } of mails) {
    const erased = translator(language)("mail.erasedName");
    const without = {
      subject: withoutName(subject, name, erased),
      body: body === null ? null : withoutName(body, name, erased),
      html: html === null ? null : withoutName(html, escaped(name), erased),
    };
    if (without.subject !== subject || without.body !== body || without.html !== html)
      await tx`
        update mails set subject = ${without.subject}, body = ${without.body}, html = ${without.html} where id = ${id}`;
  }
}

/**
 * A text with something else in place of a name: where it stands as whole words, and not within an address of a page. A
 * name of one word must be written as it is, or mentioned: many are ordinary words.
 */
export function withoutName(text: string, name: string, erased: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  // Of a comment that is cut short the last words may be the first of a name.
  const cut = words.length > 1 ? `|${words[0]}(?=\\s*…)` : "";
  const whole = new RegExp(
    `(https?://\\S+)|(?<![\\p{L}\\p{N}])(?:${words.join("\\s+")}${cut})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return text.replace(whole, (found: string, address: string | undefined, at: number) =>
    address || (words.length === 1 && found !== name.trim() && text[at - 1] !== "@") ? found : erased,
  );
}
