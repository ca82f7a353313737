-- migrate:up transaction:false

create index concurrently signatures_quotable on signatures (letter_id, id desc) where quotable;

-- migrate:down transaction:false

drop index concurrently if exists signatures_quotable;
