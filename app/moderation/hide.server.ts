import { forgetComment } from "#app/notices/tell-of-comment.server.ts";
import { renamePinned } from "#app/signatures/pin-signature.server.ts";
import type { Transaction } from "#db/sql.ts";
import type { SubjectKind } from "./reason.ts";

/** Something by its kind and id; a signature's id is enough to know its letter. */
export type Named = { kind: SubjectKind; id: number };

/** Hides something from the public. The caller has found that it is not hidden yet, and holds its row. */
export async function hideSubject(tx: Transaction, { kind, id }: Named, reason: string): Promise<void> {
  switch (kind) {
    case "comment":
      await tx`insert into hidden_words (comment_id, body) select id, body from comments where id = ${id}`;
      await tx`update comments set body = '-', hidden_at = now(), hidden_for = ${reason} where id = ${id}`;
      return forgetComment(tx, id);
    case "letter":
      await tx`
        update letters set hidden_from = state, state = 'hidden', hidden_at = now(), hidden_for = ${reason}
        where id = ${id} and state in ('open', 'closed', 'archived')`;
      return;
    case "organisation":
      await tx`
        insert into hidden_organisations (organisation_id, name, name_key, website, about, logo_sha256)
        select id, name, name_key, website, about, logo_sha256 from organisations where id = ${id}`;
      await tx`
        update organisations set name = '-', name_key = '-', website = '', about = '', logo_sha256 = null, hidden_at = now(),
          hidden_for = ${reason}
        where id = ${id}`;
      // Its name stands on what it signed, too.
      return hideSignatures(tx, tx`organisation_id = ${id} and kind = 'organisation'`, reason, true);
    case "signature":
      return hideSignatures(tx, tx`id = ${id}`, reason, false);
    case "held":
    case "submission":
      throw new Error("a held comment is hidden from everybody already");
  }
}

/** Brings back what was hidden, whole. Nothing happens to what is not hidden. */
export async function showSubject(tx: Transaction, { kind, id }: Named): Promise<void> {
  switch (kind) {
    case "comment":
      await tx`
        update comments c set body = w.body, hidden_at = null, hidden_for = null from hidden_words w
        where w.comment_id = c.id and c.id = ${id}`;
      await tx`delete from hidden_words where comment_id = ${id}`;
      return;
    case "letter":
      await tx`
        update letters set state = hidden_from, hidden_from = null, hidden_at = null, hidden_for = null
        where id = ${id} and state = 'hidden'`;
      return;
    case "organisation":
      await tx`
        update organisations o set name = h.name, name_key = h.name_key, website = h.website, about = h.about,
          logo_sha256 = h.logo_sha256, hidden_at = null, hidden_for = null
        from hidden_organisations h where h.organisation_id = o.id and o.id = ${id}`;
      await tx`delete from hidden_organisations where organisation_id = ${id}`;
      return showSignatures(tx, tx`s.organisation_id = ${id} and s.kind = 'organisation'`, true);
    case "signature":
      return showSignatures(tx, tx`s.id = ${id}`, false);
    case "held":
    case "submission":
      return;
  }
}

async function hideSignatures(
  tx: Transaction,
  which: ReturnType<Transaction>,
  reason: string,
  withOrganisation: boolean,
): Promise<void> {
  await tx`
    insert into hidden_signatures (letter_id, signature_id, with_organisation, hidden_for, wished)
    select s.letter_id, s.id, ${withOrganisation}, ${reason}, s.name_shown or h.wished is true
    from signatures s left join lateral (
      select bool_or(wished) as wished from hidden_signatures where letter_id = s.letter_id and signature_id = s.id) h on true
    where ${which}`;
  const hidden = await tx<{ letterId: number; id: number }[]>`
    update signatures set name_shown = false where ${which} returning letter_id as "letterId", id`;
  await renamePinned(tx, hidden, "");
}

async function showSignatures(
  tx: Transaction,
  which: ReturnType<Transaction>,
  withOrganisation: boolean,
): Promise<void> {
  const shown = await tx<{ letterId: number; id: number; name: string }[]>`
    with ended as (
      delete from hidden_signatures h using signatures s
      where s.letter_id = h.letter_id and s.id = h.signature_id and ${which} and h.with_organisation = ${withOrganisation}
      returning h.letter_id, h.signature_id, h.wished
    )
    select s.letter_id as "letterId", s.id, s.name from ended e
    join signatures s on s.letter_id = e.letter_id and s.id = e.signature_id
    where e.wished and not exists (
      select 1 from hidden_signatures h
      where h.letter_id = e.letter_id and h.signature_id = e.signature_id and h.with_organisation <> ${withOrganisation})`;
  for (const { letterId, id, name } of shown) {
    await tx`update signatures set name_shown = true where letter_id = ${letterId} and id = ${id}`;
    await renamePinned(tx, [{ letterId, id }], name);
  }
}
