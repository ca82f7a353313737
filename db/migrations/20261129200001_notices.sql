-- migrate:up

-- How often an account is mailed what it is told; a subscription may say otherwise. By "never" it is told here alone.
alter table accounts add column notice_rhythm text not null default 'daily'
  check (notice_rhythm in ('at-once', 'daily', 'weekly', 'never'));

-- What an account wants to be told of, beyond what it follows by rule: threads in which it has commented, letters that
-- it writes or has signed. By "never" it is told nothing of the thing, whatever the rule says.
create table subscriptions (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  letter_id bigint references letters (id) on delete cascade,
  text_id bigint references doctrine_texts (id) on delete cascade,
  -- The comment that a thread begins with.
  thread_id bigint references comments (id) on delete cascade,
  organisation_id bigint references organisations (id) on delete cascade,
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly', 'never')),
  since timestamptz not null default now(),
  check (num_nonnulls(letter_id, text_id, thread_id, organisation_id) = 1),
  unique nulls not distinct (account_id, letter_id, text_id, thread_id, organisation_id)
);
create index subscriptions_letter on subscriptions (letter_id, account_id) where letter_id is not null;
create index subscriptions_text on subscriptions (text_id, account_id) where text_id is not null;
create index subscriptions_thread on subscriptions (thread_id, account_id) where thread_id is not null;
create index subscriptions_organisation on subscriptions (organisation_id, account_id) where organisation_id is not null;

-- What an account is told. What it is about stands in foreign keys; each thing is told once.
create table notices (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  kind text not null check (kind in ('reply', 'mention', 'official-answer', 'thread', 'version', 'update',
    'letter-reply', 'milestone', 'closing', 'revision', 'consultation', 'organisation-signed')),
  letter_id bigint references letters (id) on delete cascade,
  text_id bigint references doctrine_texts (id) on delete cascade,
  thread_id bigint references comments (id) on delete cascade,
  organisation_id bigint references organisations (id) on delete cascade,
  comment_id bigint references comments (id) on delete cascade,
  update_id bigint references letter_updates (id) on delete cascade,
  reply_id bigint references letter_replies (id) on delete cascade,
  revision_id bigint references revisions (id) on delete cascade,
  consultation_id bigint references consultations (id) on delete cascade,
  -- A version, a milestone, or a closing day as days since 2000-01-01.
  number integer,
  -- New comments of a thread that came while the first was neither read nor mailed.
  times integer not null default 1 check (times >= 1),
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly', 'never')),
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  check (num_nonnulls(letter_id, text_id, thread_id) = 1),
  unique nulls not distinct (account_id, kind, letter_id, number, comment_id, update_id, reply_id, revision_id,
    consultation_id, organisation_id)
);
create index notices_account on notices (account_id, id desc);
create index notices_unread on notices (account_id) where read_at is null;
create index notices_to_mail on notices (rhythm, account_id, created_at)
  where read_at is null and mailed_at is null and rhythm <> 'never';
create unique index notices_open_thread on notices (account_id, thread_id)
  where kind = 'thread' and read_at is null and mailed_at is null;
create index notices_mailed on notices (account_id, thread_id, mailed_at) where mailed_at is not null;
create index notices_letter on notices (letter_id) where letter_id is not null;
create index notices_text on notices (text_id) where text_id is not null;
create index notices_thread on notices (thread_id) where thread_id is not null;
create index notices_organisation on notices (organisation_id) where organisation_id is not null;
create index notices_comment on notices (comment_id) where comment_id is not null;
create index notices_update on notices (update_id) where update_id is not null;
create index notices_reply on notices (reply_id) where reply_id is not null;
create index notices_revision on notices (revision_id) where revision_id is not null;
create index notices_consultation on notices (consultation_id) where consultation_id is not null;

-- Something that all who follow a thing are told of, written down where it happened, and how far the telling has come.
create table notice_rounds (
  id bigint generated always as identity primary key,
  kind text not null,
  letter_id bigint references letters (id) on delete cascade,
  text_id bigint references doctrine_texts (id) on delete cascade,
  thread_id bigint references comments (id) on delete cascade,
  comment_id bigint references comments (id) on delete cascade,
  update_id bigint references letter_updates (id) on delete cascade,
  reply_id bigint references letter_replies (id) on delete cascade,
  revision_id bigint references revisions (id) on delete cascade,
  consultation_id bigint references consultations (id) on delete cascade,
  number integer,
  -- Whoever did it is not told.
  doer_id bigint references accounts (id) on delete set null,
  last_account_id bigint not null default 0,
  begun_at timestamptz not null default now(),
  done_at timestamptz,
  check (num_nonnulls(letter_id, text_id, thread_id) = 1),
  unique nulls not distinct (kind, letter_id, number, comment_id, update_id, reply_id, revision_id, consultation_id)
);
create index notice_rounds_open on notice_rounds (id) where done_at is null;
create index notice_rounds_letter on notice_rounds (letter_id) where letter_id is not null;
create index notice_rounds_text on notice_rounds (text_id) where text_id is not null;
create index notice_rounds_thread on notice_rounds (thread_id) where thread_id is not null;
create index notice_rounds_comment on notice_rounds (comment_id) where comment_id is not null;
create index notice_rounds_update on notice_rounds (update_id) where update_id is not null;
create index notice_rounds_reply on notice_rounds (reply_id) where reply_id is not null;
create index notice_rounds_revision on notice_rounds (revision_id) where revision_id is not null;
create index notice_rounds_consultation on notice_rounds (consultation_id) where consultation_id is not null;
create index notice_rounds_doer on notice_rounds (doer_id) where doer_id is not null;

-- What was before this was made is no news.
insert into notice_rounds (kind, letter_id, number, done_at)
select 'milestone', l.id, m.reached, now() from letters l
join unnest(array[100, 500, 1000, 5000, 10000, 50000, 100000, 500000, 1000000]) as m (reached)
  on m.reached <= l.signature_count
where l.state <> 'draft';
insert into notice_rounds (kind, text_id, consultation_id, done_at)
select 'consultation', text_id, id, now() from consultations where opens_at <= now();

-- A digest of an account for a moment: the row is there once, so the mail is.
create table digests (
  account_id bigint not null references accounts (id) on delete cascade,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  due_at timestamptz not null,
  primary key (account_id, rhythm, due_at)
);
create index digests_due_at on digests (due_at);

-- What a link to unsubscribe ends, by a name that tells nothing: a thing's mails, or all of a rhythm.
create table unsubscribe_links (
  id uuid primary key default gen_random_uuid(),
  account_id bigint not null references accounts (id) on delete cascade,
  letter_id bigint references letters (id) on delete cascade,
  text_id bigint references doctrine_texts (id) on delete cascade,
  thread_id bigint references comments (id) on delete cascade,
  organisation_id bigint references organisations (id) on delete cascade,
  rhythm text check (rhythm in ('daily', 'weekly')),
  used_at timestamptz,
  check (num_nonnulls(letter_id, text_id, thread_id, organisation_id, rhythm) = 1),
  unique nulls not distinct (account_id, letter_id, text_id, thread_id, organisation_id, rhythm)
);
create index unsubscribe_links_letter on unsubscribe_links (letter_id) where letter_id is not null;
create index unsubscribe_links_text on unsubscribe_links (text_id) where text_id is not null;
create index unsubscribe_links_thread on unsubscribe_links (thread_id) where thread_id is not null;
create index unsubscribe_links_organisation on unsubscribe_links (organisation_id) where organisation_id is not null;

-- The same mail as HTML, and header lines of its own; null once it is sent, as its text is.
alter table mails add column html text, add column headers jsonb;

-- Addresses that a mail server has refused for good: notices are mailed to them no more.
create table dead_addresses (
  address text primary key,
  reason text not null check (length(reason) <= 500),
  since timestamptz not null default now()
);

-- migrate:down

drop table dead_addresses;
alter table mails drop column html, drop column headers;
drop table unsubscribe_links, digests, notice_rounds, notices, subscriptions;
alter table accounts drop column notice_rhythm;
