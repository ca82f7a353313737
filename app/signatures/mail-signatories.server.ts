import { randomBytes } from "node:crypto";
import { hashToken, newToken } from "#app/accounts/secret.server.ts";
import type { Transaction } from "#db/sql.ts";

/** Signatories told in one transaction: what is lost when it fails is done again, what it did is done once. */
export const batch = 500;

// Stand in a mail's text for what differs from one signatory to the next. Nobody can write them into a letter or a name.
const [nameMark, tokenMark] = [0, 1].map(() => `mark${randomBytes(12).toString("hex")}`) as [string, string];
/** What a text says where the signatory's name, and the secret of the link to their signature, belong. */
export { nameMark, tokenMark };

type Text = { subject: string; body: string };
type Due = {
  id: number;
  text: Text;
  /** The version that the text speaks of: a signature that names another one by now gets no mail. 0 for any. */
  version: number;
};

/**
 * Writes a mail and the secret of its links for each signature that stands, in one statement.
 * @param due those with the same text hold the same object
 * @param wish.informed whether only those get it who asked to be kept informed
 */
export async function mailSignatories(
  tx: Transaction,
  letterId: number,
  kind: string,
  due: Due[],
  wish: { informed: boolean },
): Promise<void> {
  const texts = [...new Set(due.map(({ text }) => text))];
  const places = new Map(texts.map((text, index) => [text, index + 1]));
  const tokens = due.map(() => newToken());
  await tx`
    with text as (
      select * from unnest(${texts.map(({ subject }) => subject)}::text[], ${texts.map(({ body }) => body)}::text[])
        with ordinality as text (subject, body, place)
    ), due as (
      select s.letter_id, s.id, s.email, s.name, s.language, secret.token, secret.hash, text.subject, text.body
      from unnest(${due.map(({ id }) => id)}::bigint[], ${due.map(({ text }) => places.get(text) ?? 0)}::int[],
          ${due.map(({ version }) => version)}::int[], ${tokens}::text[], ${tokens.map(hashToken)}::text[])
        as secret (id, place, version, token, hash)
      join signatures s on s.letter_id = ${letterId} and s.id = secret.id
      join text on text.place = secret.place
      where s.state in ('confirmed', 'held') and secret.version in (0, s.version_number)
        and s.email <> '' and (s.keep_informed or not ${wish.informed}::boolean)
      -- Who erases or withdraws meanwhile comes before this or waits for it, and then finds the mail to take along.
      order by s.id for share of s
    ), token as (
      insert into signature_tokens (token_hash, letter_id, signature_id) select hash, letter_id, id from due
    )
    insert into mails (kind, to_address, language, subject, body, to_queue)
    select ${kind}, email, language, subject,
      replace(replace(body, ${nameMark}, name), ${tokenMark}, token), ${Boolean(process.env.SMTP_URL)}
    from due order by id`;
}
