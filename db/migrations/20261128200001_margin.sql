-- migrate:up

-- Comments in the margin of a draft, for its co-authors alone. A thread stands on a passage: its words with what stood
-- around them (TextQuoteSelector), and where it was made in the live editor also two positions of Yjs, which only
-- ever serve to show it.
create table margin_threads (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id) on delete cascade,
  quote text not null check (length(quote) between 1 and 2000),
  prefix text not null check (length(prefix) <= 32),
  suffix text not null check (length(suffix) <= 32),
  -- Whether its words stood there only once: of those that did not, no lookalike is ever taken for it.
  alone boolean not null,
  begins bytea check (length(begins) between 1 and 200),
  ends bytea check (length(ends) between 1 and 200),
  created_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  resolved_by bigint references accounts (id),
  resolved_at timestamptz,
  check ((begins is null) = (ends is null)),
  check ((resolved_by is null) = (resolved_at is null))
);
create index margin_threads_letter on margin_threads (letter_id, id);
create index margin_threads_created_by on margin_threads (created_by);
create index margin_threads_resolved_by on margin_threads (resolved_by) where resolved_by is not null;

create table margin_comments (
  id bigint generated always as identity primary key,
  thread_id bigint not null references margin_threads (id) on delete cascade,
  account_id bigint not null references accounts (id),
  -- Empty once it is deleted: its place stays.
  body text not null check (length(body) <= 5000 and (length(body) > 0) = (deleted_at is null)),
  -- Guards against a double click: the same form posts the same key.
  submission_key uuid not null unique,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz
);
create index margin_comments_thread on margin_comments (thread_id, id);
create index margin_comments_account on margin_comments (account_id);

-- Whom a comment has mentioned, and so mailed: once, however often it is edited.
create table margin_mentions (
  comment_id bigint not null references margin_comments (id) on delete cascade,
  account_id bigint not null references accounts (id),
  primary key (comment_id, account_id)
);
create index margin_mentions_account on margin_mentions (account_id);

-- Every time that a thread was resolved or opened again.
create table margin_turns (
  id bigint generated always as identity primary key,
  thread_id bigint not null references margin_threads (id) on delete cascade,
  turn text not null check (turn in ('resolved', 'reopened')),
  account_id bigint not null references accounts (id),
  at timestamptz not null default now()
);
create index margin_turns_thread on margin_turns (thread_id, id);
create index margin_turns_account on margin_turns (account_id);

-- migrate:down

drop table margin_turns, margin_mentions, margin_comments, margin_threads;
