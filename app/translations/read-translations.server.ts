import { roleIn } from "#app/co-authors/authorship.server.ts";
import { type CoAuthorRole, writingRoles } from "#app/co-authors/co-author.ts";
import { hashText, type SignedText } from "#app/letters/version.ts";
import { sql, type Transaction } from "#db/sql.ts";
import { isPublished, type ListedTranslation, standingOf, type Translation } from "./translation.ts";

/** A letter with its translations, as those who write them need it. */
type TranslatedLetter = SignedText & {
  id: number;
  slug: string;
  role: CoAuthorRole;
  /** False once it is published: then all of this is about its next version. */
  draft: boolean;
  /** The name (hashText) of the original as it is now. */
  sha256: string;
  translations: (Translation & { standing: ListedTranslation["standing"] })[];
};

/**
 * The original of a draft, or of the next version of a letter that takes signatures, with its translations in the order
 * of their languages. Null where there is none for this account: co-authors see those of a draft, and only those who
 * write see what a next version will be.
 */
export async function readTranslatedLetter(
  slug: string,
  accountId: number,
): Promise<TranslatedLetter | null> {
  const role = await roleIn(slug, accountId);
  if (!role) return null;
  const [letter] = await sql<Omit<TranslatedLetter, "sha256" | "translations">[]>`
    select l.id, l.slug, l.language, l.state = 'draft' as draft, ${role}::text as role,
      coalesce(r.title, v.title, l.title) as title,
      coalesce(r.document, v.signed -> 'document', l.draft) as document
    from letters l
    left join letter_versions v on v.letter_id = l.id and v.number = l.current_version
    left join letter_revisions r on r.letter_id = l.id
    where l.slug = ${slug} and (l.state = 'draft' or l.state = 'open'
      and (l.closes_on is null or l.closes_on >= (now() at time zone 'Europe/Paris')::date))`;
  if (!letter || (!letter.draft && !writingRoles.includes(role))) return null;
  const sha256 = await hashText(letter);
  const translations = await listTranslations(letter.id, sha256);
  return { ...letter, sha256, translations };
}

/**
 * The translations of a letter that are being written, in the order of their languages. One in the language of the
 * original, which was another one when it was written, is none.
 * @param original the name (hashText) of the original that they are compared with
 */
export async function listTranslations(
  letterId: number,
  original: string,
  tx: Transaction | typeof sql = sql,
): Promise<TranslatedLetter["translations"]> {
  const translations = await tx<Translation[]>`
    select t.language, t.title, t.document, t.original_sha256 as "originalSha256", t.left_out as "leftOut", t.revision,
      t.edited_at as "editedAt", a.name as "editedBy"
    from letter_translations t
    join letters l on l.id = t.letter_id and l.language <> t.language
    left join accounts a on a.id = t.edited_by
    where t.letter_id = ${letterId} order by t.language`;
  return translations.map((each) => ({ ...each, standing: standingOf(each, original) }));
}

/** The translations that a version made of this original would hold. */
export async function translationsToPublish(
  letterId: number,
  original: SignedText,
  tx: Transaction | typeof sql = sql,
): Promise<TranslatedLetter["translations"]> {
  return (await listTranslations(letterId, await hashText(original), tx)).filter(isPublished);
}
