import { sql } from "#db/sql.ts";
import type { Language } from "#app/languages/language.ts";
import type { Decision } from "./disposition.ts";
import type { ProvisionKind } from "./provision.ts";

/** What happened to a text, the newest first, fifty of a kind at most. */
export type TextNews = {
  revisions: { dated: string; title: string; at: Date }[];
  /** Letters whose current version cites it, since the first of their versions that did. */
  letters: {
    id: number;
    slug: string;
    title: string;
    authorName: string;
    summary: string;
    language: Language;
    at: Date;
  }[];
  dispositions: {
    id: number;
    decision: Decision;
    reasons: string;
    at: Date;
    /** The organisation that answered, null when it was a person. */
    organisation: string | null;
    /** The provision as the revision that was read calls it; its address is that of now. */
    address: string;
    kind: ProvisionKind;
    number: string;
    title: string;
  }[];
};

/** What a text's feed tells: its revisions, the letters that cite it, and what officials decided. */
export async function readTextNews(textId: number): Promise<TextNews> {
  const [revisions, letters, dispositions] = await Promise.all([
    sql<TextNews["revisions"]>`
      select dated, title, created_at as at from revisions where text_id = ${textId} order by dated desc limit 50`,
    sql<TextNews["letters"]>`
      select l.id, l.slug, l.title, l.author_name as "authorName", l.summary, l.language, min(v.published_at) as at
      from provisions p join citations c on c.provision_id = p.id
      join letter_versions v on v.letter_id = c.letter_id and v.number = c.version_number
      join letters l on l.id = c.letter_id and l.state not in ('draft', 'hidden')
      where p.text_id = ${textId}
      group by l.id having bool_or(c.version_number = l.current_version)
      order by at desc, l.id desc limit 50`,
    sql<TextNews["dispositions"]>`
      select d.id, d.decision, d.reasons, d.made_at as at, o.name as organisation, p.slug as address,
        s.kind, s.number, s.title
      from provisions p join dispositions d on d.provision_id = p.id
      join provision_states s on s.provision_id = p.id and s.revision_id = d.revision_id
      left join organisations o on o.id = d.organisation_id
      where p.text_id = ${textId} order by d.id desc limit 50`,
  ]);
  return { revisions, letters, dispositions };
}
