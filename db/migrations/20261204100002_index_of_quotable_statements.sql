-- migrate:up transaction:false

create index concurrently signatures_quotable on signatures (letter_id, id desc) where quotable_since is not null;

-- migrate:down transaction:false

drop index concurrently if exists signatures_quotable;
