import { sql } from "#db/sql.ts";
import { unknownCitations } from "#app/doctrine/cite-provision.server.ts";
import { todayInParis } from "./close-letter.server.ts";
import { imagesIn } from "./document.ts";
import { slugOf } from "./draft-letter.server.ts";
import { reservedSlugs } from "./letter.ts";
import { writeVersion } from "./publish-letter.server.ts";
import type { ImportedLetter } from "./read-letter-file.ts";
import { hashSigned } from "./version.ts";

export type ImportedAs =
  | { outcome: "added" | "present"; slug: string }
  /** A letter of this slug has another text; `version` is its current one, null for a draft. */
  | { outcome: "differs"; slug: string; version: number | null }
  | { outcome: "no-account" | "missing-image" }
  | { outcome: "unknown-citations"; citations: string[] };

/** Whether `slug` can be a letter's address. */
export function isSlug(slug: string): boolean {
  return slug.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !reservedSlugs.has(slug);
}

/**
 * The account that imported letters belong to: that of `email`, else the first administrator, else the first
 * account of all; null when there is none.
 */
async function findOwner(email: string | undefined): Promise<number | null> {
  const [account] = await sql<{ id: number }[]>`
    select id from accounts
    where deleted_at is null ${email === undefined ? sql`` : sql`and email = ${email.trim().toLowerCase()}`}
    order by role = 'admin' desc, id limit 1`;
  return account?.id ?? null;
}

/**
 * Publishes a letter from elsewhere as version 1; `closed` when its closing date is over, else open. The same
 * text under the same slug is `present` and stays as it is; a published text does not move, so another one
 * `differs` and nothing is written. What it cites must be there, or `unknown-citations` names what is not.
 * @param given.slug the address, else made from the title
 * @param given.owner the address of the account it will belong to
 */
export async function importLetter(
  letter: ImportedLetter,
  given: { slug?: string; owner?: string } = {},
): Promise<ImportedAs> {
  const slug = given.slug ?? slugOf(letter.title);
  const owner = await findOwner(given.owner);
  if (owner === null) return { outcome: "no-account" };
  const { title, language, document } = letter;
  const sha256 = await hashSigned({ title, language, document, translations: [] });
  const pictures = [...new Set(imagesIn(document))];
  const over = letter.closesOn !== null && letter.closesOn < todayInParis();
  return sql.begin(async (tx): Promise<ImportedAs> => {
    const stored = await tx`select 1 from images where sha256 = any(${pictures})`;
    if (stored.count < pictures.length) return { outcome: "missing-image" };
    const citations = await unknownCitations(tx, document);
    if (citations.length > 0) return { outcome: "unknown-citations", citations };
    const [created] = await tx<{ id: number }[]>`
      insert into letters (slug, language, title, summary, author_kind, author_name, addressees, closes_on, draft, created_by)
      values (${slug}, ${language}, ${title}, ${letter.summary}, ${letter.authorKind}, ${letter.authorName},
        ${letter.addressees}, ${letter.closesOn}, ${tx.json(document as never)}, ${owner})
      on conflict (slug) do nothing returning id`;
    if (!created) {
      const [standing] = await tx<{ version: number | null; sha256: string | null }[]>`
        select l.current_version as version, v.sha256 from letters l
        left join letter_versions v on v.letter_id = l.id and v.number = l.current_version
        where l.slug = ${slug}`;
      if (standing?.sha256 === sha256) return { outcome: "present", slug };
      return { outcome: "differs", slug, version: standing?.version ?? null };
    }
    await writeVersion(tx, created.id, 1, owner, letter);
    await tx`
      update letters set state = ${over ? "closed" : "open"}, current_version = 1,
        published_at = coalesce(${letter.publishedOn}::timestamp at time zone 'Europe/Paris', now()),
        closed_at = ${over ? sql`now()` : null}
      where id = ${created.id}`;
    return { outcome: "added", slug };
  });
}
