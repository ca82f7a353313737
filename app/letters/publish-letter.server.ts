import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { listApprovals } from "#app/drafts/approve-draft.server.ts";
import { foldDraft } from "#app/together/fold-draft.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { unknownCitations, writeCitations } from "#app/doctrine/cite-provision.server.ts";
import type { Language } from "#app/languages/language.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { organisationsSpeakingAs } from "#app/organisations/speaking-as.server.ts";
import { restrictionOf } from "#app/moderation/restriction.server.ts";
import { holdsLetters, submitText, withdrawSubmissions } from "#app/pipeline/submit-letter.server.ts";
import { beginRound } from "#app/notices/begin-round.server.ts";
import { keepStanding } from "#app/translations/keep-standing.server.ts";
import { translationsToPublish } from "#app/translations/read-translations.server.ts";
import { type DocumentNode, imagesIn, plainText } from "./document.ts";
import { todayInParis } from "./close-letter.server.ts";
import type { Draft } from "./draft-letter.server.ts";
import { hashSigned, signedOf } from "./version.ts";

/** What still keeps a draft from being published, in the order of its form. */
export function missingForPublication(
  draft: Pick<Draft, "title" | "addressees" | "authorName" | "document" | "closesOn">,
): Phrase[] {
  const missing: Phrase[] = [];
  if (draft.addressees.length === 0) missing.push("publish.missing.addressees");
  if (draft.authorName === "") missing.push("publish.missing.author");
  if (plainText(draft.document) === "") missing.push("publish.missing.text");
  if (draft.closesOn !== null && draft.closesOn < todayInParis()) missing.push("publish.missing.closesOn");
  return missing;
}

type Published =
  | { outcome: "published" | "submitted" | "stale" | "not-found" | "barred" | "paused" }
  | { outcome: "incomplete"; missing: Phrase[] }
  | { outcome: "unknown-citations"; citations: string[] };

/**
 * Freezes a draft as version 1 and opens the letter for signing. Publishing again answers `published` as well.
 * Whoever publishes approves what they have read; all other authors must have approved it before.
 * @param revision the revision its author has read before publishing; a newer one answers `stale`
 * @returns `submitted` where letters wait for a moderator first: it stays a draft until it is released; `not-approved` while other authors have not; `barred` or `paused` when moderation did that to the account; `unknown-citations` with the names of those that lead to no
 *   provision
 */
export async function publishLetter(
  slug: string,
  accountId: number,
  revision: number,
): Promise<Published | { outcome: "not-approved" }> {
  return sql.begin(async (tx) => {
    const [letter] = await tx<{ id: number; draft: boolean }[]>`
      select id, published_at is null as draft from letters
      where slug = ${slug} and ${isAuthor("letters", accountId)} for update`;
    if (!letter) return { outcome: "not-found" as const };
    if (!letter.draft) return { outcome: "published" as const };
    if (!(await authorsApprove(tx, letter.id, accountId, revision)))
      return { outcome: "not-approved" as const };
    return publishLocked(tx, letter.id, accountId, revision);
  });
}

/** Whether an account is an author of a draft whose other authors have all approved it at a revision. */
export async function authorsApprove(
  tx: Transaction,
  letterId: number,
  accountId: number,
  revision: number,
): Promise<boolean> {
  const authors = await listApprovals(letterId, revision, tx);
  return (
    authors.some((author) => author.accountId === accountId) &&
    authors.every((author) => author.accountId === accountId || author.state === "approved")
  );
}

/**
 * Publishes a draft whose row the caller has locked, and whose authors approve it. When it is an organisation's, those who
 * follow that are told.
 * @param how `read` when a moderator has read it; else it may wait for one and answers `submitted`
 */
export async function publishLocked(
  tx: Transaction,
  letterId: number,
  accountId: number,
  revision: number,
  how: "read" | "unread" = "unread",
): Promise<Published> {
  const restriction = await restrictionOf(tx, accountId);
  if (restriction) return { outcome: restriction.until ? "paused" : "barred" };
  await foldDraft(tx, letterId);
  const [letter] = await tx<
    (Omit<Draft, "fieldsRevision" | "editedAt" | "slug" | "state"> & { createdBy: number })[]
  >`
    select id, created_by as "createdBy", title, summary, addressees, author_kind as "authorKind", author_name as "authorName", language,
      closes_on as "closesOn", draft as document, draft_revision as revision
    from letters where id = ${letterId} and state = 'draft'`;
  if (!letter) return { outcome: "not-found" };
  if (letter.revision !== revision) return { outcome: "stale" };
  const missing = missingForPublication(letter);
  if (missing.length > 0) return { outcome: "incomplete", missing };
  const translations = await translationsToPublish(letter.id, letter, tx);
  const fault = await leadsNowhere(tx, [letter, ...translations]);
  if (fault) return fault;
  if (how === "unread" && (await holdsLetters(tx, accountId))) {
    const sha256 = await hashSigned(signedOf(letter, translations));
    return submitText(tx, { letterId: letter.id, accountId, versionNumber: 1, revision, sha256 });
  }
  await writeVersion(tx, letter.id, 1, accountId, letter);
  await tx`
    update letters set state = 'open', published_at = now(), current_version = 1, edited_at = now()
    where id = ${letter.id} and state = 'draft'`;
  await tx`delete from planned_publications where letter_id = ${letter.id}`;
  // Nobody writes it together any more: its next version is a draft of its own.
  await tx`delete from draft_states where letter_id = ${letter.id}`;
  await tx`delete from draft_updates where letter_id = ${letter.id}`;
  // Letters wait no longer, and this one did.
  if (how === "unread") await withdrawSubmissions(tx, tx`s.letter_id = ${letter.id}`);
  if (letter.authorKind === "organisation")
    for (const organisationId of await organisationsSpeakingAs(tx, letter.createdBy, letter.authorName))
      await beginRound(
        tx,
        { kind: "organisation-published", letterId: letter.id, organisationId },
        accountId,
      );
  return { outcome: "published" };
}

/** What keeps texts from being published that name pictures or provisions which are not here; null when all are. */
export async function leadsNowhere(
  tx: Transaction,
  texts: { document: DocumentNode }[],
): Promise<
  { outcome: "incomplete"; missing: Phrase[] } | { outcome: "unknown-citations"; citations: string[] } | null
> {
  const images = [...new Set(texts.flatMap(({ document }) => imagesIn(document)))];
  const known = await tx`select 1 from images where sha256 = any(${images})`;
  if (known.count < images.length) return { outcome: "incomplete", missing: ["publish.missing.image"] };
  const citations = new Set<string>();
  for (const { document } of texts)
    for (const unknown of await unknownCitations(tx, document)) citations.add(unknown);
  return citations.size > 0 ? { outcome: "unknown-citations", citations: [...citations] } : null;
}

/**
 * Writes an immutable version: the text, its translations as they are now, what surrounds it, what it cites, and the hash
 * of what signatories sign.
 */
export async function writeVersion(
  tx: Transaction,
  letterId: number,
  number: number,
  publishedBy: number,
  text: {
    title: string;
    summary: string;
    authorKind: string;
    authorName: string;
    addressees: string[];
    language: Language;
    document: DocumentNode;
    /** Why it was made; a first version has none. */
    reason?: string;
  },
  publishedAt: Date | null = null,
): Promise<void> {
  const translations = await translationsToPublish(letterId, text, tx);
  const signed = signedOf(text, translations);
  await tx`
    insert into letter_versions (letter_id, number, title, summary, author_kind, author_name, addressees, language, signed, sha256, published_at, published_by, reason)
    values (${letterId}, ${number}, ${text.title}, ${text.summary}, ${text.authorKind}, ${text.authorName},
      ${text.addressees}, ${text.language}, ${tx.json(signed as never)}, ${await hashSigned(signed)},
      coalesce(${publishedAt}, now()), ${publishedBy}, ${text.reason ?? ""})`;
  await keepStanding(tx, letterId, number, translations);
  await writeCitations(tx, letterId, number, text.document);
}
