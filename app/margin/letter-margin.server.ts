import type { Account } from "#app/accounts/account.ts";
import { mayReview } from "#app/co-authors/authorship.server.ts";
import { type DocumentNode, plainText } from "#app/letters/document.ts";
import type { LetterState } from "#app/letters/letter.ts";
import type { Transaction } from "#db/sql.ts";

/** A draft in whose margin an account writes; `text` is the plain text of what is decided. */
export type LetterMargin = { id: number; slug: string; title: string; text: string };

/** Why somebody may not write in the margin: it is not there for them, it is only theirs to read, or it is history. */
export type Unwritable = "not-found" | "not-allowed" | "published";

/** The draft as one who may write in its margin has it at this moment: it is not published before they have written. */
export async function openMargin(
  tx: Transaction,
  slug: string,
  account: Pick<Account, "id">,
): Promise<{ outcome: "open"; letter: LetterMargin } | { outcome: Unwritable }> {
  const [letter] = await tx<(Omit<LetterMargin, "text"> & { draft: DocumentNode })[]>`
    select id, slug, title, draft from letters
    where slug = ${slug} and state = 'draft' and ${mayReview("letters", account.id)} for share`;
  if (letter) {
    const { draft, ...rest } = letter;
    return { outcome: "open", letter: { ...rest, text: plainText(draft) } };
  }
  const [seen] = await tx<{ state: LetterState }[]>`
    select l.state from letters l join co_authors c on c.letter_id = l.id and c.account_id = ${account.id}
    where l.slug = ${slug}`;
  if (!seen) return { outcome: "not-found" };
  return { outcome: seen.state === "draft" ? "not-allowed" : "published" };
}
