-- migrate:up

-- The name as it was typed, so that it can be taken out of the comment when its bearer is erased, under whatever name by then.
alter table margin_mentions add name text not null default '';
update margin_mentions m set name = a.name from accounts a where a.id = m.account_id and a.name is not null;

-- migrate:down

alter table margin_mentions drop name;
