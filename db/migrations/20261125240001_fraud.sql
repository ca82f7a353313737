-- migrate:up

-- The name as it is compared with others' (app/signatures/suspicion.ts); not of imported signatures.
alter table signatures add column name_key text not null default '' check (length(name_key) <= 160);
update signatures set name_key = coalesce(left((
  select string_agg(word, ' ' order by word collate "C")
  from regexp_split_to_table(lower(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+') word
  where word <> ''), 160), '')
where origin = 'form';
create index signatures_name_key on signatures (letter_id, name_key, created_at) where name_key <> '';
-- Who let a held signature be counted.
alter table signatures add column released_by bigint references accounts (id);
create index signatures_released_by on signatures (released_by) where released_by is not null;

-- How far the job has come, so that another one goes on where it stopped.
alter table invalidations
  add column last_signature_id bigint not null default 0,
  -- Those that come after it was begun are not meant.
  add column newest_signature_id bigint not null default 0,
  -- How many fitted when it was begun, to show how far it is.
  add column found integer not null default 0;
-- What a signature was before it was invalidated: an undoing gives it back.
alter table signatures add column invalidated_from text check (invalidated_from in ('pending', 'held', 'confirmed'));

create function tell_public_log() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'public-log');
  return null;
end
$$;
create trigger public_log_tells after insert or update or delete on public_log for each row
  execute function tell_public_log();

-- migrate:down

do $$ begin raise exception 'the defence against fraud is not taken back'; end $$;
