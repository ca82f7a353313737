import type { Decision } from "#app/doctrine/disposition.ts";
import { boundSpeakers } from "#app/organisations/read-mandate.server.ts";
import { sql } from "#db/sql.ts";
import type { ConsultedComment } from "./export-consultation.ts";

const batchSize = 500;

type Row = Omit<ConsultedComment, "organisation"> & { authorId: number };

/**
 * Every comment of a consultation, in the order of time, in batches: those posted in its window, and official answers in
 * the threads that began there, whenever they were given. Deleted ones keep their place, without words and author.
 */
export async function* consultedComments(consultationId: number): AsyncGenerator<ConsultedComment[]> {
  for (let after = 0; ;) {
    const rows = await readBatch(consultationId, after);
    const last = rows.at(-1);
    if (!last) return;
    const named = rows.flatMap(({ author, authorId }) => (author === null ? [] : [authorId]));
    const speakers = new Map(
      (await boundSpeakers([...new Set(named)])).map((speaker) => [speaker.accountId, speaker]),
    );
    yield rows.map(({ authorId, ...comment }) => {
      const speaker = comment.author === null ? undefined : speakers.get(authorId);
      const { slug = "", name = "" } = speaker?.organisation ?? {};
      return { ...comment, organisation: speaker ? { slug, name, level: speaker.level } : null };
    });
    if (rows.length < batchSize) return;
    after = last.id;
  }
}

async function readBatch(consultationId: number, after: number): Promise<Row[]> {
  return sql<Row[]>`
    with given as (
      select w.text_id, w.opens_at, least(w.closes_at, w.closed_at) as ends_at
      from consultations w where w.id = ${consultationId}
    ), batch as (
      select c.* from given w
      join provisions p on p.text_id = w.text_id join discussions d on d.provision_id = p.id and d.last_comment_id > ${after}
      cross join lateral (
        select c.*, d.provision_id from comments c
        left join comments root on root.id = c.root_id
        where c.discussion_id = d.id and c.id > ${after} and (
          (c.created_at >= w.opens_at and c.created_at < w.ends_at)
          or (root.created_at >= w.opens_at and root.created_at < w.ends_at
            and exists (select 1 from official_answers o where o.comment_id = c.id)))
        order by c.id limit ${batchSize}
      ) c
      order by c.id limit ${batchSize}
    )
    select c.id, c.parent_id as "parentId", p.slug as address, s.number, c.account_id as "authorId", c.stance,
      case when c.deleted_at is null and c.hidden_at is null then a.name end as author,
      case when c.deleted_at is null and c.hidden_at is null then c.body else '' end as body, c.hidden_for as "hiddenFor",
      c.agree_count as agree, c.disagree_count as disagree, c.created_at as "createdAt", c.edited_at as "editedAt",
      c.deleted_at as "deletedAt",
      (select coalesce(org.name, '') from official_answers o left join organisations org on org.id = o.organisation_id
        where o.comment_id = c.id) as "officialAnswer",
      (select json_build_object('exact', n.exact, 'revision', r.dated) from annotations n
        join revisions r on r.id = n.revision_id where n.comment_id = c.id and c.deleted_at is null and c.hidden_at is null) as quote
    from batch c
    join accounts a on a.id = c.account_id
    join provisions p on p.id = c.provision_id
    join lateral (
      select s.number from provision_states s join revisions r on r.id = s.revision_id
      where s.provision_id = p.id order by r.dated desc limit 1) s on true
    order by c.id`;
}

/** A disposition for a provision that was commented in a consultation, as it is handed on. */
export type ConsultedDisposition = {
  provision: string;
  decision: Decision;
  reasons: string;
  organisation: string;
  revision: string;
  made_at: Date;
};

/** Every disposition, the standing and the earlier ones, of the provisions that have comments of a consultation. */
export async function consultedDispositions(consultationId: number): Promise<ConsultedDisposition[]> {
  return sql<ConsultedDisposition[]>`
    select coalesce(nullif(s.number, ''), p.slug) as provision, x.decision, x.reasons, coalesce(o.name, '') as organisation,
      r.dated as revision, x.made_at
    from consultations w
    join provisions p on p.text_id = w.text_id join discussions d on d.provision_id = p.id
    join dispositions x on x.provision_id = p.id
    join revisions r on r.id = x.revision_id
    join provision_states s on s.provision_id = p.id and s.revision_id = x.revision_id
    left join organisations o on o.id = x.organisation_id
    where w.id = ${consultationId} and exists (
      select 1 from comments c where c.discussion_id = d.id and c.created_at >= w.opens_at
        and c.created_at < least(w.closes_at, w.closed_at))
    order by (
      select n.position from provision_states n join revisions nr on nr.id = n.revision_id
      where n.provision_id = p.id order by nr.dated desc limit 1
    ), p.id, x.id`;
}
