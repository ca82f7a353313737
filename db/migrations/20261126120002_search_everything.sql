-- migrate:up

-- What a letter says: its text, the labels of its citations, its footnotes, in the order of the document.
create function letter_plain(signed jsonb) returns text language sql immutable parallel safe as $$
  select coalesce(string_agg(coalesce(node ->> 'text', node #>> '{attrs,label}', node #>> '{attrs,text}'), ' '), '')
  from jsonb_path_query(signed,
    'strict $.document.** ? (@.type == "text" || @.type == "citation" || @.type == "footnote")', '{}', true) node
$$;

create or replace function write_letter_words() returns trigger language plpgsql as $$
begin
  insert into letter_words (letter_id, search) values (new.letter_id,
    setweight(search_vector(new.title), 'A') || setweight(search_vector(new.summary || ' ' || new.author_name), 'B')
    || search_vector(left(letter_plain(new.signed), 100000)))
  on conflict (letter_id) do update set search = excluded.search;
  return null;
end
$$;

-- Beside the words, so that a search of some days need not look at every comment that says them.
alter table comment_words add column said_at timestamptz;
update comment_words w set said_at = c.created_at from comments c where c.id = w.comment_id;
alter table comment_words alter column said_at set not null;
create index comment_words_said on comment_words (said_at);

create or replace function write_comment_words() returns trigger language plpgsql as $$
begin
  if new.deleted_at is not null then
    delete from comment_words where comment_id = new.id;
  else
    insert into comment_words (comment_id, search, said_at) values (new.id, search_vector(new.body), new.created_at)
    on conflict (comment_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;

create index signatures_shown_signed on signatures (signed_at) where state = 'confirmed' and name_shown;

create table organisation_words (
  organisation_id bigint primary key references organisations (id) on delete cascade,
  search tsvector not null
);
create index organisation_words_search on organisation_words using gin (search) with (gin_pending_list_limit = 256);

-- One that was merged into another is found as that one.
create function write_organisation_words() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null then
    delete from organisation_words where organisation_id = new.id;
  else
    insert into organisation_words (organisation_id, search)
    values (new.id, setweight(search_vector(new.name), 'A') || search_vector(new.about))
    on conflict (organisation_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;
create trigger organisations_write_words after insert or update of name, about, merged_into on organisations
  for each row execute function write_organisation_words();

insert into organisation_words (organisation_id, search)
select id, setweight(search_vector(name), 'A') || search_vector(about) from organisations where merged_into is null;

-- migrate:down

drop trigger organisations_write_words on organisations;
drop function write_organisation_words;
drop table organisation_words;
drop index signatures_shown_signed;
create or replace function write_comment_words() returns trigger language plpgsql as $$
begin
  if new.deleted_at is not null then
    delete from comment_words where comment_id = new.id;
  else
    insert into comment_words (comment_id, search) values (new.id, search_vector(new.body))
    on conflict (comment_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;
alter table comment_words drop column said_at;
create or replace function write_letter_words() returns trigger language plpgsql as $$
begin
  insert into letter_words (letter_id, search) values (new.letter_id,
    setweight(search_vector(new.title), 'A') || setweight(search_vector(new.summary || ' ' || new.author_name), 'B')
    || search_vector(left((select coalesce(string_agg(t #>> '{}', ' '), '')
      from jsonb_path_query(new.signed, 'strict $.document.** ? (@.type == "text").text', '{}', true) t), 100000)))
  on conflict (letter_id) do update set search = excluded.search;
  return null;
end
$$;
drop function letter_plain;
