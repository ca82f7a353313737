-- migrate:up

-- Each time somebody logged in to an account, for its holder to read.
create table sign_ins (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  at timestamptz not null default now(),
  way text not null check (way in ('password', 'passkey', 'provider', 'recovery-code', 'mail')),
  browser text not null check (length(browser) <= 60),
  system text not null check (length(system) <= 60),
  -- A keyed hash whose key is each account's own; "" when it was forgotten.
  network text not null check (length(network) <= 20)
);
create index sign_ins_by_account on sign_ins (account_id, id desc);
create index sign_ins_by_time on sign_ins (at);

-- migrate:down

drop table sign_ins;
