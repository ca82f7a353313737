import { sql } from "#db/sql.ts";
import type { HeldAccount } from "./held-data.ts";

/** What is held of the account with this address, or null when there is none. */
export async function readHeldAccount(email: string): Promise<HeldAccount | null> {
  const [account] = await sql<HeldAccount[]>`
    select a.id, a.name, a.language, a.role, to_json(a.created_at) as "joinedAt",
      a.notice_rhythm as "noticeRhythm",
      coalesce((select json_agg(json_build_object('userAgent', user_agent, 'begunAt', created_at, 'expiresAt', expires_at)
        order by created_at) from sessions where account_id = a.id), '[]') as sessions,
      coalesce((select json_agg(json_build_object('name', name, 'credential', credential, 'backedUp', backed_up,
        'addedAt', added_at, 'usedAt', used_at) order by id) from passkeys where account_id = a.id), '[]') as passkeys,
      (select json_build_object('asked', asked_after_password,
        'recoveryCodes', (select count(*) from recovery_codes c where c.account_id = a.id and used_at is null),
        'recoveryCodesUsed', (select count(*) from recovery_codes c where c.account_id = a.id and used_at is not null))
        from passkey_holders where account_id = a.id) as "secondStep",
      coalesce((select json_agg(json_build_object('at', at, 'way', way, 'browser', browser, 'system', system,
        'network', network) order by id) from sign_ins where account_id = a.id), '[]') as "signIns",
      coalesce((select json_agg(json_build_object('issuer', issuer, 'kind', kind, 'email', email, 'linkedAt', linked_at)
        order by linked_at) from identities where account_id = a.id), '[]') as identities,
      (select json_build_object('siret', siret, 'body', body_name, 'provedAt', proved_at) from officials
        where account_id = a.id) as official,
      coalesce((select json_agg(json_build_object('name', o.name, 'role', m.role, 'joinedAt', m.joined_at) order by o.name)
        from organisation_members m join organisations o on o.id = m.organisation_id where m.account_id = a.id), '[]')
        as organisations,
      coalesce((select json_agg(json_build_object('organisation', o.name, 'level', d.level, 'evidence', d.evidence,
        'grantedAt', d.granted_at, 'endedAt', d.ended_at) order by d.granted_at)
        from mandates d join organisations o on o.id = d.organisation_id where d.account_id = a.id), '[]') as mandates,
      coalesce((select json_agg(json_build_object('slug', l.slug, 'title', l.title, 'state', l.state, 'role', c.role,
        'joinedAt', c.joined_at) order by c.joined_at)
        from co_authors c join letters l on l.id = c.letter_id where c.account_id = a.id), '[]') as letters,
      coalesce((select json_agg(json_build_object('id', c.id, 'stance', c.stance, 'writtenAt', c.created_at,
        'body', coalesce((select p.body from partly_hidden p where p.comment_id = c.id),
          (select w.body from hidden_words w where w.comment_id = c.id), c.body),
        'passage', (select p.exact from annotations p where p.comment_id = c.id),
        'earlier', coalesce((select json_agg(e.body order by e.number) from comment_edits e where e.comment_id = c.id), '[]'))
        order by c.id) from comments c where c.account_id = a.id), '[]') as comments,
      coalesce((select json_agg(json_build_object('body', body, 'state', state, 'reasons', reasons, 'heldAt', held_at)
        order by id) from held_comments where account_id = a.id), '[]') as "heldComments",
      coalesce((select json_agg(json_build_object('comment', comment_id, 'agrees', agrees, 'at', voted_at) order by voted_at)
        from comment_votes where account_id = a.id), '[]') as votes,
      coalesce((select json_agg(json_build_object('comment', comment_id, 'name', name) order by comment_id)
        from comment_mentions where account_id = a.id), '[]') as mentions,
      coalesce((select json_agg(json_build_object('letter', l.title, 'body', c.body, 'writtenAt', c.created_at) order by c.id)
        from margin_comments c join margin_threads t on t.id = c.thread_id join letters l on l.id = t.letter_id
        where c.account_id = a.id), '[]') as "marginComments",
      coalesce((select json_agg(json_build_object('letter', l.title, 'reason', i.reason, 'note', i.note, 'madeAt', i.made_at)
        order by i.id) from invalidations i join letters l on l.id = i.letter_id where i.made_by = a.id), '[]')
        as invalidations,
      coalesce((select json_agg(json_build_object('organisation', o.name, 'event', e.event, 'subject', e.subject, 'at', e.at)
        order by e.id) from organisation_events e join organisations o on o.id = e.organisation_id
        where a.id in (e.actor_id, e.account_id)), '[]') as "organisationLog",
      coalesce((select json_agg(json_build_object('letter', l.title, 'event', e.event, 'at', e.at) order by e.id)
        from co_author_events e join letters l on l.id = e.letter_id where a.id in (e.actor_id, e.account_id)), '[]')
        as "letterLog",
      coalesce((select json_agg(json_build_object('decision', decision, 'reason', reason, 'statement', statement,
        'passages', passages, 'law', law, 'at', decided_at, 'contest', contest) order by id) from moderation_decisions where concerned_id = a.id), '[]') as decisions,
      coalesce((select json_agg(json_build_object('kind', kind, 'at', created_at, 'readAt', read_at) order by id)
        from notices where account_id = a.id), '[]') as notices,
      coalesce((select json_agg(json_build_object('letter', l.title, 'text', d.title, 'thread', s.thread_id,
        'organisation', o.name, 'rhythm', s.rhythm) order by s.id) from subscriptions s
        left join letters l on l.id = s.letter_id left join doctrine_texts d on d.id = s.text_id
        left join organisations o on o.id = s.organisation_id where s.account_id = a.id), '[]') as subscriptions
    from accounts a where a.email = ${email} and a.deleted_at is null`;
  return account ?? null;
}
