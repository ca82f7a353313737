import type { Language } from "#app/languages/language.ts";
import { newReplyMessage, newUpdateMessage } from "#app/mail/chronicle-messages.ts";
import { batch, mailSignatories, nameMark, tokenMark } from "#app/signatures/mail-signatories.server.ts";
import { sql } from "#db/sql.ts";

/** Characters of a reply in a mail: about two screens. */
const longestReply = 4000;

type Round = {
  id: number;
  letterId: number;
  last: number;
  origin: string;
  /** As text, for a Date would lose the microseconds. */
  begunAt: string;
  slug: string;
  title: string;
  author: string;
  update: { id: number; title: string; body: string } | null;
  reply: {
    id: number;
    name: string;
    office: string;
    day: string;
    body: string;
    address: string;
    /** The official's body, null when the author recorded it. */
    official: string | null;
  } | null;
};

/**
 * Mails the next signatories of a letter its author's update, or what an addressee replied: those who asked to be kept
 * informed and had confirmed when it was published. Each gets one mail of it, in their language, however often this ends
 * in the middle: the mails and how far they have come are one transaction.
 * @returns "told" when there may be more of them, "done" when there is nobody to tell
 */
export async function tellNews(): Promise<"done" | "told"> {
  return sql.begin(async (tx) => {
    // By chance, so that a letter with a hundred thousand signatories lets others through.
    const [round] = await tx<Round[]>`
      select m.id, m.letter_id as "letterId", m.last_signature_id as last, m.origin, m.begun_at::text as "begunAt", l.slug,
        l.title, l.author_name as author,
        case when u.id is not null then json_build_object('id', u.id, 'title', u.title, 'body', u.body) end as update,
        case when r.id is not null then json_build_object('id', r.id, 'name', r.name, 'office', r.office,
          'day', r.replied_on, 'body', r.body, 'address', r.address,
          'official', coalesce(nullif(r.official ->> 'body', ''), r.official ->> 'siret')) end as reply
      from letter_mails m
      join letters l on l.id = m.letter_id
      left join letter_updates u on u.id = m.update_id
      left join letter_replies r on r.id = m.reply_id
      where m.done_at is null order by random() limit 1 for update of m skip locked`;
    if (!round) return "done";
    // Who is held must not see a difference (app/signatures/suspicion.ts).
    const due = await tx<{ id: number; language: Language }[]>`
      select id, language from signatures
      where letter_id = ${round.letterId} and id > ${round.last} and origin = 'form' and email <> '' and keep_informed
        and state in ('confirmed', 'held') and confirmed_at <= ${round.begunAt}::text::timestamptz
      order by id limit ${batch}`;
    if (due.length > 0) {
      const texts = { en: writeText(round, "en"), fr: writeText(round, "fr") };
      const letters = due.map(({ id, language }) => ({ id, text: texts[language], version: 0 }));
      await mailSignatories(tx, round.letterId, texts.en.kind, letters, { informed: true });
    }
    await tx`
      update letter_mails
      set last_signature_id = ${due.at(-1)?.id ?? round.last}, done_at = ${due.length < batch ? sql`now()` : null}
      where id = ${round.id}`;
    return "told";
  });
}

function writeText(round: Round, language: Language) {
  const { slug, title, author, update, reply, origin } = round;
  const letter = `${origin}/letters/${slug}`;
  const own = `${origin}/signatures/${tokenMark}#informed`;
  const values = { name: nameMark, title, author };
  if (update) {
    const links = { page: `${letter}/updates/${update.id}`, letter, own };
    return newUpdateMessage(language, values, update, links);
  }
  if (!reply) throw new Error(`the mails ${round.id} are about nothing`);
  const links = { page: `${letter}/replies/${reply.id}`, letter, own };
  return newReplyMessage(language, values, { ...reply, body: shortened(reply.body) }, links);
}

/** A text that is too long for a mail ends at a word; the page has all of it. */
function shortened(text: string): string {
  if (text.length <= longestReply) return text;
  return `${text.slice(0, longestReply).replace(/\s+\S*$/u, "")} …`;
}
