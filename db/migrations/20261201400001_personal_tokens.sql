-- migrate:up

-- What programs act in the name of an account with (app/tokens). Only the hash is kept; a revoked token is gone.
create table personal_tokens (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 60),
  scopes text[] not null check (cardinality(scopes) > 0
    and scopes <@ array['drafts:read', 'drafts:write', 'comments:write']),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at <= made_at + interval '366 days'),
  -- A day, not a moment, and nothing of where from.
  used_on date,
  unique (account_id, name)
);
create index personal_tokens_by_end on personal_tokens (expires_at);

-- migrate:down

drop table personal_tokens;
