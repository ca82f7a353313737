-- migrate:up

-- Who writes a letter together, from its draft on. Who begins it is its first author.
create table co_authors (
  letter_id bigint not null references letters (id) on delete cascade,
  account_id bigint not null references accounts (id),
  -- An author decides and publishes, an editor writes, a reader reads.
  role text not null check (role in ('author', 'editor', 'reader')),
  -- The organisation that was invited by name, which this account took part for.
  organisation_id bigint references organisations (id) on delete set null,
  joined_at timestamptz not null default now(),
  primary key (letter_id, account_id)
);
create index co_authors_account on co_authors (account_id);
create index co_authors_organisation on co_authors (organisation_id);
insert into co_authors (letter_id, account_id, role, joined_at)
select l.id, l.created_by, 'author', l.created_at
from letters l join accounts a on a.id = l.created_by and a.deleted_at is null;

create function begin_authorship() returns trigger language plpgsql as $$
begin
  insert into co_authors (letter_id, account_id, role) values (new.id, new.created_by, 'author');
  return null;
end
$$;
create trigger letters_begin_authorship after insert on letters for each row execute function begin_authorship();

-- A mail's link to write along: sent to one address, or to those who speak for an organisation.
create table co_author_invitations (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  letter_id bigint not null references letters (id) on delete cascade,
  email text check (email = lower(email) and length(email) <= 254),
  organisation_id bigint references organisations (id) on delete cascade,
  role text not null check (role in ('author', 'editor', 'reader')),
  invited_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check (num_nonnulls(email, organisation_id) = 1),
  unique (letter_id, email),
  unique (letter_id, organisation_id)
);
create index co_author_invitations_expires_at on co_author_invitations (expires_at);
create index co_author_invitations_invited_by on co_author_invitations (invited_by);
create index co_author_invitations_organisation on co_author_invitations (organisation_id);

-- Secret links to read a draft. The secret itself is made of the id and a key: app/co-authors/share-draft.server.ts.
create table draft_shares (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id) on delete cascade,
  created_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index draft_shares_letter on draft_shares (letter_id);
create index draft_shares_created_by on draft_shares (created_by);

-- Who did what among those who write a letter, for them to read.
create table co_author_events (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id) on delete cascade,
  event text not null check (event in ('invited', 'uninvited', 'joined', 'role-changed', 'removed', 'left', 'shared', 'unshared')),
  at timestamptz not null default now(),
  -- Null where it happened by itself: an author whose account is deleted hands over.
  actor_id bigint references accounts (id),
  -- Whom it was done to, where that is somebody else or an account at all.
  account_id bigint references accounts (id),
  role text check (role in ('author', 'editor', 'reader')),
  organisation_id bigint references organisations (id) on delete set null
);
create index co_author_events_newest on co_author_events (letter_id, id desc);
create index co_author_events_actor on co_author_events (actor_id);
create index co_author_events_account on co_author_events (account_id);
create index co_author_events_organisation on co_author_events (organisation_id);

-- migrate:down

drop table co_author_events, draft_shares, co_author_invitations;
drop trigger letters_begin_authorship on letters;
drop function begin_authorship();
drop table co_authors;
