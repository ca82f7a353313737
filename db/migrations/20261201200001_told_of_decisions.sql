-- migrate:up

-- An account is told of what was decided about its words and of its reports, of comments that are held, of dispositions
-- and official answers on rules that it answered, and of letters that an organisation published.
alter table notices
  add column decision_id bigint references moderation_decisions (id) on delete cascade,
  add column held_id bigint references held_comments (id) on delete cascade,
  add column disposition_id bigint references dispositions (id) on delete cascade,
  drop constraint notices_kind_check,
  add constraint notices_kind_check check (kind in ('reply', 'mention', 'official-answer', 'thread', 'version', 'update',
    'letter-reply', 'milestone', 'closing', 'revision', 'consultation', 'organisation-signed',
    'decision', 'decision-undone', 'contest-answered', 'report-decided', 'comment-held', 'comment-released',
    'disposition', 'rule-answer', 'organisation-published')),
  drop constraint notices_check,
  add constraint notices_check check (num_nonnulls(letter_id, text_id, thread_id, decision_id, held_id) = 1),
  drop constraint notices_account_id_kind_letter_id_number_comment_id_update__key,
  add constraint notices_once unique nulls not distinct (account_id, kind, letter_id, number, comment_id, update_id, reply_id,
    revision_id, consultation_id, organisation_id, decision_id, held_id, disposition_id);
create index notices_decision on notices (decision_id) where decision_id is not null;
create index notices_held on notices (held_id) where held_id is not null;
create index notices_disposition on notices (disposition_id) where disposition_id is not null;

alter table notice_rounds
  add column disposition_id bigint references dispositions (id) on delete cascade,
  add column organisation_id bigint references organisations (id) on delete cascade,
  drop constraint notice_rounds_kind_letter_id_number_comment_id_update_id_re_key,
  add constraint notice_rounds_once unique nulls not distinct (kind, letter_id, number, comment_id, update_id, reply_id,
    revision_id, consultation_id, disposition_id, organisation_id);
create index notice_rounds_disposition on notice_rounds (disposition_id) where disposition_id is not null;
create index notice_rounds_organisation on notice_rounds (organisation_id) where organisation_id is not null;

-- migrate:down

delete from notices where kind in ('decision', 'decision-undone', 'contest-answered', 'report-decided', 'comment-held',
  'comment-released', 'disposition', 'rule-answer', 'organisation-published');
delete from notice_rounds where kind in ('disposition', 'rule-answer', 'organisation-published');
alter table notice_rounds
  drop constraint notice_rounds_once,
  drop column disposition_id,
  drop column organisation_id,
  add constraint notice_rounds_kind_letter_id_number_comment_id_update_id_re_key unique nulls not distinct (kind, letter_id,
    number, comment_id, update_id, reply_id, revision_id, consultation_id);
alter table notices
  drop constraint notices_once,
  drop constraint notices_check,
  drop column decision_id,
  drop column held_id,
  drop column disposition_id,
  add constraint notices_check check (num_nonnulls(letter_id, text_id, thread_id) = 1),
  add constraint notices_account_id_kind_letter_id_number_comment_id_update__key unique nulls not distinct (account_id, kind,
    letter_id, number, comment_id, update_id, reply_id, revision_id, consultation_id, organisation_id),
  drop constraint notices_kind_check,
  add constraint notices_kind_check check (kind in ('reply', 'mention', 'official-answer', 'thread', 'version', 'update',
    'letter-reply', 'milestone', 'closing', 'revision', 'consultation', 'organisation-signed'));
