import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { recordEvent } from "#app/co-authors/record-event.server.ts";
import type { Language } from "#app/languages/language.ts";
import type { DocumentNode } from "#app/letters/document.ts";
import { hashSigned } from "#app/letters/version.ts";
import { holdDraft } from "#app/together/fold-draft.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Approval } from "./approval.ts";

/** What of a draft its signatories would sign. */
export type HashedDraft = { title: string; language: Language; document: DocumentNode };

/** The hash of what its signatories would sign: "the text" that an author approves. */
export const hashOfDraft = ({ title, language, document }: HashedDraft): Promise<string> =>
  hashSigned({ title, language, document, translations: [] });

/**
 * An author approves the text as it stands. Any change afterwards, also of what surrounds the text, voids it.
 * @param revision the revision that they have read; another one answers `stale`
 */
export async function approveDraft(
  slug: string,
  accountId: number,
  revision: number,
): Promise<{ outcome: "approved" | "stale" | "not-found" }> {
  return sql.begin(async (tx) => {
    const id = await holdDraft(tx, slug, isAuthor("letters", accountId));
    if (id === null) return { outcome: "not-found" as const };
    const [letter] = await tx<(HashedDraft & { id: number; revision: number })[]>`
      select id, draft_revision as revision, title, language, draft as document from letters where id = ${id}`;
    if (letter?.revision !== revision) return { outcome: "stale" as const };
    await writeApproval(tx, letter.id, accountId, revision, await hashOfDraft(letter));
    return { outcome: "approved" as const };
  });
}

/** Writes an approval down; approving the same text again changes nothing. */
export async function writeApproval(
  tx: Transaction,
  letterId: number,
  accountId: number,
  revision: number,
  sha256: string,
): Promise<void> {
  const written = await tx`
    insert into draft_approvals as a (letter_id, account_id, revision, sha256)
    values (${letterId}, ${accountId}, ${revision}, ${sha256})
    on conflict (letter_id, account_id) do update
      set revision = excluded.revision, sha256 = excluded.sha256, approved_at = now()
      where a.revision <> excluded.revision`;
  if (written.count > 0) await recordEvent(tx, letterId, accountId, "approved");
}

/** An author takes their approval back; doing it again changes nothing. */
export async function withdrawApproval(
  slug: string,
  accountId: number,
): Promise<{ outcome: "withdrawn" | "not-found" }> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ id: number }[]>`
      select id from letters
      where slug = ${slug} and ${isAuthor("letters", accountId)} and state = 'draft' for update`;
    if (!letter) return { outcome: "not-found" as const };
    const gone = await tx`
      delete from draft_approvals where letter_id = ${letter.id} and account_id = ${accountId}`;
    if (gone.count > 0) await recordEvent(tx, letter.id, accountId, "unapproved");
    return { outcome: "withdrawn" as const };
  });
}

/** The authors of a draft, each with what they think of it at a revision, in the order they came. */
export async function listApprovals(
  letterId: number,
  revision: number,
  tx: Transaction | typeof sql = sql,
): Promise<Approval[]> {
  return tx<Approval[]>`
    select c.account_id as "accountId", a.name, p.approved_at as "approvedAt",
      case when p.revision = ${revision} then 'approved' when p.revision is not null then 'earlier' else 'none' end as state
    from co_authors c
    join accounts a on a.id = c.account_id
    left join draft_approvals p on p.letter_id = c.letter_id and p.account_id = c.account_id
    where c.letter_id = ${letterId} and c.role = 'author' order by c.joined_at, c.account_id`;
}
