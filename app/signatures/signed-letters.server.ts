import { sql } from "#db/sql.ts";

export type SignedLetter = {
  id: number;
  slug: string;
  title: string;
  language: string;
  /** How it was proved that the person might sign for the organisation. */
  level: "mailed" | "domain" | "countersigned" | "federated" | null;
  signedAt: Date;
};

/** The letters that carry an organisation's public signature, the twenty it signed last. */
export async function readSignedLetters(organisationId: number): Promise<SignedLetter[]> {
  return sql<SignedLetter[]>`
    select l.id, l.slug, l.title, l.language, s.level, s.signed_at as "signedAt"
    from signatures s join letters l on l.id = s.letter_id
    where s.organisation_id = ${organisationId} and s.kind = 'organisation' and s.state = 'confirmed' and s.name_shown
      and l.state not in ('draft', 'hidden')
    order by s.signed_at desc, s.id desc limit 20`;
}
