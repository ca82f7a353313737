import { sql } from "#db/sql.ts";
import type { NamedText } from "./named-text.server.ts";
import type { ProvisionKind } from "./provision.ts";

/** What an official answers about: a provision as one revision has it. */
export type AnsweredProvision = {
  text: NamedText;
  id: number;
  slug: string;
  kind: ProvisionKind;
  number: string;
  title: string;
  body: string;
  /** The day of the revision. */
  revision: string;
};

/** A provision in a revision by its day, or else in the newest that has it; null where there is none. */
export async function readAnsweredProvision(
  place: { text: string; provision: string },
  revision: string | null,
): Promise<AnsweredProvision | null> {
  const [found] = await sql<AnsweredProvision[]>`
    select json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'language', t.language) as text,
      p.id, p.slug, s.kind, s.number, s.title, s.body, r.dated as revision
    from doctrine_texts t
    join provisions p on p.text_id = t.id and p.slug = ${place.provision}
    join provision_states s on s.provision_id = p.id
    join revisions r on r.id = s.revision_id
    where t.slug = ${place.text} ${revision === null ? sql`` : sql`and r.dated = ${revision}`}
    order by r.dated desc limit 1`;
  return found ?? null;
}
