-- migrate:up

create table accounts (
  id bigint generated always as identity primary key,
  -- Lower case. Null only after deletion: the row stays so that what was said in public keeps an author.
  email text unique check (email = lower(email) and length(email) <= 254),
  name text check (length(name) between 1 and 120),
  password_hash text,
  language text not null default 'en' check (language in ('en', 'fr')),
  role text not null default 'member' check (role in ('member', 'moderator', 'admin')),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  check ((deleted_at is null) = (email is not null and name is not null and password_hash is not null))
);

-- Somebody who asked to join but has not confirmed the address yet. An account exists only from then on, so
-- nobody can prepare an account on an address that is not theirs.
create table joins (
  token_hash text primary key,
  browser_hash text not null,
  email text not null check (email = lower(email) and length(email) <= 254),
  name text not null check (length(name) between 1 and 120),
  password_hash text not null,
  language text not null check (language in ('en', 'fr')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Kept for a while after the confirmation, so that a second click finds what the first one did.
  confirmed_at timestamptz
);
create index joins_email on joins (email);
create index joins_expires_at on joins (expires_at);

create table sessions (
  id_hash text primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text not null default '' check (length(user_agent) <= 300)
);
create index sessions_account_id on sessions (account_id);
create index sessions_expires_at on sessions (expires_at);

create table account_tokens (
  token_hash text primary key,
  account_id bigint not null references accounts (id) on delete cascade,
  purpose text not null check (purpose in ('reset-password', 'change-address')),
  new_email text check (new_email = lower(new_email) and length(new_email) <= 254),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((purpose = 'change-address') = (new_email is not null))
);
create index account_tokens_account_id on account_tokens (account_id, purpose);
create index account_tokens_expires_at on account_tokens (expires_at);

create table mails (
  id bigint generated always as identity primary key,
  kind text not null,
  to_address text not null,
  language text not null check (language in ('en', 'fr')),
  subject text not null,
  -- Null once it has been handed to the mail server: it holds links that act for the recipient.
  body text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text
);
create index mails_created_at on mails (created_at);

-- The table of rate-limiter-flexible's PostgreSQL store; its columns are the library's.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_expire on rate_limits (expire);

-- migrate:down

drop table rate_limits, mails, account_tokens, sessions, joins, accounts;
