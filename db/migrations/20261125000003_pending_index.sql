-- migrate:up

-- No question needed it, and PostgreSQL took it for the shortest way to one pending signature: confirming then read
-- through all of them, 34 ms each once there were thirty thousand.
drop index signatures_pending;

-- migrate:down

create index signatures_pending on signatures (created_at) where state = 'pending';
