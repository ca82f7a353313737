-- migrate:up

-- Whether letters and their next versions wait for a moderator before they are published.
alter table pipeline_settings add column hold_letters boolean not null default false;

-- Letters and next versions that their authors submitted for publication. The text itself stays where its author writes
-- it: a moderator releases it at the revision that was submitted, and no other one.
create table submissions (
  id bigint generated always as identity primary key,
  -- Null once the draft was deleted.
  letter_id bigint references letters (id) on delete set null,
  account_id bigint not null references accounts (id),
  version_number integer not null check (version_number > 0),
  revision integer not null,
  -- Hex SHA-256 of what signatories would sign.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Where the links of mails lead that a released version is told with.
  origin text not null default '',
  submitted_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'released', 'refused', 'withdrawn')),
  ended_at timestamptz,
  check ((ended_at is null) = (state = 'waiting'))
);
create unique index submissions_waiting on submissions (letter_id) where state = 'waiting';
create index submissions_letter on submissions (letter_id, id);
create index submissions_account on submissions (account_id);

alter table moderation_cases add column submission_id bigint references submissions (id);
drop index moderation_cases_open;
alter table moderation_cases drop column subject_id;
alter table moderation_cases drop constraint moderation_cases_kind_check;
alter table moderation_cases drop constraint moderation_cases_check1;
alter table moderation_cases add constraint moderation_cases_kind_check
  check (kind in ('comment', 'letter', 'signature', 'organisation', 'held', 'submission'));
alter table moderation_cases add constraint moderation_cases_check1 check (
  (comment_id is not null) = (kind = 'comment') and (signature_id is not null) = (kind = 'signature')
    and (organisation_id is not null) = (kind = 'organisation') and (letter_id is not null) = (kind in ('letter', 'signature'))
    and (held_id is not null) = (kind = 'held') and (submission_id is not null) = (kind = 'submission'));
alter table moderation_cases add column subject_id bigint generated always as (
  case kind when 'comment' then comment_id when 'letter' then letter_id when 'signature' then signature_id
    when 'organisation' then organisation_id when 'held' then held_id else submission_id end) stored not null;
create unique index moderation_cases_open on moderation_cases (kind, subject_id) where closed_at is null;
create index moderation_cases_submission on moderation_cases (submission_id) where submission_id is not null;

-- Added to whatever the log knows by now.
do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into known from pg_constraint
  where conrelid = 'public_log'::regclass and conname = 'public_log_event_check';
  alter table public_log drop constraint public_log_event_check;
  execute format('alter table public_log add constraint public_log_event_check check (%s or event = %L)',
    known, 'letter-refused');
end
$$;

-- migrate:down

delete from public_log where event = 'letter-refused';
delete from moderation_decisions d using moderation_cases k where k.id = d.case_id and k.kind = 'submission';
delete from moderation_cases where kind = 'submission';
drop index moderation_cases_open;
alter table moderation_cases drop column subject_id;
alter table moderation_cases drop constraint moderation_cases_kind_check;
alter table moderation_cases drop constraint moderation_cases_check1;
alter table moderation_cases drop column submission_id;
alter table moderation_cases add constraint moderation_cases_kind_check
  check (kind in ('comment', 'letter', 'signature', 'organisation', 'held'));
alter table moderation_cases add constraint moderation_cases_check1 check (
  (comment_id is not null) = (kind = 'comment') and (signature_id is not null) = (kind = 'signature')
    and (organisation_id is not null) = (kind = 'organisation') and (letter_id is not null) = (kind in ('letter', 'signature'))
    and (held_id is not null) = (kind = 'held'));
alter table moderation_cases add column subject_id bigint generated always as (
  case kind when 'comment' then comment_id when 'letter' then letter_id when 'signature' then signature_id
    when 'organisation' then organisation_id else held_id end) stored not null;
create unique index moderation_cases_open on moderation_cases (kind, subject_id) where closed_at is null;
drop table submissions;
alter table pipeline_settings drop column hold_letters;
