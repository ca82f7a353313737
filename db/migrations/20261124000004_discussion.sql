-- migrate:up

create table comments (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id),
  parent_id bigint references comments (id),
  root_id bigint references comments (id),
  -- 0 for a root. Replies deeper than 32 attach to their ancestor at depth 31: app/discussion/comment.ts.
  depth smallint not null check (depth between 0 and 32),
  -- One segment of eight base-36 digits (the id) for each level: sorting by it is reading the thread in order.
  path text collate "C" not null unique check (length(path) = 8 * (depth + 1)),
  account_id bigint not null references accounts (id),
  stance text not null default 'neutral' check (stance in ('support', 'oppose', 'neutral')),
  body text not null check (length(body) between 1 and 10000),
  -- Guards against a double click: the same form posts the same key.
  submission_key uuid not null unique,
  reply_count integer not null default 0,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  check ((parent_id is null) = (depth = 0)),
  check ((root_id is null) = (depth = 0))
);
create index comments_thread on comments (letter_id, path);
create index comments_account on comments (account_id);

create table comment_edits (
  comment_id bigint not null references comments (id),
  number integer not null,
  body text not null,
  stance text not null,
  -- When this earlier wording was replaced.
  replaced_at timestamptz not null default now(),
  primary key (comment_id, number)
);

-- migrate:down

drop table comment_edits, comments;
