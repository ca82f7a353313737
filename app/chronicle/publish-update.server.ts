import { beginRound } from "#app/notices/begin-round.server.ts";
import { sql } from "#db/sql.ts";
import { lockLetter, mailedTooOften, recordedBefore } from "./lock-letter.server.ts";
import type { Recorded, UpdateForm } from "./record.ts";

/**
 * Publishes an author's news of an open or closed letter and has it mailed to the signatories who asked for it. It
 * cannot be changed afterwards. The same form sent twice publishes once.
 * @param origin where the links of the mails lead
 */
export async function publishUpdate(
  slug: string,
  accountId: number,
  form: UpdateForm,
  origin: string,
): Promise<Recorded> {
  return sql.begin(async (tx) => {
    const letter = await lockLetter(tx, slug, accountId);
    if (!letter?.own) return { outcome: "not-found" as const };
    const refused =
      (await recordedBefore(tx, "letter_updates", letter, accountId, form.key)) ??
      (await mailedTooOften(tx, letter.id, "update"));
    if (refused) return refused;
    const [update = { id: 0 }] = await tx<{ id: number }[]>`
      insert into letter_updates (letter_id, title, body, account_id, submission_key)
      values (${letter.id}, ${form.title}, ${form.body}, ${accountId}, ${form.key}) returning id`;
    await tx`insert into letter_mails (letter_id, update_id, origin) values (${letter.id}, ${update.id}, ${origin})`;
    await beginRound(tx, { kind: "update", letterId: letter.id, updateId: update.id }, accountId);
    return { outcome: "recorded" as const, id: update.id };
  });
}
