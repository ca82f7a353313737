import { isAuthor } from "#app/co-authors/authorship.server.ts";
import { isDeepStrictEqual } from "node:util";
import { restrictionOf } from "#app/moderation/restriction.server.ts";
import { holdsLetters, submitText, withdrawSubmissions } from "#app/pipeline/submit-letter.server.ts";
import { beginRound } from "#app/notices/begin-round.server.ts";
import { sql, type Transaction } from "#db/sql.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { translationsToPublish } from "#app/translations/read-translations.server.ts";
import { plainText } from "./document.ts";
import { leadsNowhere, writeVersion } from "./publish-letter.server.ts";
import { hashSigned, signedOf } from "./version.ts";
import type { Revision } from "./revise-letter.server.ts";
import type { RevisionBase } from "./revision-base.ts";

/** What still keeps a revision from being published, in the order of its form. */
export function missingForVersion(revision: Pick<Revision, "addressees" | "document" | "reason">): Phrase[] {
  const missing: Phrase[] = [];
  if (plainText(revision.document) === "") missing.push("publish.missing.text");
  if (revision.addressees.length === 0) missing.push("publish.missing.addressees");
  if (revision.reason === "") missing.push("revise.missing.reason");
  return missing;
}

type Locked = Revision & { authorKind: string; authorName: string };

type PublishedVersion =
  | { outcome: "published"; number: number }
  | { outcome: "submitted" | "stale" | "unchanged" | "not-found" | "letter-closed" | "barred" | "paused" }
  | { outcome: "incomplete"; missing: Phrase[] }
  | { outcome: "unknown-citations"; citations: string[] };

/**
 * Freezes a revision as the letter's next version and has its signatories told. The slug, the author, the language
 * and the closing day stay; signatures stay where they are until their signatories move them. Publishing again
 * answers `published` as well.
 * @param read the revision its author has read before publishing; `sha256` is the hash of all of it, translations too, as
 *   it was shown to them
 * @param origin where the links of the mails lead
 * @returns `submitted` where versions wait for a moderator first; `stale` when another text was saved or published since; `unchanged` when it says what the newest version says;
 * `unknown-citations` with the names of those that lead to no provision
 */
export async function publishRevision(
  slug: string,
  accountId: number,
  read: RevisionBase & { sha256?: string },
  origin: string,
): Promise<PublishedVersion> {
  return sql.begin((tx) => publishRevisionIn(tx, slug, accountId, read, origin, "unread"));
}

/** The same in the caller's transaction. @param how `read` when a moderator has read it */
export async function publishRevisionIn(
  tx: Transaction,
  slug: string,
  accountId: number,
  read: RevisionBase & { sha256?: string },
  origin: string,
  how: "read" | "unread",
): Promise<PublishedVersion> {
  const letter = await lock(tx, slug, accountId);
  if (!letter) return { outcome: "not-found" as const };
  // A second click: its revision is gone and the version made of it is there.
  if (letter.revision === 0 && letter.current === read.basedOn + 1)
    return { outcome: "published" as const, number: letter.current };
  if (!letter.open) return { outcome: "letter-closed" as const };
  const restriction = await restrictionOf(tx, accountId);
  if (restriction) return { outcome: restriction.until ? ("paused" as const) : ("barred" as const) };
  if (letter.current !== read.basedOn) return { outcome: "stale" as const };
  // Nothing was saved, so there is nothing but the newest version.
  if (letter.revision === 0) return { outcome: read.revision === 0 ? "unchanged" : "stale" } as const;
  if (letter.revision !== read.revision || letter.basedOn !== letter.current)
    return { outcome: "stale" as const };
  const missing = missingForVersion(letter);
  if (missing.length > 0) return { outcome: "incomplete" as const, missing };
  const translations = await translationsToPublish(letter.letterId, letter, tx);
  const sha256 = await hashSigned(signedOf(letter, translations));
  if (read.sha256 !== undefined && read.sha256 !== sha256) return { outcome: "stale" as const };
  const fault = await leadsNowhere(tx, [letter, ...translations]);
  if (fault) return fault;
  if (await saysTheSame(tx, letter, sha256)) return { outcome: "unchanged" as const };
  const number = letter.current + 1;
  if (how === "unread" && (await holdsLetters(tx, accountId)))
    return submitText(tx, {
      ...{ letterId: letter.letterId, accountId, versionNumber: number, revision: letter.revision },
      ...{ sha256, origin },
    });
  await writeVersion(tx, letter.letterId, number, accountId, letter);
  await tx`
      update letters set title = ${letter.title}, summary = ${letter.summary}, addressees = ${letter.addressees},
        current_version = ${number}, edited_at = now()
      where id = ${letter.letterId}`;
  await tx`delete from letter_revisions where letter_id = ${letter.letterId}`;
  // Who was not told of an earlier version yet is told of this one, with all that changed since they signed.
  await tx`update version_mails set done_at = now() where letter_id = ${letter.letterId} and done_at is null`;
  await tx`
      insert into version_mails (letter_id, version_number, origin) values (${letter.letterId}, ${number}, ${origin})`;
  await beginRound(tx, { kind: "version", letterId: letter.letterId, number }, accountId);
  if (how === "unread") await withdrawSubmissions(tx, tx`s.letter_id = ${letter.letterId}`);
  return { outcome: "published" as const, number };
}

/** The letter's row, so that of two versions one waits for the other, and its revision. */
async function lock(tx: Transaction, slug: string, accountId: number): Promise<Locked | undefined> {
  const [letter] = await tx<Locked[]>`
    select l.id as "letterId", l.slug, l.state, l.language, l.current_version as current,
      l.author_kind as "authorKind", l.author_name as "authorName",
      l.state = 'open' and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date) as open
    from letters l
    where l.slug = ${slug} and ${isAuthor("l", accountId)} and l.state not in ('draft', 'hidden') for update`;
  if (!letter) return undefined;
  // Asked for once the row is ours: a question that waited for a lock has an old view of everything else.
  const [revision] = await tx<Partial<Locked>[]>`
    select title, summary, addressees, document, reason, based_on as "basedOn", revision
    from letter_revisions where letter_id = ${letter.letterId} for update`;
  return { ...letter, revision: 0, ...revision };
}

async function saysTheSame(tx: Transaction, letter: Locked, sha256: string): Promise<boolean> {
  const [newest] = await tx<{ summary: string; addressees: string[]; sha256: string }[]>`
    select summary, addressees, sha256 from letter_versions
    where letter_id = ${letter.letterId} and number = ${letter.current}`;
  const { summary, addressees } = letter;
  return isDeepStrictEqual(newest && { ...newest }, { summary, addressees, sha256 });
}
