-- migrate:up

-- Limits are counted on nearly each form. Without a log of their own they cost no flush to disk; a crash of PostgreSQL
-- forgets them, and everybody begins anew.
alter table rate_limits set unlogged;

-- migrate:down

alter table rate_limits set logged;
