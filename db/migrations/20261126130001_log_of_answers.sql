-- migrate:up

-- Whom a line is about, by the name their account shows; it goes with the account.
alter table public_log add column account_id bigint references accounts (id);
create index public_log_account on public_log (account_id) where account_id is not null;

-- migrate:down

drop index public_log_account;
alter table public_log drop column account_id;
