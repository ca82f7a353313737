import { writeVersion } from "#app/letters/publish-letter.server.ts";
import { hashText } from "#app/letters/version.ts";
import { searchText } from "#app/signatures/search-text.ts";
import { signerKey } from "#app/signatures/signer-key.ts";
import type { Transaction } from "#db/sql.ts";
import { after, day, minute } from "./moments.ts";
import type { Sample } from "./sample-content.ts";

/** The letter as a draft, or as published in version 1. @returns its id */
export async function writeLetter(
  tx: Transaction,
  { slug, letter, before, revised, translations, publishedDaysAgo, closesInDays }: Sample,
  accountId: number,
  at: Date,
  now: Date,
): Promise<number> {
  const closesOn =
    closesInDays === null
      ? null
      : after(now, closesInDays * day)
          .toISOString()
          .slice(0, 10);
  const [written] = await tx<{ id: number }[]>`
    insert into letters (slug, language, title, summary, author_kind, author_name, addressees, closes_on, draft,
      created_by, edited_by, created_at, edited_at)
    values (${slug}, ${letter.language}, ${letter.title}, ${letter.summary}, ${letter.authorKind}, ${letter.authorName},
      ${letter.addressees}, ${closesOn}, ${tx.json(letter.document as never)}, ${accountId}, ${accountId}, ${after(at, -6 * day)}, ${at})
    returning id`;
  const id = written?.id ?? 0;
  const original = publishedDaysAgo === null ? null : await hashText(letter);
  for (const { language, title, document } of translations)
    await tx`
      insert into letter_translations (letter_id, language, title, document, original_sha256, edited_by, edited_at)
      values (${id}, ${language}, ${title}, ${tx.json(document as never)}, ${original}, ${accountId}, ${at})`;
  if (publishedDaysAgo === null) return id;
  await writeVersion(tx, id, 1, accountId, before ?? letter, at);
  if (revised)
    await writeVersion(
      tx,
      id,
      2,
      accountId,
      { ...letter, reason: revised.reason },
      after(at, revised.daysLater * day),
    );
  const closedAt = closesInDays !== null && closesInDays < 0 ? after(now, (closesInDays + 1) * day) : null;
  await tx`
    update letters set state = ${closedAt ? "closed" : "open"}, published_at = ${at}, closed_at = ${closedAt},
      current_version = ${revised ? 2 : 1}
    where id = ${id}`;
  // Its last day was over: nobody closed it.
  if (closedAt)
    await tx`insert into letter_events (letter_id, event, at) values (${id}, 'closed', ${closedAt})`;
  return id;
}

/** Who signed after the second version signed that one; of the others three in four moved to it, some chose to stay. */
export async function moveToSecondVersion(tx: Transaction, letterId: number, at: Date): Promise<void> {
  await tx`
    update signatures set version_number = 2, answered_version = 2
    where letter_id = ${letterId} and (signed_at >= ${at} or id % 4 > 0)`;
  await tx`
    update signatures set answered_version = 2 where letter_id = ${letterId} and version_number = 1 and id % 8 = 0`;
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number, at)
    select letter_id, id, case version_number when 2 then 'moved' else 'stayed' end, 2, ${at}::timestamptz + id * interval '7 minutes'
    from signatures where letter_id = ${letterId} and signed_at < ${at} and answered_version = 2`;
}

/** Confirmed signatures, many in the first days and fewer later, as letters are signed. */
export async function writeSignatures(
  tx: Transaction,
  letterId: number,
  { slug, letter, signatures }: Sample,
  from: Date,
  until: Date,
): Promise<void> {
  if (signatures.length === 0) return;
  const rows = signatures.map((signature, index) => {
    const share = ((index + 0.4) / signatures.length) ** 2.2;
    const signedAt = after(from, share * (until.getTime() - from.getTime()));
    const email = `signatory-${index + 1}@${slug.slice(0, 40)}.example`;
    const { name, role, affiliation, country, statement, shown } = signature;
    return {
      letter_id: letterId,
      version_number: 1,
      signer_key: signerKey(email),
      state: "confirmed",
      name,
      email,
      role,
      affiliation,
      statement,
      country,
      name_shown: shown,
      quotable_since: shown && statement !== "" && index % 3 > 0 ? signedAt : null,
      keep_informed: index % 3 === 0,
      language: letter.language,
      created_at: signedAt,
      signed_at: signedAt,
      confirmed_at: after(signedAt, (2 + (index % 9)) * minute),
      search_text: shown ? searchText(name, role, affiliation) : "",
    };
  });
  await tx`insert into signatures ${tx(rows)}`;
  await tx`
    insert into signature_events (letter_id, signature_id, event, version_number, at)
    select letter_id, id, 'signed', 1, signed_at from signatures where letter_id = ${letterId}
    union all
    select letter_id, id, 'confirmed', 1, confirmed_at from signatures where letter_id = ${letterId}
    order by 5`;
}
