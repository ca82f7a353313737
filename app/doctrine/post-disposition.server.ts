import { type Restricted, restrictionOf } from "#app/moderation/restriction.server.ts";
import { beginRound } from "#app/notices/begin-round.server.ts";
import { sql } from "#db/sql.ts";
import type { DispositionForm } from "./disposition.ts";
import { lockOfficial } from "./official-for.server.ts";

/**
 * Posts a disposition for a provision as it stands in one revision. The newest stands; earlier ones stay readable. Those
 * who commented on the provision, and who follows the text, are told. The same `key` posts once, however often it is sent.
 * @param form.provision the provision that the form was shown for; nothing is asked when it is left out
 * @returns `moved` when that is another one, with its present address; `revision-gone` when the provision is not in that revision; `stale-form` when the key is somebody else's; `restricted` when moderation paused or barred the account
 */
export async function postDisposition(
  provisionId: number,
  accountId: number,
  form: DispositionForm,
): Promise<
  | { outcome: "posted" | "not-found" | "not-official" | "revision-gone" | "stale-form" }
  | Restricted
  | { outcome: "moved"; to: { text: string; provision: string } }
> {
  return sql.begin(async (tx) => {
    const [provision] = await tx<{ id: number; textId: number }[]>`
      select id, text_id as "textId" from provisions where id = ${provisionId}`;
    if (!provision) return { outcome: "not-found" as const };
    if (form.provision !== undefined && form.provision !== provision.id) {
      const [to] = await tx<{ text: string; provision: string }[]>`
        select t.slug as text, p.slug as provision
        from provisions p join doctrine_texts t on t.id = p.text_id where p.id = ${form.provision}`;
      return to ? { outcome: "moved" as const, to } : { outcome: "not-found" as const };
    }
    const official = await lockOfficial(tx, provision.textId, accountId);
    if (!official) return { outcome: "not-official" as const };
    const restriction = await restrictionOf(tx, accountId);
    if (restriction) return restriction;
    const [state] = await tx<{ revisionId: number }[]>`
      select s.revision_id as "revisionId" from provision_states s join revisions r on r.id = s.revision_id
      where s.provision_id = ${provision.id} and r.dated = ${form.revision}`;
    if (!state) return { outcome: "revision-gone" as const };
    const [made] = await tx<{ id: number }[]>`
      insert into dispositions (provision_id, revision_id, decision, reasons, account_id, organisation_id, submission_key)
      values (${provision.id}, ${state.revisionId}, ${form.decision}, ${form.reasons}, ${accountId},
        ${official.organisation?.id ?? null}, ${form.key})
      on conflict (submission_key) do nothing returning id`;
    if (made) {
      const { textId } = provision;
      await beginRound(tx, { kind: "disposition", textId, dispositionId: made.id }, accountId);
      return { outcome: "posted" as const };
    }
    const own = await tx`
      select 1 from dispositions
      where submission_key = ${form.key} and account_id = ${accountId} and provision_id = ${provision.id}`;
    return { outcome: own.count > 0 ? ("posted" as const) : ("stale-form" as const) };
  });
}
