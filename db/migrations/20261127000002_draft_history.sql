-- migrate:up

-- Who wrote what stands in a draft; null once nobody knows. Until now it was the one who began it.
alter table letters add column edited_by bigint references accounts (id);
alter table letters disable trigger user;
update letters set edited_by = created_by where state = 'draft';
alter table letters enable trigger user;
create index letters_edited_by on letters (edited_by);

-- States of a draft that can be read again and brought back: those that somebody named, and those that were there before
-- a big change.
create table draft_snapshots (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id) on delete cascade,
  -- Empty where it was taken by itself.
  name text not null default '' check (length(name) <= 120),
  reason text not null check (reason in ('named', 'another-writer', 'after-a-pause', 'much-gone', 'restored')),
  title text not null,
  summary text not null,
  addressees text[] not null,
  document jsonb not null,
  -- Who had written that state, and when; who took it by changing it or by naming it.
  written_by bigint references accounts (id),
  written_at timestamptz not null,
  taken_by bigint not null references accounts (id),
  taken_at timestamptz not null default now()
);
create index draft_snapshots_newest on draft_snapshots (letter_id, id desc);
create index draft_snapshots_written_by on draft_snapshots (written_by);
create index draft_snapshots_taken_by on draft_snapshots (taken_by);

-- migrate:down

drop table draft_snapshots;
alter table letters drop column edited_by;
