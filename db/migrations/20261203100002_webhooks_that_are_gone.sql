-- migrate:up

-- Why a webhook is out of service; null for those that were before this column was.
alter table webhooks add column disabled_for text check (disabled_for in ('unanswered', 'gone'));

-- migrate:down

alter table webhooks drop column disabled_for;
