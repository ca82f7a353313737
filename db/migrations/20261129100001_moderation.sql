-- migrate:up

-- The words of a comment that moderation hid. They are moved here, out of every query that reads comments; their
-- author and moderators read them. What a hidden comment keeps in `body` is a dash.
alter table comments
  add column hidden_at timestamptz,
  add column hidden_for text,
  add column locked_at timestamptz,
  add constraint comments_hidden_check check (
    (hidden_at is null) = (hidden_for is null) and (hidden_at is null or (body = '-' and deleted_at is null))),
  add constraint comments_locked_check check (locked_at is null or depth = 0);
create table hidden_words (
  comment_id bigint primary key references comments (id),
  body text not null check (length(body) between 1 and 10000)
);

create table moderation_cases (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('comment', 'letter', 'signature', 'organisation')),
  comment_id bigint references comments (id),
  letter_id bigint references letters (id),
  signature_id bigint,
  organisation_id bigint references organisations (id),
  subject_id bigint generated always as (
    case kind when 'comment' then comment_id when 'letter' then letter_id when 'signature' then signature_id
      else organisation_id end) stored not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  report_count integer not null default 0 check (report_count >= 0),
  decision_count integer not null default 0 check (decision_count >= 0),
  claimed_by bigint references accounts (id),
  claimed_at timestamptz,
  foreign key (letter_id, signature_id) references signatures (letter_id, id) on delete cascade,
  check ((claimed_by is null) = (claimed_at is null)),
  check ((comment_id is not null) = (kind = 'comment') and (signature_id is not null) = (kind = 'signature')
    and (organisation_id is not null) = (kind = 'organisation') and (letter_id is not null) = (kind in ('letter', 'signature')))
);
-- One open case a subject: reports gather in it.
create unique index moderation_cases_open on moderation_cases (kind, subject_id) where closed_at is null;
create index moderation_cases_queue on moderation_cases (report_count desc, id) where closed_at is null;
create index moderation_cases_closed on moderation_cases (closed_at desc, id desc) where closed_at is not null;
create index moderation_cases_comment on moderation_cases (comment_id) where comment_id is not null;
create index moderation_cases_letter on moderation_cases (letter_id, signature_id) where letter_id is not null;
create index moderation_cases_organisation on moderation_cases (organisation_id) where organisation_id is not null;
create index moderation_cases_claimed on moderation_cases (claimed_by) where claimed_by is not null;

create table reports (
  id bigint generated always as identity primary key,
  case_id bigint not null references moderation_cases (id) on delete cascade,
  -- Who it is from: an account, an address, or, when neither is known, the form that was sent.
  reporter text not null check (length(reporter) <= 300),
  account_id bigint references accounts (id),
  name text not null default '' check (length(name) <= 120),
  email text check (email = lower(email) and length(email) <= 254),
  language text not null check (language in ('en', 'fr')),
  reason text not null,
  explanation text not null default '' check (length(explanation) <= 4000),
  made_at timestamptz not null default now(),
  unique (case_id, reporter)
);
create index reports_account on reports (account_id) where account_id is not null;
create index reports_made on reports (made_at);

create table moderation_decisions (
  id bigint generated always as identity primary key,
  case_id bigint not null references moderation_cases (id) on delete cascade,
  submission_key uuid not null unique,
  decision text not null check (decision in ('keep', 'hide', 'warn', 'lock', 'pause', 'bar')),
  reason text not null,
  statement text not null default '' check (length(statement) <= 4000),
  -- Whose words it is about, when they have an account.
  concerned_id bigint references accounts (id),
  decided_by bigint not null references accounts (id),
  decided_at timestamptz not null default now(),
  -- When a pause ends by itself.
  until timestamptz,
  undone_at timestamptz,
  undone_by bigint references accounts (id),
  contested_at timestamptz,
  contest text check (length(contest) between 1 and 4000),
  answer text check (answer in ('uphold', 'overturn')),
  answer_text text not null default '' check (length(answer_text) <= 4000),
  answered_at timestamptz,
  answered_by bigint references accounts (id),
  check ((decision = 'pause') = (until is not null)),
  check ((undone_at is null) = (undone_by is null)),
  check ((contested_at is null) = (contest is null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer is null or contest is not null),
  -- A contest is answered by another person than who decided (Regulation (EU) 2022/2065, article 20).
  check (answered_by <> decided_by)
);
create index moderation_decisions_case on moderation_decisions (case_id);
create index moderation_decisions_concerned on moderation_decisions (concerned_id) where concerned_id is not null;
create index moderation_decisions_restricting on moderation_decisions (concerned_id)
  where decision in ('pause', 'bar') and undone_at is null;
create index moderation_decisions_contested on moderation_decisions (contested_at)
  where contested_at is not null and answered_at is null and undone_at is null;
create index moderation_decisions_decided_by on moderation_decisions (decided_by);
create index moderation_decisions_undone_by on moderation_decisions (undone_by) where undone_by is not null;
create index moderation_decisions_answered_by on moderation_decisions (answered_by) where answered_by is not null;
create index moderation_decisions_decided on moderation_decisions (decided_at);

alter table public_log drop constraint public_log_event_check;
alter table public_log add constraint public_log_event_check check (event in
  ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged',
   'revision-imported', 'official-marked', 'official-unmarked', 'consultation-opened', 'consultation-closed',
   'report-kept', 'comment-hidden', 'author-warned', 'thread-locked', 'account-paused', 'account-barred',
   'decision-undone', 'decision-upheld', 'decision-overturned'));
create index public_log_event on public_log (event, id);

-- A hidden comment holds no words to be found.
create or replace function write_comment_words() returns trigger language plpgsql as $$
begin
  if new.deleted_at is not null or new.hidden_at is not null then
    delete from comment_words where comment_id = new.id;
  else
    insert into comment_words (comment_id, search, said_at) values (new.id, search_vector(new.body), new.created_at)
    on conflict (comment_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;

-- Pages that show comments far from their thread: the provision's own, and those of organisations.
create function tell_hidden_comment() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', case when d.letter_id is not null then 'letter:' || d.letter_id else 'text:' || p.text_id end)
  from discussions d left join provisions p on p.id = d.provision_id where d.id = new.discussion_id;
  perform pg_notify('tribune_pages', 'organisation:' || organisation_id) from organisation_members
  where account_id = new.account_id;
  return null;
end
$$;
create trigger comments_tell_hidden after update on comments for each row
  when (old.hidden_at is distinct from new.hidden_at) execute function tell_hidden_comment();

-- migrate:down

drop trigger comments_tell_hidden on comments;
drop function tell_hidden_comment();
create or replace function write_comment_words() returns trigger language plpgsql as $$
begin
  if new.deleted_at is not null then
    delete from comment_words where comment_id = new.id;
  else
    insert into comment_words (comment_id, search, said_at) values (new.id, search_vector(new.body), new.created_at)
    on conflict (comment_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;
drop index public_log_event;
delete from public_log where event in
  ('report-kept', 'comment-hidden', 'author-warned', 'thread-locked', 'account-paused', 'account-barred',
   'decision-undone', 'decision-upheld', 'decision-overturned');
alter table public_log drop constraint public_log_event_check;
alter table public_log add constraint public_log_event_check check (event in
  ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged',
   'revision-imported', 'official-marked', 'official-unmarked', 'consultation-opened', 'consultation-closed'));
drop table moderation_decisions;
drop table reports;
drop table moderation_cases;
alter table comments drop constraint comments_hidden_check, drop constraint comments_locked_check, drop column hidden_at;
update comments c set body = w.body from hidden_words w where w.comment_id = c.id;
drop table hidden_words;
alter table comments drop column hidden_for, drop column locked_at;
