import { sql, type Transaction } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import { newVersionMessage } from "#app/mail/version-messages.ts";
import { batch, mailSignatories, nameMark, tokenMark } from "#app/signatures/mail-signatories.server.ts";
import { changesInWords } from "./changes-in-words.ts";
import { readComparison } from "./read-comparison.server.ts";

/** Characters of changes in a mail: about two screens. */
const longestChanges = 4000;

type Round = {
  letterId: number;
  number: number;
  last: number;
  origin: string;
  slug: string;
  title: string;
  reason: string;
};

/**
 * Mails the next signatories of older versions that their letter has a new one. Each gets one mail a version, in
 * their language, with the changes since the text that they signed, however often this ends in the middle: the mails
 * and how far they have come are one transaction.
 * @returns "told" when there may be more of them, "done" when there is nobody to tell
 */
export async function tellSignatories(): Promise<"done" | "told"> {
  return sql.begin(async (tx) => {
    // By chance, so that a letter with a hundred thousand signatories lets others through.
    const [round] = await tx<Round[]>`
      select m.letter_id as "letterId", m.version_number as number, m.last_signature_id as last, m.origin, l.slug,
        v.title, v.reason
      from version_mails m
      join letters l on l.id = m.letter_id
      join letter_versions v on v.letter_id = m.letter_id and v.number = m.version_number
      where m.done_at is null order by random() limit 1 for update of m skip locked`;
    if (!round) return "done";
    const due = await tx<{ id: number; language: Language; signed: number }[]>`
      select id, language, version_number as signed from signatures
      where letter_id = ${round.letterId} and id > ${round.last} and origin = 'form' and email <> ''
        and state in ('confirmed', 'held') and version_number < ${round.number}
        and coalesce(answered_version, 0) < ${round.number}
      order by id limit ${batch}`;
    if (due.length > 0) await writeMails(tx, round, due);
    await tx`
      update version_mails
      set last_signature_id = ${due.at(-1)?.id ?? round.last}, done_at = ${due.length < batch ? sql`now()` : null}
      where letter_id = ${round.letterId} and version_number = ${round.number}`;
    return "told";
  });
}

type Due = { id: number; language: Language; signed: number };

/** Writes a mail for each signature; those in one language that name the same text get the same words. */
async function writeMails(tx: Transaction, round: Round, due: Due[]): Promise<void> {
  const texts = new Map<string, Awaited<ReturnType<typeof writeText>>>();
  const letters = [];
  for (const { id, language, signed } of due) {
    const key = `${language} ${signed}`;
    const text = texts.get(key) ?? (await writeText(round, language, signed));
    texts.set(key, text);
    letters.push({ id, text, version: signed });
  }
  await mailSignatories(tx, round.letterId, "new-version", letters, { informed: false });
}

async function writeText(round: Round, language: Language, signed: number) {
  const comparison = await readComparison(round.letterId, signed, round.number);
  if (!comparison) throw new Error(`letter ${round.letterId} has no version ${signed} or ${round.number}`);
  const { text, cut } = changesInWords(comparison, language, longestChanges);
  const changes = `${round.origin}/letters/${round.slug}/versions/${round.number}/changes`;
  const more = signed === round.number - 1 ? changes : `${changes}?from=${signed}`;
  return newVersionMessage(
    language,
    { name: nameMark, title: round.title, version: round.number, signed },
    round.reason,
    { text, more: cut ? more : null },
    `${round.origin}/signatures/${tokenMark}`,
  );
}
