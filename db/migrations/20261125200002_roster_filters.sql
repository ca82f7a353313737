-- migrate:up

-- The roster by version, and of those who say why: both in its own order, however few they are among a million.
create index signatures_by_version on signatures (letter_id, version_number, origin, place, id) where state = 'confirmed';
create index signatures_with_statement on signatures (letter_id, origin, place, id)
  where state = 'confirmed' and name_shown and statement <> '';

-- migrate:down

drop index signatures_by_version, signatures_with_statement;
