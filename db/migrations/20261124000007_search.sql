-- migrate:up

create extension if not exists unaccent;

-- Accents are ignored in all three. Which language somebody writes in is seldom known: what is searched is indexed
-- by the stems of both languages and by its plain words, for beginnings of words and for phrases.
create text search configuration tribune_french (copy = french);
alter text search configuration tribune_french
  alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration tribune_english (copy = english);
alter text search configuration tribune_english
  alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration tribune_words (copy = simple);
alter text search configuration tribune_words alter mapping for hword, hword_part, word with unaccent, simple;

-- Signs that part words. In a database whose locale is C the parser takes every sign beyond ASCII for a letter.
create function search_plain(content text) returns text language sql immutable parallel safe as $$
  select translate(content,
    E'\u2019\u2018\u02bc\u00ab\u00bb\u201c\u201d\u201e\u2039\u203a\u2026\u2013\u2014\u2022\u00b7\u00bf\u00a1\u00a0\u202f\u2009',
    repeat(' ', 20))
$$;

create function search_vector(content text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('public.tribune_french', plain) || to_tsvector('public.tribune_english', plain)
    || to_tsvector('public.tribune_words', plain)
  from (select public.search_plain(content) as plain) as parted
$$;

-- What finds all of the words, each in one of its forms or as the beginning of a longer word, and all of the
-- phrases, word for word. Words that say nothing in French or English count only when there is nothing else.
create function search_question(words text[], phrases text[]) returns tsquery language plpgsql stable as $$
declare
  question tsquery := ''::tsquery;
  telling text[];
  word text;
  phrase text;
  form tsquery;
begin
  select array_agg(w) into telling from unnest(words) w
  where numnode(plainto_tsquery('public.tribune_french', w)) > 0
    and numnode(plainto_tsquery('public.tribune_english', w)) > 0;
  foreach word in array coalesce(telling, words) loop
    form := case when length(word) < 3 then plainto_tsquery('public.tribune_words', word)
      else to_tsquery('public.tribune_words', quote_literal(word) || ':*') end;
    form := form || plainto_tsquery('public.tribune_french', word) || plainto_tsquery('public.tribune_english', word);
    question := question && form;
  end loop;
  foreach phrase in array phrases loop
    question := question && phraseto_tsquery('public.tribune_words', phrase);
  end loop;
  return question;
end
$$;

-- Tables of their own: a vote or a count must not write a text's words anew.
create table letter_words (
  letter_id bigint primary key references letters (id),
  search tsvector not null
);
create index letter_words_search on letter_words using gin (search) with (gin_pending_list_limit = 256);

-- The words of a letter's newest version, as far as a tsvector (1 MB) surely holds them: some thirty printed pages.
create function write_letter_words() returns trigger language plpgsql as $$
begin
  insert into letter_words (letter_id, search) values (new.letter_id,
    setweight(search_vector(new.title), 'A') || setweight(search_vector(new.summary || ' ' || new.author_name), 'B')
    || search_vector(left((select coalesce(string_agg(t #>> '{}', ' '), '')
      from jsonb_path_query(new.signed, 'strict $.document.** ? (@.type == "text").text', '{}', true) t), 100000)))
  on conflict (letter_id) do update set search = excluded.search;
  return null;
end
$$;
create trigger letter_versions_write_words after insert on letter_versions for each row
  execute function write_letter_words();

create table comment_words (
  comment_id bigint primary key references comments (id),
  search tsvector not null
);
create index comment_words_search on comment_words using gin (search) with (gin_pending_list_limit = 256);

create function write_comment_words() returns trigger language plpgsql as $$
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
create trigger comments_write_words after insert or update of body, deleted_at on comments for each row
  execute function write_comment_words();

insert into letter_words (letter_id, search)
select letter_id, setweight(search_vector(title), 'A') || setweight(search_vector(summary || ' ' || author_name), 'B')
  || search_vector(left((select coalesce(string_agg(t #>> '{}', ' '), '')
    from jsonb_path_query(signed, 'strict $.document.** ? (@.type == "text").text', '{}', true) t), 100000))
from letter_versions v
where number = (select max(number) from letter_versions newest where newest.letter_id = v.letter_id);
insert into comment_words (comment_id, search)
select id, search_vector(body) from comments where deleted_at is null;

create index signatures_newest on signatures (id) where state = 'confirmed' and name_shown;

-- migrate:down

drop index signatures_newest;
drop trigger comments_write_words on comments;
drop trigger letter_versions_write_words on letter_versions;
drop function write_comment_words, write_letter_words;
drop table comment_words, letter_words;
drop function search_question;
drop function search_vector;
drop function search_plain;
drop text search configuration tribune_words, tribune_english, tribune_french;
drop extension unaccent;
