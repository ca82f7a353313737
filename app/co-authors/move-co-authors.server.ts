import type { Transaction } from "#db/sql.ts";

/** Moves what was invited or joined in the name of an organisation to the one that it is merged into. */
export async function moveCoAuthors(tx: Transaction, gone: number, kept: number): Promise<void> {
  await tx`update co_authors set organisation_id = ${kept} where organisation_id = ${gone}`;
  await tx`update co_author_events set organisation_id = ${kept} where organisation_id = ${gone}`;
  await tx`
    delete from co_author_invitations g using co_author_invitations k
    where g.organisation_id = ${gone} and k.organisation_id = ${kept} and g.letter_id = k.letter_id`;
  await tx`update co_author_invitations set organisation_id = ${kept} where organisation_id = ${gone}`;
}
