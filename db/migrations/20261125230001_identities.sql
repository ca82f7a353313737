-- migrate:up

-- Who somebody is at a provider of OpenID Connect, and whose account that is here. The provider names a person by
-- issuer and subject, which never change hands; addresses do.
create table identities (
  issuer text not null check (length(issuer) <= 300),
  subject text not null check (length(subject) between 1 and 255),
  account_id bigint not null references accounts (id) on delete cascade,
  kind text not null check (kind in ('official', 'organisation')),
  -- Whose own provider it is.
  organisation_id bigint references organisations (id) on delete cascade,
  -- What the provider said when it was linked, so that its owner knows which one it is.
  email text not null default '' check (length(email) <= 254),
  linked_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (issuer, subject),
  check ((kind = 'organisation') = (organisation_id is not null))
);
create unique index identities_official on identities (account_id) where kind = 'official';
create unique index identities_organisation on identities (account_id, organisation_id) where kind = 'organisation';
create index identities_organisation_id on identities (organisation_id);

-- Somebody was sent to a provider and has not come back yet. Good for ten minutes, once, in one browser.
create table identity_attempts (
  state_hash text primary key,
  browser_hash text not null,
  kind text not null check (kind in ('official', 'organisation')),
  organisation_id bigint references organisations (id) on delete cascade,
  issuer text not null,
  -- Who was logged in when it began; whoever comes back must be the same.
  account_id bigint references accounts (id) on delete cascade,
  nonce text not null,
  -- Null where the provider knows no PKCE. Worth nothing without the code, which only the browser brings.
  code_verifier text,
  next text not null default '/' check (length(next) <= 2000),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((kind = 'organisation') = (organisation_id is not null))
);
create index identity_attempts_expires_at on identity_attempts (expires_at);
create index identity_attempts_account on identity_attempts (account_id);
create index identity_attempts_organisation on identity_attempts (organisation_id);

-- Somebody came back with an identity that no account has: it waits, for this browser alone, to be linked.
create table identity_arrivals (
  browser_hash text primary key,
  issuer text not null,
  subject text not null,
  kind text not null check (kind in ('official', 'organisation')),
  organisation_id bigint references organisations (id) on delete cascade,
  email text not null default '',
  siret text,
  next text not null default '/',
  expires_at timestamptz not null
);
create index identity_arrivals_expires_at on identity_arrivals (expires_at);
create index identity_arrivals_organisation on identity_arrivals (organisation_id);

-- Whom the provider of officials vouched for, and the body they work for: app/identity/official.server.ts.
create table officials (
  account_id bigint primary key references accounts (id) on delete cascade,
  siret text not null check (siret ~ '^\d{14}$'),
  issuer text not null,
  -- The last time; it holds for twelve months.
  proved_at timestamptz not null default now(),
  -- What the public register says of the SIRET; empty and null until it answers.
  body_name text not null default '' check (length(body_name) <= 300),
  public_body boolean,
  looked_up_at timestamptz
);
create index officials_siret on officials (siret);
create index officials_proved_at on officials (proved_at);

-- Badges stand beside names.
create trigger officials_tell_change after insert or update or delete on officials for each row
  execute function tell_account_change();

-- An organisation's own provider. The secret is sealed by a key that is not in the database.
create table organisation_providers (
  organisation_id bigint primary key references organisations (id) on delete cascade,
  issuer text not null check (length(issuer) <= 300),
  client_id text not null check (length(client_id) between 1 and 200),
  sealed_secret bytea not null,
  set_by bigint not null references accounts (id),
  set_at timestamptz not null default now(),
  -- When somebody last came through it; others are offered it from then on.
  tried_at timestamptz
);
create index organisation_providers_set_by on organisation_providers (set_by);

-- The organisation's page leads to it once it works. That it worked again changes no page.
create trigger organisation_providers_tell_change after insert or delete on organisation_providers for each row
  execute function tell_member_change();
create trigger organisation_providers_tell_trial after update on organisation_providers for each row
  when ((old.tried_at is null) is distinct from (new.tried_at is null))
  execute function tell_member_change();

-- migrate:down

drop table organisation_providers, officials, identity_arrivals, identity_attempts, identities;
