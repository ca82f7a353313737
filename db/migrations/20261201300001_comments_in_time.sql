-- migrate:up

-- All that was said in a discussion in the order of time, page by page, and what is new in it.
create index comments_in_time on comments (discussion_id, id);

-- migrate:down

drop index comments_in_time;
