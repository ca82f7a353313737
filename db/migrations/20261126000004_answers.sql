-- migrate:up

-- Who may answer for a text: an account, or everybody who may speak for an organisation.
create table text_officials (
  id bigint generated always as identity primary key,
  text_id bigint not null references doctrine_texts (id),
  account_id bigint references accounts (id),
  organisation_id bigint references organisations (id),
  marked_by bigint not null references accounts (id),
  marked_at timestamptz not null default now(),
  ended_by bigint references accounts (id),
  ended_at timestamptz,
  check (num_nonnulls(account_id, organisation_id) = 1),
  check ((ended_by is null) = (ended_at is null))
);
create unique index text_officials_account on text_officials (account_id, text_id) where ended_at is null;
create unique index text_officials_organisation on text_officials (organisation_id, text_id) where ended_at is null;
create index text_officials_text on text_officials (text_id);
create index text_officials_marked_by on text_officials (marked_by);
create index text_officials_ended_by on text_officials (ended_by);

-- A reply that its author gave as an official of the text.
create table official_answers (
  comment_id bigint primary key references comments (id),
  text_id bigint not null references doctrine_texts (id),
  -- For which organisation; null when the account itself is marked.
  organisation_id bigint references organisations (id)
);
create index official_answers_text on official_answers (text_id);
create index official_answers_organisation on official_answers (organisation_id);

-- The official's answer to what was said of a provision. The newest stands, earlier ones stay readable.
create table dispositions (
  id bigint generated always as identity primary key,
  provision_id bigint not null references provisions (id),
  -- The state that it speaks of.
  revision_id bigint not null references revisions (id),
  decision text not null check (decision in ('accepted', 'partly-accepted', 'rejected', 'noted')),
  reasons text not null check (length(reasons) between 1 and 10000),
  account_id bigint not null references accounts (id),
  organisation_id bigint references organisations (id),
  -- Guards against a double click: the same form posts the same key.
  submission_key uuid not null unique,
  made_at timestamptz not null default now()
);
create index dispositions_provision on dispositions (provision_id, id);
create index dispositions_revision on dispositions (revision_id);
create index dispositions_account on dispositions (account_id);
create index dispositions_organisation on dispositions (organisation_id);

-- When comments on a text are taken. A text that never had a consultation takes them at any time.
create table consultations (
  id bigint generated always as identity primary key,
  text_id bigint not null references doctrine_texts (id),
  title text not null check (length(title) between 1 and 200),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  -- Closed before its day.
  closed_by bigint references accounts (id),
  closed_at timestamptz,
  check (closes_at > opens_at),
  check ((closed_by is null) = (closed_at is null))
);
create index consultations_text on consultations (text_id, opens_at);
create index consultations_opened_by on consultations (opened_by);
create index consultations_closed_by on consultations (closed_by);

create trigger text_officials_tell_change after insert or update on text_officials for each row
  execute function tell_text_change();
create trigger consultations_tell_change after insert or update on consultations for each row
  execute function tell_text_change();
create trigger official_answers_tell_change after insert on official_answers for each row
  execute function tell_text_change();
create trigger dispositions_tell_change after insert on dispositions for each row
  execute function tell_cited_text();

alter table public_log add column text_id bigint references doctrine_texts (id);
create index public_log_text on public_log (text_id);
alter table public_log drop constraint public_log_event_check;
alter table public_log add constraint public_log_event_check check (event in
  ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged',
   'revision-imported', 'official-marked', 'official-unmarked', 'consultation-opened', 'consultation-closed'));

-- migrate:down

delete from public_log where event in
  ('revision-imported', 'official-marked', 'official-unmarked', 'consultation-opened', 'consultation-closed');
alter table public_log drop constraint public_log_event_check;
alter table public_log add constraint public_log_event_check check (event in
  ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged'));
alter table public_log drop column text_id;
drop table consultations, dispositions, official_answers, text_officials;
