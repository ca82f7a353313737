-- migrate:up

-- What holds a comment back until a moderator has read it: one row, all of it off until an administrator sets it, for
-- what is held where nobody moderates would be read by nobody.
create table pipeline_settings (
  one boolean primary key default true check (one),
  -- The first so many comments of an account; 0 holds none.
  first_comments integer not null default 0 check (first_comments between 0 and 100),
  -- Links in comments of an account that has fewer than so many comments which are seen.
  links_until integer not null default 0 check (links_until between 0 and 100),
  repeat_hours integer not null default 24 check (repeat_hours between 1 and 168),
  repeat_own boolean not null default false,
  several_letters boolean not null default false,
  -- The same words by so many accounts; 0 holds none.
  repeat_accounts integer not null default 0 check (repeat_accounts between 0 and 100 and repeat_accounts <> 1),
  -- Comments of one account in ten minutes, and in a day, that are not held; 0 is any number.
  flood_short integer not null default 0 check (flood_short between 0 and 1000),
  flood_day integer not null default 0 check (flood_day between 0 and 10000),
  -- Which state of the word lists a process has compiled is known by this.
  words_version bigint not null default 0
);
insert into pipeline_settings default values;

create table word_lists (
  language text primary key check (language in ('en', 'fr')),
  entries text not null default '' check (length(entries) <= 5100000),
  entry_count integer not null default 0 check (entry_count between 0 and 50000)
);
insert into word_lists (language) values ('en'), ('fr');

-- Comments that wait for a moderator, and new wordings of comments that stand. They are in no other table until they are
-- released: whatever reads comments cannot see them.
create table held_comments (
  id bigint generated always as identity primary key,
  discussion_id bigint not null references discussions (id),
  account_id bigint not null references accounts (id),
  submission_key uuid not null unique,
  parent_id bigint references comments (id),
  -- The comment whose new wording this is.
  edits_id bigint references comments (id),
  stance text not null check (stance in ('support', 'oppose', 'neutral')),
  -- Gone once it was released (comments has it then) or taken back.
  body text check (length(body) between 1 and 10000),
  -- A chosen passage: { "revision", "quote", "start" }.
  passage jsonb,
  reasons text[] not null check (cardinality(reasons) > 0),
  -- What of a word list was found in it, for moderators.
  matched text not null default '' check (length(matched) <= 100),
  held_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'released', 'refused', 'withdrawn')),
  ended_at timestamptz,
  released_as bigint references comments (id),
  check (edits_id is null or (parent_id is null and passage is null)),
  check ((body is null) = (state in ('released', 'withdrawn'))),
  check ((ended_at is null) = (state = 'waiting')),
  check ((released_as is not null) = (state = 'released'))
);
create index held_comments_own on held_comments (account_id, discussion_id) where state in ('waiting', 'refused');
create index held_comments_discussion on held_comments (discussion_id);
create index held_comments_parent on held_comments (parent_id) where parent_id is not null;
create unique index held_comments_edits on held_comments (edits_id) where state = 'waiting';
create index held_comments_released on held_comments (released_as) where released_as is not null;
create index held_comments_refused on held_comments (ended_at) where state = 'refused';

-- What was said lately, without its words: by this repeated text and floods are known.
create table comment_prints (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  discussion_id bigint not null references discussions (id),
  -- SHA-256 of the folded words; null where they are too few to be anybody's.
  print text,
  said_at timestamptz not null default now()
);
create index comment_prints_account on comment_prints (account_id, said_at);
create index comment_prints_print on comment_prints (print, said_at) where print is not null;
create index comment_prints_said on comment_prints (said_at);

alter table moderation_cases add column held_id bigint references held_comments (id);
drop index moderation_cases_open;
alter table moderation_cases drop column subject_id;
alter table moderation_cases drop constraint moderation_cases_kind_check;
alter table moderation_cases drop constraint moderation_cases_check1;
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
create index moderation_cases_held on moderation_cases (held_id) where held_id is not null;

alter table moderation_decisions drop constraint moderation_decisions_decision_check;
alter table moderation_decisions add constraint moderation_decisions_decision_check
  check (decision in ('keep', 'hide', 'warn', 'lock', 'pause', 'bar', 'release', 'refuse'));

alter table public_log drop constraint public_log_event_check;
alter table public_log add constraint public_log_event_check check (event in
  ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged',
   'revision-imported', 'official-marked', 'official-unmarked', 'consultation-opened', 'consultation-closed',
   'report-kept', 'comment-hidden', 'author-warned', 'thread-locked', 'account-paused', 'account-barred',
   'decision-undone', 'decision-upheld', 'decision-overturned', 'comment-refused'));

-- migrate:down

delete from public_log where event = 'comment-refused';
alter table public_log drop constraint public_log_event_check;
alter table public_log add constraint public_log_event_check check (event in
  ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged',
   'revision-imported', 'official-marked', 'official-unmarked', 'consultation-opened', 'consultation-closed',
   'report-kept', 'comment-hidden', 'author-warned', 'thread-locked', 'account-paused', 'account-barred',
   'decision-undone', 'decision-upheld', 'decision-overturned'));
delete from moderation_cases where kind = 'held';
alter table moderation_decisions drop constraint moderation_decisions_decision_check;
alter table moderation_decisions add constraint moderation_decisions_decision_check
  check (decision in ('keep', 'hide', 'warn', 'lock', 'pause', 'bar'));
drop index moderation_cases_open;
alter table moderation_cases drop column subject_id;
alter table moderation_cases drop constraint moderation_cases_kind_check;
alter table moderation_cases drop constraint moderation_cases_check1;
alter table moderation_cases drop column held_id;
alter table moderation_cases add constraint moderation_cases_kind_check
  check (kind in ('comment', 'letter', 'signature', 'organisation'));
alter table moderation_cases add constraint moderation_cases_check1 check (
  (comment_id is not null) = (kind = 'comment') and (signature_id is not null) = (kind = 'signature')
    and (organisation_id is not null) = (kind = 'organisation') and (letter_id is not null) = (kind in ('letter', 'signature')));
alter table moderation_cases add column subject_id bigint generated always as (
  case kind when 'comment' then comment_id when 'letter' then letter_id when 'signature' then signature_id
    else organisation_id end) stored not null;
create unique index moderation_cases_open on moderation_cases (kind, subject_id) where closed_at is null;
drop table comment_prints;
drop table held_comments;
drop table word_lists;
drop table pipeline_settings;
