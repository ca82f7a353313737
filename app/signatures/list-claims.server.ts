import type { Language } from "#app/languages/language.ts";
import type { Level } from "#app/organisations/mandate.ts";
import { sql } from "#db/sql.ts";

/** What was signed in an organisation's name, or by somebody who says that they belong to it, as its owners see it. */
type Claim = {
  letterId: number;
  id: number;
  slug: string;
  title: string;
  language: Language;
  kind: "organisation" | "person";
  /** Null when a person does not show their name: they say to belong to it, and nobody but they can read it. */
  name: string | null;
  representedBy: string;
  role: string;
  level: Level;
  evidence: string;
  provedAt: Date | null;
  signedAt: Date;
  refused: boolean;
};

/** The newest hundred that stand, its own signatures first. Claims of people who hide their name are not listed: nobody sees them. */
export async function listClaims(organisationId: number): Promise<Claim[]> {
  return sql<Claim[]>`
    select s.letter_id as "letterId", s.id, l.slug, l.title, l.language, s.kind, s.name, s.represented_by as "representedBy",
      s.role, s.level, s.level_evidence as evidence, s.level_proved_at as "provedAt", s.signed_at as "signedAt",
      s.claim_refused_at is not null as refused
    from signatures s join letters l on l.id = s.letter_id and l.state <> 'hidden'
    where s.organisation_id = ${organisationId} and s.state = 'confirmed' and s.level is not null and s.name_shown
    order by s.kind, s.signed_at desc, s.id desc limit 100`;
}
