-- migrate:up

-- Who has or had passkeys. `handle` is what authenticators know an account by: random, so that it tells nothing of it.
create table passkey_holders (
  account_id bigint primary key references accounts (id),
  handle text not null unique check (handle ~ '^[A-Za-z0-9_-]{43}$'),
  asked_after_password boolean not null default false
);

create table passkeys (
  id bigint generated always as identity primary key,
  account_id bigint not null references passkey_holders (account_id),
  credential text not null unique check (length(credential) between 1 and 1400),
  public_key bytea not null,
  -- What the authenticator counted last. Most count nothing and stay at 0.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  -- Whether it may be copied to other devices of its holder, and whether it was.
  backup_eligible boolean not null,
  backed_up boolean not null,
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkeys_by_account on passkeys (account_id);

-- What an authenticator is to sign, once: for a session (adding, proving again) or a browser (logging in).
create table passkey_challenges (
  challenge_hash text primary key,
  purpose text not null check (purpose in ('add', 'log-in', 'after-password', 'prove')),
  bound_hash text not null,
  expires_at timestamptz not null
);
create index passkey_challenges_by_end on passkey_challenges (expires_at);

-- Whoever showed a password, or came from a provider, and still has to show a passkey. No session yet.
create table begun_log_ins (
  browser_hash text primary key,
  account_id bigint not null references accounts (id),
  next text not null check (length(next) <= 2000),
  expires_at timestamptz not null
);
create index begun_log_ins_by_account on begun_log_ins (account_id);

create table recovery_codes (
  account_id bigint not null references passkey_holders (account_id),
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- How a session was opened, and when a passkey was last shown in it.
alter table sessions
  add column way text not null default 'password'
    check (way in ('password', 'passkey', 'provider', 'recovery-code', 'mail')),
  add column passkey_at timestamptz;

alter table running_settings add column passkeys_required boolean not null default false;

-- migrate:down

alter table running_settings drop column passkeys_required;
alter table sessions drop column passkey_at, drop column way;
drop table recovery_codes;
drop table begun_log_ins;
drop table passkey_challenges;
drop table passkeys;
drop table passkey_holders;
