import { type Fragment, sql } from "#db/sql.ts";
import type { TextOfficial } from "./text-official.ts";

/** As a column of a query over comments `c`: in whose name one is an official answer, as a `TextOfficial`, or null. */
export const officialAnswerColumn = (): Fragment => sql`
  (select json_build_object('organisation',
      case when answering.id is not null
        then json_build_object('id', answering.id, 'slug', answering.slug, 'name', answering.name) end)
    from official_answers given left join organisations answering on answering.id = given.organisation_id
    where given.comment_id = c.id)`;

/** An official answer, far from the thread it stands in. */
export type OfficialAnswer = {
  id: number;
  officialAnswer: TextOfficial;
  /** Null when the account was deleted. */
  author: string | null;
  /** The beginning of what it says, as it was typed. */
  beginning: string;
  createdAt: Date;
};

/** The official answers in the discussion of a provision, the newest first; fifty at most. */
export async function readOfficialAnswers(provisionId: number): Promise<OfficialAnswer[]> {
  return sql<OfficialAnswer[]>`
    select c.id, ${officialAnswerColumn()} as "officialAnswer", a.name as author,
      left(c.body, 400) as beginning, c.created_at as "createdAt"
    from official_answers o join comments c on c.id = o.comment_id join discussions d on d.id = c.discussion_id
    join accounts a on a.id = c.account_id
    where d.provision_id = ${provisionId} and c.deleted_at is null and c.hidden_at is null order by c.id desc limit 50`;
}
