-- migrate:up

create extension if not exists pg_trgm;

create table organisations (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$' and length(slug) <= 100),
  name text not null check (length(name) between 1 and 160),
  -- The name as it is compared and sorted, without accents and legal forms: app/organisations/name-key.ts.
  name_key text not null check (length(name_key) between 1 and 400),
  sector text not null check (sector in ('cloud-provider', 'software-publisher', 'integrator', 'user', 'association', 'research', 'public-body')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  website text not null default '' check (length(website) <= 300),
  -- As the country writes it; in France digits only, a SIREN or a SIRET whose checksum is right.
  registration text not null default '' check (length(registration) <= 60),
  about text not null default '' check (length(about) <= 1000),
  created_at timestamptz not null default now(),
  edited_at timestamptz not null default now()
);
create index organisations_by_name on organisations (name_key, id);
create index organisations_words on organisations using gin (to_tsvector('simple', name_key));
create index organisations_alike on organisations using gin (name_key gin_trgm_ops);
create index organisations_registration on organisations (country, registration) where registration <> '';

create table organisation_members (
  organisation_id bigint not null references organisations (id) on delete cascade,
  account_id bigint not null references accounts (id),
  role text not null check (role in ('owner', 'spokesperson', 'member')),
  joined_at timestamptz not null default now(),
  primary key (organisation_id, account_id)
);
create index organisation_members_account on organisation_members (account_id);

-- A mail's link to become a member. A new invitation of the same address takes the place of the old one.
create table organisation_invitations (
  token_hash text primary key,
  organisation_id bigint not null references organisations (id) on delete cascade,
  email text not null check (email = lower(email) and length(email) <= 254),
  role text not null check (role in ('owner', 'spokesperson', 'member')),
  invited_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (organisation_id, email)
);
create index organisation_invitations_expires_at on organisation_invitations (expires_at);
create index organisation_invitations_invited_by on organisation_invitations (invited_by);

-- Who did what for an organisation, for its members to read.
create table organisation_events (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations (id) on delete cascade,
  event text not null check (event in ('created', 'edited', 'invited', 'uninvited', 'joined', 'role-changed', 'removed', 'left')),
  at timestamptz not null default now(),
  actor_id bigint not null references accounts (id),
  -- Whom it was done to, where that is somebody else or an account at all.
  account_id bigint references accounts (id),
  role text check (role in ('owner', 'spokesperson', 'member'))
);
create index organisation_events_newest on organisation_events (organisation_id, id desc);
create index organisation_events_actor on organisation_events (actor_id);
create index organisation_events_account on organisation_events (account_id);

create function tell_organisation_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'organisation:' || coalesce(new.id, old.id));
  perform pg_notify('tribune_pages', 'organisations');
  return null;
end $$;
create trigger organisations_tell_change after insert or update or delete on organisations
  for each row execute function tell_organisation_change();

create function tell_member_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'organisation:' || coalesce(new.organisation_id, old.organisation_id));
  return null;
end $$;
create trigger organisation_members_tell_change after insert or update or delete on organisation_members
  for each row execute function tell_member_change();

-- migrate:down

drop table organisation_events, organisation_invitations, organisation_members, organisations;
drop function tell_organisation_change();
drop function tell_member_change();
