-- migrate:up

-- A number as it is looked for: "L. 100-1", "l100-1" and "L100-1" are the same, "19.6" is not "196".
create function provision_number_key(number text) returns text language sql immutable parallel safe as $$
  select regexp_replace(trim('-' from regexp_replace(lower(number), '[^a-z0-9]+', '-', 'g')),
    '([a-z])-(?=[0-9])', '\1', 'g')
$$;

-- The words of what a text says in its newest revision, and of no other.
create table provision_words (
  provision_id bigint primary key references provisions (id),
  text_id bigint not null references doctrine_texts (id),
  kind text not null,
  number_key text collate "C" not null,
  search tsvector not null,
  -- An order that follows nothing: the first ones in it are a fair sample.
  spread integer not null generated always as ((provision_id * 2654435761 % 2147483647)::integer) stored
);
create index provision_words_spread on provision_words (spread);
create index provision_words_search on provision_words using gin (search);
create index provision_words_number on provision_words (number_key);
create index provision_words_text on provision_words (text_id);

-- Provisions that answer a question, to be weighed against each other: some `most` at the most twice. A word that a
-- quarter of a sample says is in too many to look at all of them, and says little: those of the sample stand for them.
-- Behind the `+ 0` are columns whose index is the longer way to what is rare. PostgreSQL takes `@@` for as cheap as `=`
-- and would read every vector for anything that it does not think rare.
create function provisions_saying(question tsquery, texts bigint[], most integer) returns setof bigint
language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  last integer;
  said integer;
begin
  return query
    select w.provision_id from (
      select provision_id, text_id, search from provision_words order by spread limit most
    ) w
    where w.search @@ question and (texts is null or w.text_id = any (texts));
  get diagnostics said = row_count;
  if said * 4 >= most then
    return;
  end if;
  select max(w.spread) into last from (select spread from provision_words order by spread limit most) w;
  return query
    select w.provision_id from provision_words w
    where w.search @@ question and w.spread + 0 > last and (texts is null or w.text_id + 0 = any (texts))
    limit most;
end
$$;

-- A text's language is known: stems of the other one would cost as much again and find little.
create function provision_vector(language text, heading text, body text) returns tsvector
language sql immutable parallel safe as $$
  select setweight(to_tsvector(stems, heading) || to_tsvector('public.tribune_words', heading), 'A')
    || to_tsvector(stems, plain) || to_tsvector('public.tribune_words', plain)
  from (select case when language = 'fr' then 'public.tribune_french' else 'public.tribune_english' end::regconfig as stems,
    public.search_plain(heading) as heading, public.search_plain(left(body, 100000)) as plain) as parted
$$;

-- One statement for each one that imports, whatever the number of provisions. What says the same as in the revision
-- before keeps its words: they were written with that one.
create function write_provision_words() returns trigger language plpgsql as $$
begin
  insert into provision_words (provision_id, text_id, kind, number_key, search)
  select s.provision_id, t.id, s.kind, provision_number_key(s.number),
    provision_vector(t.language, s.number || ' ' || s.title, s.body)
  from written s
  join (
    select r.id, r.text_id, before.id as before from revisions r
    left join lateral (
      select id from revisions where text_id = r.text_id and dated < r.dated order by dated desc limit 1
    ) before on true
    where r.id in (select distinct revision_id from written)
      and not exists (select 1 from revisions where text_id = r.text_id and dated > r.dated)
  ) r on r.id = s.revision_id
  join doctrine_texts t on t.id = r.text_id
  left join provision_states prior on prior.revision_id = r.before and prior.provision_id = s.provision_id
  where prior.provision_id is null
    or (prior.kind, prior.number, prior.title, prior.body) is distinct from (s.kind, s.number, s.title, s.body)
  on conflict (provision_id) do update
    set kind = excluded.kind, number_key = excluded.number_key, search = excluded.search;
  return null;
end
$$;
create trigger provision_states_write_words after insert on provision_states referencing new table as written
  for each statement execute function write_provision_words();

-- When all of the newest revision is there: what it has no more is forgotten.
create function forget_provision_words() returns trigger language plpgsql as $$
begin
  delete from provision_words w
  where w.text_id = new.text_id
    and not exists (select 1 from revisions where text_id = new.text_id and dated > new.dated)
    and not exists (select 1 from provision_states s where s.revision_id = new.id and s.provision_id = w.provision_id);
  return null;
end
$$;
create constraint trigger revisions_forget_words after insert on revisions deferrable initially deferred
  for each row execute function forget_provision_words();

insert into provision_words (provision_id, text_id, kind, number_key, search)
select s.provision_id, t.id, s.kind, provision_number_key(s.number),
  provision_vector(t.language, s.number || ' ' || s.title, s.body)
from doctrine_texts t
join lateral (select id from revisions where text_id = t.id order by dated desc limit 1) r on true
join provision_states s on s.revision_id = r.id;

-- migrate:down

drop trigger revisions_forget_words on revisions;
drop trigger provision_states_write_words on provision_states;
drop function forget_provision_words, write_provision_words, provision_vector, provisions_saying;
drop table provision_words;
drop function provision_number_key;
