-- Made by "npm run schema:dump" with PostgreSQL 15; the migrations are the source.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

--
-- Name: unaccent; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

--
-- Name: EXTENSION unaccent; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

--
-- Name: begin_authorship(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_authorship() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into co_authors (letter_id, account_id, role) values (new.id, new.created_by, 'author');
  return null;
end
$$;

--
-- Name: begin_discussion(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.begin_discussion() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_table_name = 'letters' then
    insert into discussions (letter_id) values (new.id);
  else
    insert into discussions (provision_id) values (new.id);
  end if;
  return null;
end
$$;

--
-- Name: forget_provision_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_provision_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from provision_words w
  where w.text_id = new.text_id
    and not exists (select 1 from revisions where text_id = new.text_id and dated > new.dated)
    and not exists (select 1 from provision_states s where s.revision_id = new.id and s.provision_id = w.provision_id);
  return null;
end
$$;

--
-- Name: keep_signature_hidden(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_signature_hidden() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update hidden_signatures set wished = true where letter_id = new.letter_id and signature_id = new.id;
  if found then
    new.name_shown := false;
  end if;
  return new;
end
$$;

--
-- Name: letter_plain(jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.letter_plain(signed jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
  select coalesce(string_agg(coalesce(node ->> 'text', node #>> '{attrs,label}', node #>> '{attrs,text}'), ' '), '')
  from jsonb_path_query(signed,
    'strict $.document.** ? (@.type == "text" || @.type == "citation" || @.type == "footnote")', '{}', true) node
$_$;

--
-- Name: mark_text_revision(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.mark_text_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.text_revision := new.draft_revision;
  return new;
end
$$;

--
-- Name: provision_number_key(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.provision_number_key(number text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select regexp_replace(trim('-' from regexp_replace(lower(number), '[^a-z0-9]+', '-', 'g')),
    '([a-z])-(?=[0-9])', '\1', 'g')
$$;

--
-- Name: provision_vector(text, text, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.provision_vector(language text, heading text, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select setweight(to_tsvector(stems, heading) || to_tsvector('public.tribune_words', heading), 'A')
    || to_tsvector(stems, plain) || to_tsvector('public.tribune_words', plain)
  from (select case when language = 'fr' then 'public.tribune_french' else 'public.tribune_english' end::regconfig as stems,
    public.search_plain(heading) as heading, public.search_plain(left(body, 100000)) as plain) as parted
$$;

--
-- Name: provisions_saying(tsquery, bigint[], integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.provisions_saying(question tsquery, texts bigint[], most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
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

--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
end
$$;

--
-- Name: search_plain(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_plain(content text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select translate(content,
    E'\u2019\u2018\u02bc\u00ab\u00bb\u201c\u201d\u201e\u2039\u203a\u2026\u2013\u2014\u2022\u00b7\u00bf\u00a1\u00a0\u202f\u2009',
    repeat(' ', 20))
$$;

--
-- Name: search_question(text[], text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_question(words text[], phrases text[]) RETURNS tsquery
    LANGUAGE plpgsql STABLE
    AS $$
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

--
-- Name: search_vector(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.search_vector(content text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select to_tsvector('public.tribune_french', plain) || to_tsvector('public.tribune_english', plain)
    || to_tsvector('public.tribune_words', plain)
  from (select public.search_plain(content) as plain) as parted
$$;

--
-- Name: take_attempts(text[], text[], integer[], integer[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.take_attempts(keys text[], earlier text[], allowed integer[], durations integer[]) RETURNS integer
    LANGUAGE plpgsql
    AS $$
declare
  now_ms constant bigint := floor(extract(epoch from clock_timestamp()) * 1000);
  taken integer;
  ends bigint;
begin
  for i in 1 .. cardinality(keys) loop
    update rate_limits set points = points + 1 where key = earlier[i] and expire > now_ms
    returning points, expire into taken, ends;
    if not found then
      insert into rate_limits as r (key, points, expire)
      values (keys[i], 1, now_ms + durations[i] * 1000::bigint)
      on conflict (key) do update set
        points = case when r.expire <= now_ms then 1 else r.points + 1 end,
        expire = case when r.expire <= now_ms then excluded.expire else r.expire end
      returning points, expire into taken, ends;
    end if;
    if taken > allowed[i] then
      return greatest(1, ceil((ends - now_ms) / 1000.0));
    end if;
  end loop;
  return null;
end $$;

--
-- Name: tell_account_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_account_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'accounts');
  return null;
end
$$;

--
-- Name: tell_cited_text(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_cited_text() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'text:' || text_id) from provisions where id = new.provision_id;
  return null;
end
$$;

--
-- Name: tell_comment_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_comment_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'thread:' || new.discussion_id);
  return null;
end
$$;

--
-- Name: tell_discussion_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_discussion_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.letter_id is not null then
    perform pg_notify('tribune_pages', 'letter:' || id) from letters where id = new.letter_id and state <> 'draft';
  else
    perform pg_notify('tribune_pages', 'text:' || text_id) from provisions where id = new.provision_id;
  end if;
  return null;
end
$$;

--
-- Name: tell_drafts(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_drafts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_table_name = 'draft_updates' then
    perform pg_notify('tribune_drafts', format('text %s %s %s', new.letter_id, new.id, coalesce(new.writer::text, '-')));
  elsif tg_table_name = 'co_authors' then
    perform pg_notify('tribune_drafts', format('rights %s', coalesce(new.letter_id, old.letter_id)));
  elsif tg_table_name = 'sessions' then
    perform pg_notify('tribune_drafts', format('account %s', old.account_id));
  elsif tg_op = 'DELETE' or new.state is distinct from old.state then
    perform pg_notify('tribune_drafts', format('rights %s', old.id));
  elsif new.fields_revision is distinct from old.fields_revision then
    perform pg_notify('tribune_drafts', format('fields %s', old.id));
  end if;
  return null;
end
$$;

--
-- Name: tell_hidden_comment(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_hidden_comment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', case when d.letter_id is not null then 'letter:' || d.letter_id else 'text:' || p.text_id end)
  from discussions d left join provisions p on p.id = d.provision_id where d.id = new.discussion_id;
  perform pg_notify('tribune_pages', 'organisation:' || organisation_id) from organisation_members
  where account_id = new.account_id;
  return null;
end
$$;

--
-- Name: tell_hidden_letter(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_hidden_letter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'text:' || p.text_id)
  from (select distinct p.text_id from citations c join provisions p on p.id = c.provision_id where c.letter_id = new.id) p;
  perform pg_notify('tribune_pages', 'organisation:' || o.id) from (
    select organisation_id as id from signatures where letter_id = new.id and organisation_id is not null
    union
    select organisation_id from organisation_members where account_id = new.created_by
    union
    select m.organisation_id from discussions d join comments c on c.discussion_id = d.id
    join organisation_members m on m.account_id = c.account_id where d.letter_id = new.id) o;
  perform pg_notify('tribune_pages', 'thread:' || id) from discussions where letter_id = new.id;
  perform pg_notify('tribune_pages', 'public-log');
  return null;
end
$$;

--
-- Name: tell_hidden_organisation(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_hidden_organisation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'accounts');
  perform pg_notify('tribune_pages', 'text:' || text_id) from text_officials where organisation_id = new.id;
  return null;
end
$$;

--
-- Name: tell_letter_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_letter_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.id);
  perform pg_notify('tribune_pages', 'letters');
  return null;
end
$$;

--
-- Name: tell_letter_record(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_letter_record() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.letter_id);
  return null;
end
$$;

--
-- Name: tell_margin(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_margin() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_drafts', format('margin %s', t.letter_id)) from margin_threads t where t.id = new.thread_id;
  return null;
end
$$;

--
-- Name: tell_member_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_member_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'organisation:' || coalesce(new.organisation_id, old.organisation_id));
  return null;
end $$;

--
-- Name: tell_new_comment(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_new_comment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_comments', new.discussion_id || ' ' || new.id || ' ' || new.above_id);
  return null;
end
$$;

--
-- Name: tell_organisation_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_organisation_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'organisation:' || coalesce(new.id, old.id));
  perform pg_notify('tribune_pages', 'organisations');
  return null;
end $$;

--
-- Name: tell_organisation_signature(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_organisation_signature() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'organisation:' || new.organisation_id);
  return null;
end $$;

--
-- Name: tell_pin_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_pin_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.letter_id);
  return null;
end $$;

--
-- Name: tell_public_log(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_public_log() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'public-log');
  return null;
end
$$;

--
-- Name: tell_running_settings(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_running_settings() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'running-settings');
  return null;
end
$$;

--
-- Name: tell_signature_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_signature_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'letter:' || old.letter_id);
  return null;
end
$$;

--
-- Name: tell_text_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_text_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'text:' || new.text_id);
  perform pg_notify('tribune_pages', 'texts');
  return null;
end
$$;

--
-- Name: tell_texts_cited_before(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_texts_cited_before() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'text:' || text_id) from (
    select distinct p.text_id from citations c join provisions p on p.id = c.provision_id
    where c.letter_id = new.letter_id) cited;
  return null;
end
$$;

--
-- Name: tell_version_count_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_version_count_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.letter_id);
  return null;
end
$$;

--
-- Name: tell_webhooks(bigint, text, jsonb); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.tell_webhooks(letter bigint, what text, told jsonb) RETURNS void
    LANGUAGE sql
    AS $$
  insert into webhook_deliveries (webhook_id, type, data)
  select w.id, what, told || jsonb_build_object('letter', l.slug)
  from webhooks w join letters l on l.id = w.letter_id
  where w.letter_id = letter and w.disabled_at is null and what = any (w.events) and l.state not in ('draft', 'hidden')
$$;

--
-- Name: webhooks_of_comment(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.webhooks_of_comment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  letter record;
begin
  select l.id, l.slug into letter from discussions d join letters l on l.id = d.letter_id where d.id = new.discussion_id;
  if found then
    perform tell_webhooks(letter.id, 'comment.posted', jsonb_build_object('id', new.id, 'parent', new.parent_id,
      'stance', new.stance, 'path', '/letters/' || letter.slug || '/discussion/' || new.id));
  end if;
  return null;
end
$$;

--
-- Name: webhooks_of_letter(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.webhooks_of_letter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  reached integer;
begin
  if new.last_number > old.last_number then
    insert into webhook_deliveries as d (webhook_id, type, data, due_at)
    select w.id, 'signature.confirmed',
      jsonb_build_object('letter', new.slug, 'path', '/letters/' || new.slug, 'from', old.last_number + 1,
        'to', new.last_number, 'signatures', new.signature_count, 'organisations', new.organisation_count),
      now() + interval '5 seconds'
    from webhooks w
    where w.letter_id = new.id and w.disabled_at is null and 'signature.confirmed' = any (w.events)
      and new.state not in ('draft', 'hidden')
    on conflict (webhook_id) where type = 'signature.confirmed' and state = 'waiting' and attempts = 0
      do update set data = excluded.data || jsonb_build_object('from', d.data -> 'from');
  end if;
  foreach reached in array array[100, 500, 1000, 5000, 10000, 50000, 100000, 500000, 1000000] loop
    if old.signature_count < reached and new.signature_count >= reached then
      perform tell_webhooks(new.id, 'letter.milestone',
        jsonb_build_object('path', '/letters/' || new.slug, 'signatures', reached));
    end if;
  end loop;
  if old.state = 'open' and new.state = 'closed' then
    perform tell_webhooks(new.id, 'letter.closed',
      jsonb_build_object('path', '/letters/' || new.slug, 'signatures', new.signature_count));
  end if;
  return null;
end
$$;

--
-- Name: webhooks_of_reply(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.webhooks_of_reply() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform tell_webhooks(new.letter_id, 'reply.recorded', jsonb_build_object('id', new.id,
    'path', (select '/letters/' || slug || '/replies/' || new.id from letters where id = new.letter_id)));
  return null;
end
$$;

--
-- Name: webhooks_of_version(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.webhooks_of_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform tell_webhooks(new.letter_id, 'letter.version-published', jsonb_build_object('number', new.number,
    'sha256', new.sha256, 'path', (select '/letters/' || slug || '/versions/' || new.number from letters where id = new.letter_id)));
  return null;
end
$$;

--
-- Name: wilson_lower_bound(integer, integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.wilson_lower_bound(yes integer, no integer) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when yes + no = 0 then 0 else
    ((yes + 1.9208) / (yes + no) - 1.96 * sqrt(yes::float8 * no / (yes + no) + 0.9604) / (yes + no))
    / (1 + 3.8416 / (yes + no)) end
$$;

--
-- Name: write_comment_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.write_comment_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.deleted_at is not null or new.hidden_at is not null then
    delete from comment_words where comment_id = new.id;
  else
    insert into comment_words (comment_id, search, said_at) values (new.id, search_vector(new.body), new.created_at)
    on conflict (comment_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;

--
-- Name: write_letter_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.write_letter_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  titles text;
  texts text;
begin
  select string_agg(t ->> 'title', ' '), string_agg(letter_plain(t), ' ') into titles, texts
  from jsonb_array_elements(new.signed -> 'translations') t;
  insert into letter_words (letter_id, search) values (new.letter_id,
    setweight(search_vector(concat_ws(' ', new.title, titles)), 'A')
    || setweight(search_vector(new.summary || ' ' || new.author_name), 'B')
    || search_vector(left(concat_ws(' ', letter_plain(new.signed), texts), 100000)))
  on conflict (letter_id) do update set search = excluded.search;
  return null;
end
$$;

--
-- Name: write_organisation_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.write_organisation_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if new.merged_into is not null or new.hidden_at is not null then
    delete from organisation_words where organisation_id = new.id;
  else
    insert into organisation_words (organisation_id, search)
    values (new.id, setweight(search_vector(new.name), 'A') || search_vector(new.about))
    on conflict (organisation_id) do update set search = excluded.search;
  end if;
  return null;
end
$$;

--
-- Name: write_provision_words(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.write_provision_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

--
-- Name: tribune_english; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION public.tribune_english (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR asciiword WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR word WITH public.unaccent, english_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR hword_part WITH public.unaccent, english_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR hword_asciipart WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR asciihword WITH english_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR hword WITH public.unaccent, english_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_english
    ADD MAPPING FOR uint WITH simple;

--
-- Name: tribune_french; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION public.tribune_french (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR asciiword WITH french_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR word WITH public.unaccent, french_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR hword_part WITH public.unaccent, french_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR hword_asciipart WITH french_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR asciihword WITH french_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR hword WITH public.unaccent, french_stem;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_french
    ADD MAPPING FOR uint WITH simple;

--
-- Name: tribune_words; Type: TEXT SEARCH CONFIGURATION; Schema: public; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION public.tribune_words (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR word WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR hword_part WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR hword WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.tribune_words
    ADD MAPPING FOR uint WITH simple;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_tokens (
    token_hash text NOT NULL,
    account_id bigint NOT NULL,
    purpose text NOT NULL,
    new_email text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT account_tokens_check CHECK (((purpose = 'change-address'::text) = (new_email IS NOT NULL))),
    CONSTRAINT account_tokens_new_email_check CHECK (((new_email = lower(new_email)) AND (length(new_email) <= 254))),
    CONSTRAINT account_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['reset-password'::text, 'change-address'::text])))
);

--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    id bigint NOT NULL,
    email text,
    name text,
    password_hash text,
    language text DEFAULT 'en'::text NOT NULL,
    role text DEFAULT 'member'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    notice_rhythm text DEFAULT 'daily'::text NOT NULL,
    CONSTRAINT accounts_check CHECK (((deleted_at IS NULL) = ((email IS NOT NULL) AND (name IS NOT NULL) AND (password_hash IS NOT NULL)))),
    CONSTRAINT accounts_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT accounts_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT accounts_notice_rhythm_check CHECK ((notice_rhythm = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'never'::text]))),
    CONSTRAINT accounts_role_check CHECK ((role = ANY (ARRAY['member'::text, 'moderator'::text, 'admin'::text])))
);

--
-- Name: accounts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.accounts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.accounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: administration_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.administration_events (
    id bigint NOT NULL,
    happened_at timestamp with time zone DEFAULT now() NOT NULL,
    administrator_id bigint NOT NULL,
    act text NOT NULL,
    account_id bigint,
    subject text DEFAULT ''::text NOT NULL,
    changes jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT administration_events_act_check CHECK (((length(act) >= 1) AND (length(act) <= 60))),
    CONSTRAINT administration_events_subject_check CHECK ((length(subject) <= 500))
);

--
-- Name: administration_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.administration_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.administration_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: annotation_places; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.annotation_places (
    comment_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    state text NOT NULL,
    start_at integer,
    end_at integer,
    CONSTRAINT annotation_places_check CHECK (((state = 'orphan'::text) = (start_at IS NULL))),
    CONSTRAINT annotation_places_check1 CHECK (((start_at IS NULL) = (end_at IS NULL))),
    CONSTRAINT annotation_places_state_check CHECK ((state = ANY (ARRAY['exact'::text, 'carried'::text, 'orphan'::text])))
);

--
-- Name: annotations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.annotations (
    comment_id bigint NOT NULL,
    provision_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    exact text NOT NULL,
    prefix text NOT NULL,
    suffix text NOT NULL,
    start_at integer NOT NULL,
    end_at integer NOT NULL,
    CONSTRAINT annotations_check CHECK ((end_at > start_at)),
    CONSTRAINT annotations_exact_check CHECK (((length(exact) >= 1) AND (length(exact) <= 2000))),
    CONSTRAINT annotations_prefix_check CHECK ((length(prefix) <= 64)),
    CONSTRAINT annotations_start_at_check CHECK ((start_at >= 0)),
    CONSTRAINT annotations_suffix_check CHECK ((length(suffix) <= 64))
);

--
-- Name: begun_log_ins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.begun_log_ins (
    browser_hash text NOT NULL,
    account_id bigint NOT NULL,
    next text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT begun_log_ins_next_check CHECK ((length(next) <= 2000))
);

--
-- Name: citations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.citations (
    letter_id bigint NOT NULL,
    version_number integer NOT NULL,
    "position" integer NOT NULL,
    provision_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    CONSTRAINT citations_position_check CHECK (("position" > 0))
);

--
-- Name: co_author_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.co_author_events (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    event text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor_id bigint,
    account_id bigint,
    role text,
    organisation_id bigint,
    CONSTRAINT co_author_events_event_check CHECK ((event = ANY (ARRAY['invited'::text, 'uninvited'::text, 'joined'::text, 'role-changed'::text, 'removed'::text, 'left'::text, 'shared'::text, 'unshared'::text, 'approved'::text, 'unapproved'::text, 'planned'::text, 'unplanned'::text, 'plan-failed'::text, 'published'::text]))),
    CONSTRAINT co_author_events_role_check CHECK ((role = ANY (ARRAY['author'::text, 'editor'::text, 'reviewer'::text, 'reader'::text])))
);

--
-- Name: co_author_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.co_author_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.co_author_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: co_author_invitations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.co_author_invitations (
    id bigint NOT NULL,
    token_hash text NOT NULL,
    letter_id bigint NOT NULL,
    email text,
    organisation_id bigint,
    role text NOT NULL,
    invited_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT co_author_invitations_check CHECK ((num_nonnulls(email, organisation_id) = 1)),
    CONSTRAINT co_author_invitations_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT co_author_invitations_role_check CHECK ((role = ANY (ARRAY['author'::text, 'editor'::text, 'reviewer'::text, 'reader'::text])))
);

--
-- Name: co_author_invitations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.co_author_invitations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.co_author_invitations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: co_authors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.co_authors (
    letter_id bigint NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    organisation_id bigint,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT co_authors_role_check CHECK ((role = ANY (ARRAY['author'::text, 'editor'::text, 'reviewer'::text, 'reader'::text])))
);

--
-- Name: comment_edits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comment_edits (
    comment_id bigint NOT NULL,
    number integer NOT NULL,
    body text NOT NULL,
    stance text NOT NULL,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: comment_mentions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comment_mentions (
    comment_id bigint NOT NULL,
    account_id bigint NOT NULL,
    name text NOT NULL
);

--
-- Name: comment_prints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comment_prints (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    discussion_id bigint NOT NULL,
    print text,
    said_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: comment_prints_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comment_prints ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.comment_prints_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: comment_votes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comment_votes (
    comment_id bigint NOT NULL,
    account_id bigint NOT NULL,
    agrees boolean NOT NULL,
    voted_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: comment_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comment_words (
    comment_id bigint NOT NULL,
    search tsvector NOT NULL,
    said_at timestamp with time zone NOT NULL
);

--
-- Name: comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.comments (
    id bigint NOT NULL,
    parent_id bigint,
    root_id bigint,
    depth smallint NOT NULL,
    path text NOT NULL COLLATE pg_catalog."C",
    account_id bigint NOT NULL,
    stance text DEFAULT 'neutral'::text NOT NULL,
    body text NOT NULL,
    submission_key uuid NOT NULL,
    reply_count integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    descendant_count integer DEFAULT 0 NOT NULL,
    agree_count integer DEFAULT 0 NOT NULL,
    disagree_count integer DEFAULT 0 NOT NULL,
    above_id bigint GENERATED ALWAYS AS (COALESCE(parent_id, (0)::bigint)) STORED NOT NULL,
    agreement double precision GENERATED ALWAYS AS (public.wilson_lower_bound(agree_count, disagree_count)) STORED NOT NULL,
    contest double precision GENERATED ALWAYS AS (LEAST(public.wilson_lower_bound(agree_count, disagree_count), public.wilson_lower_bound(disagree_count, agree_count))) STORED NOT NULL,
    discussion_id bigint NOT NULL,
    hidden_at timestamp with time zone,
    hidden_for text,
    locked_at timestamp with time zone,
    part_hidden_for text,
    CONSTRAINT comments_agree_count_check CHECK ((agree_count >= 0)),
    CONSTRAINT comments_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
    CONSTRAINT comments_check CHECK ((length(path) = (8 * (depth + 1)))),
    CONSTRAINT comments_check1 CHECK (((parent_id IS NULL) = (depth = 0))),
    CONSTRAINT comments_check2 CHECK (((root_id IS NULL) = (depth = 0))),
    CONSTRAINT comments_depth_check CHECK (((depth >= 0) AND (depth <= 32))),
    CONSTRAINT comments_descendant_count_check CHECK ((descendant_count >= 0)),
    CONSTRAINT comments_disagree_count_check CHECK ((disagree_count >= 0)),
    CONSTRAINT comments_hidden_check CHECK ((((hidden_at IS NULL) = (hidden_for IS NULL)) AND ((hidden_at IS NULL) OR ((body = '-'::text) AND (deleted_at IS NULL))))),
    CONSTRAINT comments_locked_check CHECK (((locked_at IS NULL) OR (depth = 0))),
    CONSTRAINT comments_part_hidden_check CHECK (((part_hidden_for IS NULL) OR (deleted_at IS NULL))),
    CONSTRAINT comments_stance_check CHECK ((stance = ANY (ARRAY['support'::text, 'oppose'::text, 'neutral'::text])))
);

--
-- Name: comments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.comments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: consultations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consultations (
    id bigint NOT NULL,
    text_id bigint NOT NULL,
    title text NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    opened_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_by bigint,
    closed_at timestamp with time zone,
    CONSTRAINT consultations_check CHECK ((closes_at > opens_at)),
    CONSTRAINT consultations_check1 CHECK (((closed_by IS NULL) = (closed_at IS NULL))),
    CONSTRAINT consultations_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: consultations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consultations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consultations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: countersignature_requests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.countersignature_requests (
    token_hash text NOT NULL,
    letter_id bigint NOT NULL,
    signature_id bigint NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    version_number integer NOT NULL
);

--
-- Name: data_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.data_links (
    token_hash text NOT NULL,
    email text,
    by_mail boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT data_links_email_check CHECK (((email = lower(email)) AND (length(email) <= 254)))
);

--
-- Name: dead_addresses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dead_addresses (
    address text NOT NULL,
    reason text NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT dead_addresses_reason_check CHECK ((length(reason) <= 500))
);

--
-- Name: digests; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.digests (
    account_id bigint NOT NULL,
    rhythm text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    CONSTRAINT digests_rhythm_check CHECK ((rhythm = ANY (ARRAY['daily'::text, 'weekly'::text])))
);

--
-- Name: discussions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.discussions (
    id bigint NOT NULL,
    letter_id bigint,
    provision_id bigint,
    comment_count integer DEFAULT 0 NOT NULL,
    last_comment_id bigint DEFAULT 0 NOT NULL,
    CONSTRAINT discussions_check CHECK ((num_nonnulls(letter_id, provision_id) = 1)),
    CONSTRAINT discussions_comment_count_check CHECK ((comment_count >= 0))
);

--
-- Name: discussions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.discussions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.discussions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: dispositions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dispositions (
    id bigint NOT NULL,
    provision_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    decision text NOT NULL,
    reasons text NOT NULL,
    account_id bigint NOT NULL,
    organisation_id bigint,
    submission_key uuid NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT dispositions_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'partly-accepted'::text, 'rejected'::text, 'noted'::text]))),
    CONSTRAINT dispositions_reasons_check CHECK (((length(reasons) >= 1) AND (length(reasons) <= 10000)))
);

--
-- Name: dispositions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.dispositions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.dispositions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: doctrine_imports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.doctrine_imports (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    file_name text NOT NULL,
    slug text NOT NULL,
    dated date NOT NULL,
    title text NOT NULL,
    language text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    provisions jsonb NOT NULL,
    problems jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT doctrine_imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
    CONSTRAINT doctrine_imports_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT doctrine_imports_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
    CONSTRAINT doctrine_imports_source_check CHECK ((length(source) <= 2000)),
    CONSTRAINT doctrine_imports_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: doctrine_imports_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.doctrine_imports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.doctrine_imports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: doctrine_texts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.doctrine_texts (
    id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT doctrine_texts_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT doctrine_texts_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
    CONSTRAINT doctrine_texts_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: doctrine_texts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.doctrine_texts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.doctrine_texts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: draft_approvals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft_approvals (
    letter_id bigint NOT NULL,
    account_id bigint NOT NULL,
    revision integer NOT NULL,
    sha256 text NOT NULL,
    approved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT draft_approvals_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: draft_imports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft_imports (
    letter_id bigint NOT NULL,
    file_name text NOT NULL,
    losses jsonb NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT draft_imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
    CONSTRAINT draft_imports_losses_check CHECK ((jsonb_typeof(losses) = 'array'::text))
);

--
-- Name: draft_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft_shares (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone
);

--
-- Name: draft_shares_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.draft_shares ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.draft_shares_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: draft_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft_snapshots (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    reason text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    addressees text[] NOT NULL,
    document jsonb NOT NULL,
    written_by bigint,
    written_at timestamp with time zone NOT NULL,
    taken_by bigint NOT NULL,
    taken_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT draft_snapshots_name_check CHECK ((length(name) <= 120)),
    CONSTRAINT draft_snapshots_reason_check CHECK ((reason = ANY (ARRAY['named'::text, 'another-writer'::text, 'after-a-pause'::text, 'much-gone'::text, 'restored'::text])))
);

--
-- Name: draft_snapshots_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.draft_snapshots ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.draft_snapshots_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: draft_states; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft_states (
    letter_id bigint NOT NULL,
    state bytea NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: draft_updates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft_updates (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    account_id bigint NOT NULL,
    body bytea NOT NULL,
    writer uuid,
    at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: draft_updates_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.draft_updates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.draft_updates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: held_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.held_comments (
    id bigint NOT NULL,
    discussion_id bigint NOT NULL,
    account_id bigint NOT NULL,
    submission_key uuid NOT NULL,
    parent_id bigint,
    edits_id bigint,
    stance text NOT NULL,
    body text,
    passage jsonb,
    reasons text[] NOT NULL,
    matched text DEFAULT ''::text NOT NULL,
    held_at timestamp with time zone DEFAULT now() NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    ended_at timestamp with time zone,
    released_as bigint,
    CONSTRAINT held_comments_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
    CONSTRAINT held_comments_check CHECK (((edits_id IS NULL) OR ((parent_id IS NULL) AND (passage IS NULL)))),
    CONSTRAINT held_comments_check1 CHECK (((body IS NULL) = (state = ANY (ARRAY['released'::text, 'withdrawn'::text])))),
    CONSTRAINT held_comments_check2 CHECK (((ended_at IS NULL) = (state = 'waiting'::text))),
    CONSTRAINT held_comments_check3 CHECK (((released_as IS NOT NULL) = (state = 'released'::text))),
    CONSTRAINT held_comments_matched_check CHECK ((length(matched) <= 100)),
    CONSTRAINT held_comments_reasons_check CHECK ((cardinality(reasons) > 0)),
    CONSTRAINT held_comments_stance_check CHECK ((stance = ANY (ARRAY['support'::text, 'oppose'::text, 'neutral'::text]))),
    CONSTRAINT held_comments_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'released'::text, 'refused'::text, 'withdrawn'::text])))
);

--
-- Name: held_comments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.held_comments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.held_comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: hidden_organisations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.hidden_organisations (
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    website text NOT NULL,
    about text NOT NULL,
    logo_sha256 text
);

--
-- Name: hidden_signatures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.hidden_signatures (
    letter_id bigint NOT NULL,
    signature_id bigint NOT NULL,
    with_organisation boolean NOT NULL,
    hidden_at timestamp with time zone DEFAULT now() NOT NULL,
    hidden_for text NOT NULL,
    wished boolean DEFAULT true NOT NULL
);

--
-- Name: hidden_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.hidden_words (
    comment_id bigint NOT NULL,
    body text NOT NULL,
    CONSTRAINT hidden_words_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
);

--
-- Name: identities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    organisation_id bigint,
    email text DEFAULT ''::text NOT NULL,
    linked_at timestamp with time zone DEFAULT now() NOT NULL,
    last_used_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT identities_check CHECK (((kind = 'organisation'::text) = (organisation_id IS NOT NULL))),
    CONSTRAINT identities_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT identities_issuer_check CHECK ((length(issuer) <= 300)),
    CONSTRAINT identities_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'organisation'::text]))),
    CONSTRAINT identities_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);

--
-- Name: identity_arrivals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.identity_arrivals (
    browser_hash text NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    organisation_id bigint,
    email text DEFAULT ''::text NOT NULL,
    siret text,
    next text DEFAULT '/'::text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT identity_arrivals_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'organisation'::text])))
);

--
-- Name: identity_attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.identity_attempts (
    state_hash text NOT NULL,
    browser_hash text NOT NULL,
    kind text NOT NULL,
    organisation_id bigint,
    issuer text NOT NULL,
    account_id bigint,
    nonce text NOT NULL,
    code_verifier text,
    next text DEFAULT '/'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT identity_attempts_check CHECK (((kind = 'organisation'::text) = (organisation_id IS NOT NULL))),
    CONSTRAINT identity_attempts_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'organisation'::text]))),
    CONSTRAINT identity_attempts_next_check CHECK ((length(next) <= 2000))
);

--
-- Name: images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.images (
    sha256 text NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    uploaded_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT images_bytes_check CHECK ((octet_length(bytes) <= 5000000)),
    CONSTRAINT images_media_type_check CHECK ((media_type = ANY (ARRAY['image/webp'::text, 'image/png'::text, 'image/jpeg'::text]))),
    CONSTRAINT images_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: invalidations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invalidations (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    condition jsonb NOT NULL,
    reason text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'running'::text NOT NULL,
    signatures integer DEFAULT 0 NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_by bigint,
    undone_at timestamp with time zone,
    last_signature_id bigint DEFAULT 0 NOT NULL,
    newest_signature_id bigint DEFAULT 0 NOT NULL,
    found integer DEFAULT 0 NOT NULL,
    CONSTRAINT invalidations_note_check CHECK ((length(note) <= 500)),
    CONSTRAINT invalidations_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'undoing'::text, 'undone'::text])))
);

--
-- Name: invalidations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.invalidations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invalidations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: joins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.joins (
    token_hash text NOT NULL,
    browser_hash text NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT joins_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT joins_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT joins_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

--
-- Name: letter_days; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_days (
    letter_id bigint NOT NULL,
    day date NOT NULL,
    signature_count integer DEFAULT 0 NOT NULL
);

--
-- Name: letter_deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_deliveries (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    addressee text NOT NULL,
    handed_on date NOT NULL,
    version_number integer NOT NULL,
    sha256 text NOT NULL,
    signature_count integer NOT NULL,
    version_signature_count integer NOT NULL,
    organisation_count integer NOT NULL,
    imported_count integer NOT NULL,
    account_id bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    submission_key uuid NOT NULL,
    CONSTRAINT letter_deliveries_addressee_check CHECK (((length(addressee) >= 1) AND (length(addressee) <= 200))),
    CONSTRAINT letter_deliveries_check CHECK (((version_signature_count >= 0) AND (version_signature_count <= signature_count))),
    CONSTRAINT letter_deliveries_check1 CHECK (((organisation_count >= 0) AND (organisation_count <= signature_count))),
    CONSTRAINT letter_deliveries_imported_count_check CHECK ((imported_count >= 0)),
    CONSTRAINT letter_deliveries_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT letter_deliveries_signature_count_check CHECK ((signature_count >= 0))
);

--
-- Name: letter_deliveries_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letter_deliveries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letter_deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: letter_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_events (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    event text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    closes_on date,
    account_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT letter_events_check CHECK (((closes_on IS NULL) OR (event = 'reopened'::text))),
    CONSTRAINT letter_events_check1 CHECK (((account_id IS NOT NULL) OR (event = 'closed'::text))),
    CONSTRAINT letter_events_check2 CHECK (((reason <> ''::text) OR (event <> 'reopened'::text))),
    CONSTRAINT letter_events_event_check CHECK ((event = ANY (ARRAY['closed'::text, 'reopened'::text, 'archived'::text, 'unarchived'::text]))),
    CONSTRAINT letter_events_reason_check CHECK ((length(reason) <= 1000))
);

--
-- Name: letter_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letter_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letter_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: letter_mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_mails (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    update_id bigint,
    reply_id bigint,
    last_signature_id bigint DEFAULT 0 NOT NULL,
    origin text NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT letter_mails_check CHECK ((num_nonnulls(update_id, reply_id) = 1))
);

--
-- Name: letter_mails_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letter_mails ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letter_mails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: letter_replies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_replies (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    name text NOT NULL,
    office text DEFAULT ''::text NOT NULL,
    replied_on date NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    account_id bigint NOT NULL,
    recorded_as text NOT NULL,
    official jsonb,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    submission_key uuid NOT NULL,
    CONSTRAINT letter_replies_address_check CHECK (((address = ''::text) OR (address ~ '^https?://'::text))),
    CONSTRAINT letter_replies_address_check1 CHECK ((length(address) <= 500)),
    CONSTRAINT letter_replies_body_check CHECK ((length(body) <= 20000)),
    CONSTRAINT letter_replies_check CHECK (((official IS NOT NULL) = (recorded_as = 'official'::text))),
    CONSTRAINT letter_replies_check1 CHECK (((body <> ''::text) OR (address <> ''::text))),
    CONSTRAINT letter_replies_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160))),
    CONSTRAINT letter_replies_office_check CHECK ((length(office) <= 200)),
    CONSTRAINT letter_replies_recorded_as_check CHECK ((recorded_as = ANY (ARRAY['author'::text, 'official'::text])))
);

--
-- Name: letter_replies_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letter_replies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letter_replies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: letter_revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_revisions (
    letter_id bigint NOT NULL,
    title text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    addressees text[] DEFAULT '{}'::text[] NOT NULL,
    document jsonb NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    based_on integer NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    edited_by bigint NOT NULL,
    edited_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT letter_revisions_addressees_check CHECK ((cardinality(addressees) <= 20)),
    CONSTRAINT letter_revisions_reason_check CHECK ((length(reason) <= 1000)),
    CONSTRAINT letter_revisions_summary_check CHECK ((length(summary) <= 500)),
    CONSTRAINT letter_revisions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: letter_translations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_translations (
    letter_id bigint NOT NULL,
    language text NOT NULL,
    title text NOT NULL,
    document jsonb NOT NULL,
    original_sha256 text,
    left_out boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    edited_by bigint NOT NULL,
    edited_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT letter_translations_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT letter_translations_original_sha256_check CHECK ((original_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT letter_translations_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: letter_updates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_updates (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    account_id bigint NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    submission_key uuid NOT NULL,
    CONSTRAINT letter_updates_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000))),
    CONSTRAINT letter_updates_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)))
);

--
-- Name: letter_updates_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letter_updates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letter_updates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: letter_version_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_version_counts (
    letter_id bigint NOT NULL,
    version_number integer NOT NULL,
    signature_count integer DEFAULT 0 NOT NULL
);

--
-- Name: letter_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_versions (
    letter_id bigint NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    author_kind text NOT NULL,
    author_name text NOT NULL,
    addressees text[] NOT NULL,
    language text NOT NULL,
    signed jsonb NOT NULL,
    sha256 text NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    published_by bigint NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT letter_versions_number_check CHECK ((number >= 1)),
    CONSTRAINT letter_versions_reason_check CHECK ((length(reason) <= 1000)),
    CONSTRAINT letter_versions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: letter_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_words (
    letter_id bigint NOT NULL,
    search tsvector NOT NULL
);

--
-- Name: letters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letters (
    id bigint NOT NULL,
    slug text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    language text NOT NULL,
    title text NOT NULL,
    summary text DEFAULT ''::text NOT NULL,
    author_kind text DEFAULT 'person'::text NOT NULL,
    author_name text NOT NULL,
    addressees text[] DEFAULT '{}'::text[] NOT NULL,
    closes_on date,
    draft jsonb NOT NULL,
    draft_revision integer DEFAULT 1 NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by bigint,
    current_version integer,
    signature_count integer DEFAULT 0 NOT NULL,
    imported_count integer DEFAULT 0 NOT NULL,
    last_number integer DEFAULT 0 NOT NULL,
    organisation_count integer DEFAULT 0 NOT NULL,
    edited_by bigint,
    fields_revision integer DEFAULT 1 NOT NULL,
    text_revision integer DEFAULT 1 NOT NULL,
    hidden_at timestamp with time zone,
    hidden_for text,
    hidden_from text,
    submission_key uuid,
    CONSTRAINT letters_addressees_check CHECK ((cardinality(addressees) <= 20)),
    CONSTRAINT letters_author_kind_check CHECK ((author_kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
    CONSTRAINT letters_author_name_check CHECK ((length(author_name) <= 160)),
    CONSTRAINT letters_check CHECK (((state = 'draft'::text) = (published_at IS NULL))),
    CONSTRAINT letters_check1 CHECK (((state = 'draft'::text) OR (author_name <> ''::text))),
    CONSTRAINT letters_check2 CHECK (((published_at IS NULL) = (current_version IS NULL))),
    CONSTRAINT letters_check3 CHECK (((state <> ALL (ARRAY['closed'::text, 'archived'::text])) OR (closed_at IS NOT NULL))),
    CONSTRAINT letters_hidden_check CHECK ((((state = 'hidden'::text) = (hidden_at IS NOT NULL)) AND ((hidden_at IS NULL) = (hidden_for IS NULL)) AND ((hidden_at IS NULL) = (hidden_from IS NULL)))),
    CONSTRAINT letters_hidden_from_check CHECK ((hidden_from = ANY (ARRAY['open'::text, 'closed'::text, 'archived'::text]))),
    CONSTRAINT letters_imported_count_check CHECK ((imported_count >= 0)),
    CONSTRAINT letters_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT letters_organisation_count_check CHECK ((organisation_count >= 0)),
    CONSTRAINT letters_signature_count_check CHECK ((signature_count >= 0)),
    CONSTRAINT letters_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
    CONSTRAINT letters_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'archived'::text, 'hidden'::text]))),
    CONSTRAINT letters_summary_check CHECK ((length(summary) <= 500)),
    CONSTRAINT letters_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

--
-- Name: letters_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.letters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mails (
    id bigint NOT NULL,
    kind text NOT NULL,
    to_address text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    body text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    last_error text,
    to_queue boolean DEFAULT false NOT NULL,
    html text,
    headers jsonb,
    CONSTRAINT mails_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
);

--
-- Name: mails_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.mails ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mails_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: mandate_mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mandate_mails (
    token_hash text NOT NULL,
    organisation_id bigint NOT NULL,
    account_id bigint NOT NULL,
    email text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT mandate_mails_email_check CHECK (((email = lower(email)) AND (length(email) <= 254)))
);

--
-- Name: mandates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mandates (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    account_id bigint NOT NULL,
    level text NOT NULL,
    evidence text NOT NULL,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT mandates_evidence_check CHECK ((length(evidence) <= 300)),
    CONSTRAINT mandates_level_check CHECK ((level = ANY (ARRAY['mailed'::text, 'federated'::text])))
);

--
-- Name: mandates_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.mandates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mandates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: margin_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.margin_comments (
    id bigint NOT NULL,
    thread_id bigint NOT NULL,
    account_id bigint NOT NULL,
    body text NOT NULL,
    submission_key uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    deleted_at timestamp with time zone,
    CONSTRAINT margin_comments_check CHECK (((length(body) <= 5000) AND ((length(body) > 0) = (deleted_at IS NULL))))
);

--
-- Name: margin_comments_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.margin_comments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.margin_comments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: margin_mentions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.margin_mentions (
    comment_id bigint NOT NULL,
    account_id bigint NOT NULL,
    name text DEFAULT ''::text NOT NULL
);

--
-- Name: margin_threads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.margin_threads (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    quote text NOT NULL,
    prefix text NOT NULL,
    suffix text NOT NULL,
    alone boolean NOT NULL,
    begins bytea,
    ends bytea,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    resolved_by bigint,
    resolved_at timestamp with time zone,
    CONSTRAINT margin_threads_begins_check CHECK (((length(begins) >= 1) AND (length(begins) <= 200))),
    CONSTRAINT margin_threads_check CHECK (((begins IS NULL) = (ends IS NULL))),
    CONSTRAINT margin_threads_check1 CHECK (((resolved_by IS NULL) = (resolved_at IS NULL))),
    CONSTRAINT margin_threads_ends_check CHECK (((length(ends) >= 1) AND (length(ends) <= 200))),
    CONSTRAINT margin_threads_prefix_check CHECK ((length(prefix) <= 32)),
    CONSTRAINT margin_threads_quote_check CHECK (((length(quote) >= 1) AND (length(quote) <= 2000))),
    CONSTRAINT margin_threads_suffix_check CHECK ((length(suffix) <= 32))
);

--
-- Name: margin_threads_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.margin_threads ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.margin_threads_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: margin_turns; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.margin_turns (
    id bigint NOT NULL,
    thread_id bigint NOT NULL,
    turn text NOT NULL,
    account_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT margin_turns_turn_check CHECK ((turn = ANY (ARRAY['resolved'::text, 'reopened'::text])))
);

--
-- Name: margin_turns_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.margin_turns ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.margin_turns_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: moderation_areas; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_areas (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    letter_id bigint,
    text_id bigint,
    named_by bigint NOT NULL,
    named_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    ended_by bigint,
    CONSTRAINT moderation_areas_check CHECK ((num_nonnulls(letter_id, text_id) = 1)),
    CONSTRAINT moderation_areas_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);

--
-- Name: moderation_areas_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_areas ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.moderation_areas_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: moderation_cases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_cases (
    id bigint NOT NULL,
    kind text NOT NULL,
    comment_id bigint,
    letter_id bigint,
    signature_id bigint,
    organisation_id bigint,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_at timestamp with time zone,
    report_count integer DEFAULT 0 NOT NULL,
    decision_count integer DEFAULT 0 NOT NULL,
    claimed_by bigint,
    claimed_at timestamp with time zone,
    held_id bigint,
    submission_id bigint,
    subject_id bigint GENERATED ALWAYS AS (
CASE kind
    WHEN 'comment'::text THEN comment_id
    WHEN 'letter'::text THEN letter_id
    WHEN 'signature'::text THEN signature_id
    WHEN 'organisation'::text THEN organisation_id
    WHEN 'held'::text THEN held_id
    ELSE submission_id
END) STORED NOT NULL,
    CONSTRAINT moderation_cases_check CHECK (((claimed_by IS NULL) = (claimed_at IS NULL))),
    CONSTRAINT moderation_cases_check1 CHECK ((((comment_id IS NOT NULL) = (kind = 'comment'::text)) AND ((signature_id IS NOT NULL) = (kind = 'signature'::text)) AND ((organisation_id IS NOT NULL) = (kind = 'organisation'::text)) AND ((letter_id IS NOT NULL) = (kind = ANY (ARRAY['letter'::text, 'signature'::text]))) AND ((held_id IS NOT NULL) = (kind = 'held'::text)) AND ((submission_id IS NOT NULL) = (kind = 'submission'::text)))),
    CONSTRAINT moderation_cases_decision_count_check CHECK ((decision_count >= 0)),
    CONSTRAINT moderation_cases_kind_check CHECK ((kind = ANY (ARRAY['comment'::text, 'letter'::text, 'signature'::text, 'organisation'::text, 'held'::text, 'submission'::text]))),
    CONSTRAINT moderation_cases_report_count_check CHECK ((report_count >= 0))
);

--
-- Name: moderation_cases_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_cases ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.moderation_cases_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: moderation_decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderation_decisions (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    submission_key uuid NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    statement text DEFAULT ''::text NOT NULL,
    concerned_id bigint,
    decided_by bigint NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by bigint,
    contested_at timestamp with time zone,
    contest text,
    answer text,
    answer_text text DEFAULT ''::text NOT NULL,
    answered_at timestamp with time zone,
    answered_by bigint,
    passages text[],
    law text,
    law_from text,
    minutes integer,
    slow_letter_id bigint,
    slow_text_id bigint,
    CONSTRAINT moderation_decisions_answer_check CHECK ((answer = ANY (ARRAY['uphold'::text, 'overturn'::text]))),
    CONSTRAINT moderation_decisions_answer_text_check CHECK ((length(answer_text) <= 4000)),
    CONSTRAINT moderation_decisions_check1 CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
    CONSTRAINT moderation_decisions_check2 CHECK (((contested_at IS NULL) = (contest IS NULL))),
    CONSTRAINT moderation_decisions_check3 CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
    CONSTRAINT moderation_decisions_check4 CHECK (((answer IS NULL) OR (contest IS NOT NULL))),
    CONSTRAINT moderation_decisions_check5 CHECK ((answered_by <> decided_by)),
    CONSTRAINT moderation_decisions_contest_check CHECK (((length(contest) >= 1) AND (length(contest) <= 4000))),
    CONSTRAINT moderation_decisions_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'hide'::text, 'hide-part'::text, 'remove'::text, 'warn'::text, 'lock'::text, 'slow'::text, 'pause'::text, 'bar'::text, 'release'::text, 'refuse'::text]))),
    CONSTRAINT moderation_decisions_law_check CHECK (((length(law) >= 1) AND (length(law) <= 200))),
    CONSTRAINT moderation_decisions_law_from_check CHECK ((law_from = ANY (ARRAY['order'::text, 'notice'::text]))),
    CONSTRAINT moderation_decisions_minutes_check CHECK ((minutes = ANY (ARRAY[1, 5, 15, 60]))),
    CONSTRAINT moderation_decisions_passages_check CHECK (((decision = 'hide-part'::text) OR (passages IS NULL))),
    CONSTRAINT moderation_decisions_removal_check CHECK ((((decision = 'remove'::text) = (law IS NOT NULL)) AND ((law IS NULL) = (law_from IS NULL)))),
    CONSTRAINT moderation_decisions_slow_check CHECK ((((decision = 'slow'::text) = (minutes IS NOT NULL)) AND (num_nonnulls(slow_letter_id, slow_text_id) =
CASE
    WHEN (decision = 'slow'::text) THEN 1
    ELSE 0
END))),
    CONSTRAINT moderation_decisions_statement_check CHECK ((length(statement) <= 4000)),
    CONSTRAINT moderation_decisions_until_check CHECK (((decision = ANY (ARRAY['pause'::text, 'slow'::text])) = (until IS NOT NULL)))
);

--
-- Name: moderation_decisions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.moderation_decisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.moderation_decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: notice_rounds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice_rounds (
    id bigint NOT NULL,
    kind text NOT NULL,
    letter_id bigint,
    text_id bigint,
    thread_id bigint,
    comment_id bigint,
    update_id bigint,
    reply_id bigint,
    revision_id bigint,
    consultation_id bigint,
    number integer,
    doer_id bigint,
    last_account_id bigint DEFAULT 0 NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL,
    done_at timestamp with time zone,
    disposition_id bigint,
    organisation_id bigint,
    CONSTRAINT notice_rounds_check CHECK ((num_nonnulls(letter_id, text_id, thread_id) = 1))
);

--
-- Name: notice_rounds_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notice_rounds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.notice_rounds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: notices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    letter_id bigint,
    text_id bigint,
    thread_id bigint,
    organisation_id bigint,
    comment_id bigint,
    update_id bigint,
    reply_id bigint,
    revision_id bigint,
    consultation_id bigint,
    number integer,
    times integer DEFAULT 1 NOT NULL,
    rhythm text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    read_at timestamp with time zone,
    mailed_at timestamp with time zone,
    decision_id bigint,
    held_id bigint,
    disposition_id bigint,
    CONSTRAINT notices_check CHECK ((num_nonnulls(letter_id, text_id, thread_id, decision_id, held_id) = 1)),
    CONSTRAINT notices_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'mention'::text, 'official-answer'::text, 'thread'::text, 'version'::text, 'update'::text, 'letter-reply'::text, 'milestone'::text, 'closing'::text, 'revision'::text, 'consultation'::text, 'organisation-signed'::text, 'decision'::text, 'decision-undone'::text, 'contest-answered'::text, 'report-decided'::text, 'comment-held'::text, 'comment-released'::text, 'disposition'::text, 'rule-answer'::text, 'organisation-published'::text]))),
    CONSTRAINT notices_rhythm_check CHECK ((rhythm = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'never'::text]))),
    CONSTRAINT notices_times_check CHECK ((times >= 1))
);

--
-- Name: notices_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.notices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.notices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: official_answers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.official_answers (
    comment_id bigint NOT NULL,
    text_id bigint NOT NULL,
    organisation_id bigint
);

--
-- Name: officials; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.officials (
    account_id bigint NOT NULL,
    siret text NOT NULL,
    issuer text NOT NULL,
    proved_at timestamp with time zone DEFAULT now() NOT NULL,
    body_name text DEFAULT ''::text NOT NULL,
    public_body boolean,
    looked_up_at timestamp with time zone,
    CONSTRAINT officials_body_name_check CHECK ((length(body_name) <= 300)),
    CONSTRAINT officials_siret_check CHECK ((siret ~ '^\d{14}$'::text))
);

--
-- Name: organisation_domains; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation_domains (
    organisation_id bigint NOT NULL,
    domain text NOT NULL,
    token text NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    method text,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    proved_at timestamp with time zone,
    checked_at timestamp with time zone,
    next_check_at timestamp with time zone,
    failing_since timestamp with time zone,
    last_outcome text DEFAULT ''::text NOT NULL,
    CONSTRAINT organisation_domains_check CHECK (((state = 'pending'::text) OR (proved_at IS NOT NULL))),
    CONSTRAINT organisation_domains_check1 CHECK (((state = 'failing'::text) = (failing_since IS NOT NULL))),
    CONSTRAINT organisation_domains_domain_check CHECK (((domain = lower(domain)) AND ((length(domain) >= 4) AND (length(domain) <= 253)))),
    CONSTRAINT organisation_domains_method_check CHECK ((method = ANY (ARRAY['dns'::text, 'well-known'::text]))),
    CONSTRAINT organisation_domains_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'proved'::text, 'failing'::text, 'lapsed'::text])))
);

--
-- Name: organisation_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation_events (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    event text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor_id bigint,
    account_id bigint,
    role text,
    subject text DEFAULT ''::text NOT NULL,
    CONSTRAINT organisation_events_event_check CHECK ((event = ANY (ARRAY['created'::text, 'edited'::text, 'invited'::text, 'uninvited'::text, 'joined'::text, 'role-changed'::text, 'removed'::text, 'left'::text, 'domain-added'::text, 'domain-proved'::text, 'domain-failing'::text, 'domain-lapsed'::text, 'domain-removed'::text, 'mandate-mailed'::text, 'mandate-federated'::text, 'mandate-ended'::text, 'provider-set'::text, 'provider-removed'::text, 'signed'::text, 'countersigned'::text, 'signature-withdrawn'::text, 'claim-refused'::text, 'merged'::text]))),
    CONSTRAINT organisation_events_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'spokesperson'::text, 'member'::text]))),
    CONSTRAINT organisation_events_subject_check CHECK ((length(subject) <= 300))
);

--
-- Name: organisation_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.organisation_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: organisation_invitations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation_invitations (
    token_hash text NOT NULL,
    organisation_id bigint NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    invited_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT organisation_invitations_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT organisation_invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'spokesperson'::text, 'member'::text])))
);

--
-- Name: organisation_members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation_members (
    organisation_id bigint NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organisation_members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'spokesperson'::text, 'member'::text])))
);

--
-- Name: organisation_providers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation_providers (
    organisation_id bigint NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    sealed_secret bytea NOT NULL,
    set_by bigint NOT NULL,
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    tried_at timestamp with time zone,
    CONSTRAINT organisation_providers_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 200))),
    CONSTRAINT organisation_providers_issuer_check CHECK ((length(issuer) <= 300))
);

--
-- Name: organisation_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisation_words (
    organisation_id bigint NOT NULL,
    search tsvector NOT NULL
);

--
-- Name: organisations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisations (
    id bigint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    sector text NOT NULL,
    country text NOT NULL,
    website text DEFAULT ''::text NOT NULL,
    registration text DEFAULT ''::text NOT NULL,
    about text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone DEFAULT now() NOT NULL,
    logo_sha256 text,
    merged_into bigint,
    merged_at timestamp with time zone,
    hidden_at timestamp with time zone,
    hidden_for text,
    CONSTRAINT organisations_about_check CHECK ((length(about) <= 1000)),
    CONSTRAINT organisations_check CHECK (((merged_into IS NULL) = (merged_at IS NULL))),
    CONSTRAINT organisations_check1 CHECK ((merged_into <> id)),
    CONSTRAINT organisations_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT organisations_hidden_check CHECK ((((hidden_at IS NULL) = (hidden_for IS NULL)) AND ((hidden_at IS NULL) OR ((name = '-'::text) AND (about = ''::text) AND (website = ''::text) AND (logo_sha256 IS NULL))))),
    CONSTRAINT organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160))),
    CONSTRAINT organisations_name_key_check CHECK (((length(name_key) >= 1) AND (length(name_key) <= 400))),
    CONSTRAINT organisations_registration_check CHECK ((length(registration) <= 60)),
    CONSTRAINT organisations_sector_check CHECK ((sector = ANY (ARRAY['cloud-provider'::text, 'software-publisher'::text, 'integrator'::text, 'user'::text, 'association'::text, 'research'::text, 'public-body'::text]))),
    CONSTRAINT organisations_slug_check CHECK (((slug ~ '^[a-z0-9][a-z0-9-]*$'::text) AND (length(slug) <= 100))),
    CONSTRAINT organisations_website_check CHECK ((length(website) <= 300))
);

--
-- Name: organisations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.organisations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: partly_hidden; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.partly_hidden (
    comment_id bigint NOT NULL,
    body text NOT NULL,
    CONSTRAINT partly_hidden_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
);

--
-- Name: passkey_challenges; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.passkey_challenges (
    challenge_hash text NOT NULL,
    purpose text NOT NULL,
    bound_hash text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'log-in'::text, 'after-password'::text, 'prove'::text])))
);

--
-- Name: passkey_holders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.passkey_holders (
    account_id bigint NOT NULL,
    handle text NOT NULL,
    asked_after_password boolean DEFAULT false NOT NULL,
    CONSTRAINT passkey_holders_handle_check CHECK ((handle ~ '^[A-Za-z0-9_-]{43}$'::text))
);

--
-- Name: passkeys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.passkeys (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    credential text NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    name text NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT passkeys_counter_check CHECK ((counter >= 0)),
    CONSTRAINT passkeys_credential_check CHECK (((length(credential) >= 1) AND (length(credential) <= 1400))),
    CONSTRAINT passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);

--
-- Name: passkeys_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.passkeys ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.passkeys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: personal_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.personal_tokens (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    token_hash text NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_on date,
    CONSTRAINT personal_tokens_check CHECK ((expires_at <= (made_at + '366 days'::interval))),
    CONSTRAINT personal_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT personal_tokens_scopes_check CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['drafts:read'::text, 'drafts:write'::text, 'comments:write'::text]))),
    CONSTRAINT personal_tokens_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: personal_tokens_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.personal_tokens ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.personal_tokens_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: pins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pins (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    signature_id bigint NOT NULL,
    pinned_by bigint NOT NULL,
    pinned_at timestamp with time zone DEFAULT now() NOT NULL,
    unpinned_at timestamp with time zone
);

--
-- Name: pins_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.pins ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pins_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: pipeline_settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pipeline_settings (
    one boolean DEFAULT true NOT NULL,
    first_comments integer DEFAULT 0 NOT NULL,
    links_until integer DEFAULT 0 NOT NULL,
    repeat_hours integer DEFAULT 24 NOT NULL,
    repeat_own boolean DEFAULT false NOT NULL,
    several_letters boolean DEFAULT false NOT NULL,
    repeat_accounts integer DEFAULT 0 NOT NULL,
    flood_short integer DEFAULT 0 NOT NULL,
    flood_day integer DEFAULT 0 NOT NULL,
    words_version bigint DEFAULT 0 NOT NULL,
    hold_letters boolean DEFAULT false NOT NULL,
    CONSTRAINT pipeline_settings_first_comments_check CHECK (((first_comments >= 0) AND (first_comments <= 100))),
    CONSTRAINT pipeline_settings_flood_day_check CHECK (((flood_day >= 0) AND (flood_day <= 10000))),
    CONSTRAINT pipeline_settings_flood_short_check CHECK (((flood_short >= 0) AND (flood_short <= 1000))),
    CONSTRAINT pipeline_settings_links_until_check CHECK (((links_until >= 0) AND (links_until <= 100))),
    CONSTRAINT pipeline_settings_one_check CHECK (one),
    CONSTRAINT pipeline_settings_repeat_accounts_check CHECK ((((repeat_accounts >= 0) AND (repeat_accounts <= 100)) AND (repeat_accounts <> 1))),
    CONSTRAINT pipeline_settings_repeat_hours_check CHECK (((repeat_hours >= 1) AND (repeat_hours <= 168)))
);

--
-- Name: planned_publications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.planned_publications (
    letter_id bigint NOT NULL,
    publish_at timestamp with time zone NOT NULL,
    revision integer NOT NULL,
    planned_by bigint NOT NULL,
    planned_at timestamp with time zone DEFAULT now() NOT NULL,
    origin text NOT NULL
);

--
-- Name: provision_states; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_states (
    revision_id bigint NOT NULL,
    provision_id bigint NOT NULL,
    parent_id bigint,
    "position" integer NOT NULL,
    depth smallint NOT NULL,
    descendants integer DEFAULT 0 NOT NULL,
    kind text NOT NULL,
    number text DEFAULT ''::text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    slug text NOT NULL,
    change text NOT NULL,
    refers_to jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT provision_states_change_check CHECK ((change = ANY (ARRAY['kept'::text, 'changed'::text, 'moved'::text, 'new'::text]))),
    CONSTRAINT provision_states_depth_check CHECK (((depth >= 0) AND (depth <= 20))),
    CONSTRAINT provision_states_descendants_check CHECK ((descendants >= 0)),
    CONSTRAINT provision_states_kind_check CHECK ((kind = ANY (ARRAY['part'::text, 'book'::text, 'title'::text, 'chapter'::text, 'section'::text, 'subsection'::text, 'paragraph'::text, 'article'::text, 'rule'::text, 'requirement'::text, 'annex'::text, 'item'::text, 'heading'::text]))),
    CONSTRAINT provision_states_number_check CHECK ((length(number) <= 80)),
    CONSTRAINT provision_states_position_check CHECK (("position" > 0)),
    CONSTRAINT provision_states_refers_to_check CHECK ((jsonb_typeof(refers_to) = 'array'::text)),
    CONSTRAINT provision_states_slug_check CHECK (((length(slug) >= 1) AND (length(slug) <= 160))),
    CONSTRAINT provision_states_title_check CHECK ((length(title) <= 2000))
);

--
-- Name: provision_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_words (
    provision_id bigint NOT NULL,
    text_id bigint NOT NULL,
    kind text NOT NULL,
    number_key text NOT NULL COLLATE pg_catalog."C",
    search tsvector NOT NULL,
    spread integer GENERATED ALWAYS AS ((((provision_id * '2654435761'::bigint) % (2147483647)::bigint))::integer) STORED NOT NULL
);

--
-- Name: provisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provisions (
    id bigint NOT NULL,
    text_id bigint NOT NULL,
    slug text NOT NULL,
    CONSTRAINT provisions_slug_check CHECK (((length(slug) >= 1) AND (length(slug) <= 160)))
);

--
-- Name: provisions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.provisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.provisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: public_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    event text NOT NULL,
    letter_id bigint,
    organisation_id bigint,
    reason text DEFAULT ''::text NOT NULL,
    number integer,
    subject text DEFAULT ''::text NOT NULL,
    text_id bigint,
    account_id bigint,
    law text,
    law_from text,
    CONSTRAINT public_log_event_check CHECK (((event = ANY (ARRAY['signatures-invalidated'::text, 'invalidation-undone'::text, 'signature-pinned'::text, 'signature-unpinned'::text, 'organisations-merged'::text, 'revision-imported'::text, 'official-marked'::text, 'official-unmarked'::text, 'consultation-opened'::text, 'consultation-closed'::text, 'report-kept'::text, 'comment-hidden'::text, 'author-warned'::text, 'thread-locked'::text, 'account-paused'::text, 'account-barred'::text, 'decision-undone'::text, 'decision-upheld'::text, 'decision-overturned'::text, 'comment-refused'::text])) OR (event = ANY (ARRAY['letter-hidden'::text, 'organisation-hidden'::text, 'signature-hidden'::text])) OR (event = ANY (ARRAY['comment-part-hidden'::text, 'removed-for-law'::text, 'discussion-slowed'::text])) OR (event = 'letter-refused'::text))),
    CONSTRAINT public_log_law_check CHECK ((length(law) <= 200)),
    CONSTRAINT public_log_law_from_check CHECK ((law_from = ANY (ARRAY['order'::text, 'notice'::text]))),
    CONSTRAINT public_log_subject_check CHECK ((length(subject) <= 400))
);

--
-- Name: public_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.public_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.public_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: rate_limits; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.rate_limits (
    key character varying(255) NOT NULL,
    points integer DEFAULT 0 NOT NULL,
    expire bigint
);

--
-- Name: recovery_codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recovery_codes (
    account_id bigint NOT NULL,
    code_hash text NOT NULL,
    used_at timestamp with time zone
);

--
-- Name: reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    reporter text NOT NULL,
    account_id bigint,
    name text DEFAULT ''::text NOT NULL,
    email text,
    language text NOT NULL,
    reason text NOT NULL,
    explanation text DEFAULT ''::text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reports_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT reports_explanation_check CHECK ((length(explanation) <= 4000)),
    CONSTRAINT reports_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT reports_name_check CHECK ((length(name) <= 120)),
    CONSTRAINT reports_reporter_check CHECK ((length(reporter) <= 300))
);

--
-- Name: reports_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.reports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: retention_runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.retention_runs (
    id bigint NOT NULL,
    rule text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    rows integer NOT NULL,
    CONSTRAINT retention_runs_rows_check CHECK ((rows >= 0)),
    CONSTRAINT retention_runs_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 80)))
);

--
-- Name: retention_runs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.retention_runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.retention_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.revisions (
    id bigint NOT NULL,
    text_id bigint NOT NULL,
    dated date NOT NULL,
    title text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    sha256 text NOT NULL,
    provision_count integer NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT revisions_provision_count_check CHECK ((provision_count > 0)),
    CONSTRAINT revisions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT revisions_source_check CHECK ((length(source) <= 2000)),
    CONSTRAINT revisions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);

--
-- Name: revisions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.revisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.revisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: running_settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.running_settings (
    one boolean DEFAULT true NOT NULL,
    signing_open boolean DEFAULT true NOT NULL,
    signing_text_en text DEFAULT ''::text NOT NULL,
    signing_text_fr text DEFAULT ''::text NOT NULL,
    read_only boolean DEFAULT false NOT NULL,
    joining_open boolean DEFAULT true NOT NULL,
    banner_en text DEFAULT ''::text NOT NULL,
    banner_fr text DEFAULT ''::text NOT NULL,
    banner_from timestamp with time zone,
    banner_until timestamp with time zone,
    passkeys_required boolean DEFAULT false NOT NULL,
    CONSTRAINT running_settings_banner_en_check CHECK ((length(banner_en) <= 300)),
    CONSTRAINT running_settings_banner_fr_check CHECK ((length(banner_fr) <= 300)),
    CONSTRAINT running_settings_check CHECK ((signing_open OR ((signing_text_en <> ''::text) AND (signing_text_fr <> ''::text)))),
    CONSTRAINT running_settings_check1 CHECK (((banner_en = ''::text) = (banner_fr = ''::text))),
    CONSTRAINT running_settings_check2 CHECK ((banner_until > banner_from)),
    CONSTRAINT running_settings_one_check CHECK (one),
    CONSTRAINT running_settings_signing_text_en_check CHECK ((length(signing_text_en) <= 500)),
    CONSTRAINT running_settings_signing_text_fr_check CHECK ((length(signing_text_fr) <= 500))
);

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying(128) NOT NULL
);

--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id_hash text NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    proved_at timestamp with time zone,
    way text DEFAULT 'password'::text NOT NULL,
    passkey_at timestamp with time zone,
    CONSTRAINT sessions_user_agent_check CHECK ((length(user_agent) <= 300)),
    CONSTRAINT sessions_way_check CHECK ((way = ANY (ARRAY['password'::text, 'passkey'::text, 'provider'::text, 'recovery-code'::text, 'mail'::text])))
);

--
-- Name: sign_ins; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_ins (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    way text NOT NULL,
    browser text NOT NULL,
    system text NOT NULL,
    network text NOT NULL,
    CONSTRAINT sign_ins_browser_check CHECK ((length(browser) <= 60)),
    CONSTRAINT sign_ins_network_check CHECK ((length(network) <= 20)),
    CONSTRAINT sign_ins_system_check CHECK ((length(system) <= 60)),
    CONSTRAINT sign_ins_way_check CHECK ((way = ANY (ARRAY['password'::text, 'passkey'::text, 'provider'::text, 'recovery-code'::text, 'mail'::text])))
);

--
-- Name: sign_ins_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.sign_ins ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sign_ins_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: signature_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signature_events (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    signature_id bigint NOT NULL,
    event text NOT NULL,
    version_number integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT signature_events_event_check CHECK ((event = ANY (ARRAY['signed'::text, 'confirmed'::text, 'withdrawn'::text, 'moved'::text, 'stayed'::text, 'released'::text, 'invalidated'::text, 'restored'::text, 'countersigned'::text, 'claim-refused'::text, 'corrected'::text, 'erased'::text])))
);

--
-- Name: signature_events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.signature_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.signature_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: signature_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signature_tokens (
    token_hash text NOT NULL,
    letter_id bigint NOT NULL,
    signature_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

--
-- Name: signatures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.signatures (
    letter_id bigint NOT NULL,
    id bigint NOT NULL,
    version_number integer NOT NULL,
    signer_key text NOT NULL,
    origin text DEFAULT 'form'::text NOT NULL,
    kind text DEFAULT 'person'::text NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    name text NOT NULL,
    email text,
    role text DEFAULT ''::text NOT NULL,
    affiliation text DEFAULT ''::text NOT NULL,
    statement text DEFAULT ''::text NOT NULL,
    website text DEFAULT ''::text NOT NULL,
    country text DEFAULT ''::text NOT NULL,
    name_shown boolean NOT NULL,
    keep_informed boolean NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    signed_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    invalidated_at timestamp with time zone,
    number integer,
    counted boolean DEFAULT false NOT NULL,
    search_text text DEFAULT ''::text NOT NULL,
    organisation_id bigint,
    account_id bigint,
    level text,
    level_evidence text DEFAULT ''::text NOT NULL,
    level_proved_at timestamp with time zone,
    represented_by text DEFAULT ''::text NOT NULL,
    representative_shown boolean DEFAULT false NOT NULL,
    distinction text DEFAULT ''::text NOT NULL,
    claim_refused_at timestamp with time zone,
    network text DEFAULT ''::text NOT NULL,
    hold_reasons text[] DEFAULT '{}'::text[] NOT NULL,
    released_at timestamp with time zone,
    invalidation_id bigint,
    answered_version integer,
    counted_version integer,
    counted_day date,
    place smallint GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'organisation'::text) THEN
    CASE level
        WHEN 'federated'::text THEN 1
        WHEN 'countersigned'::text THEN 2
        WHEN 'domain'::text THEN 3
        WHEN 'mailed'::text THEN 4
        ELSE 5
    END
    ELSE 9
END) STORED NOT NULL,
    standing smallint GENERATED ALWAYS AS ((((
CASE
    WHEN (kind = 'organisation'::text) THEN
    CASE level
        WHEN 'federated'::text THEN 80
        WHEN 'countersigned'::text THEN 64
        WHEN 'domain'::text THEN 48
        WHEN 'mailed'::text THEN 32
        ELSE 16
    END
    ELSE 0
END +
CASE
    WHEN ((role <> ''::text) AND (affiliation <> ''::text)) THEN 4
    ELSE 0
END) +
CASE
    WHEN (affiliation <> ''::text) THEN 2
    ELSE 0
END) +
CASE
    WHEN (statement <> ''::text) THEN 1
    ELSE 0
END)) STORED NOT NULL,
    name_key text DEFAULT ''::text NOT NULL,
    released_by bigint,
    invalidated_from text,
    consent smallint,
    consent_language text,
    consented_at timestamp with time zone,
    quotable_since timestamp with time zone,
    CONSTRAINT signatures_affiliation_check CHECK ((length(affiliation) <= 200)),
    CONSTRAINT signatures_check CHECK (((origin = 'import'::text) = (email IS NULL))),
    CONSTRAINT signatures_check1 CHECK (((state = 'pending'::text) OR (confirmed_at IS NOT NULL) OR (state = ANY (ARRAY['withdrawn'::text, 'invalidated'::text])))),
    CONSTRAINT signatures_check2 CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL))),
    CONSTRAINT signatures_check3 CHECK (((state = 'invalidated'::text) = (invalidated_at IS NOT NULL))),
    CONSTRAINT signatures_consent CHECK ((num_nonnulls(consent, consent_language, consented_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT signatures_consent_language_check CHECK ((consent_language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT signatures_country_check CHECK ((country ~ '^([A-Z]{2})?$'::text)),
    CONSTRAINT signatures_distinction_check CHECK ((length(distinction) <= 40)),
    CONSTRAINT signatures_email_check CHECK ((length(email) <= 254)),
    CONSTRAINT signatures_held CHECK (((state <> 'held'::text) OR (hold_reasons <> '{}'::text[]))),
    CONSTRAINT signatures_invalidated_from_check CHECK ((invalidated_from = ANY (ARRAY['pending'::text, 'held'::text, 'confirmed'::text]))),
    CONSTRAINT signatures_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text]))),
    CONSTRAINT signatures_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
    CONSTRAINT signatures_level_check CHECK ((level = ANY (ARRAY['declared'::text, 'mailed'::text, 'domain'::text, 'countersigned'::text, 'federated'::text]))),
    CONSTRAINT signatures_level_evidence_check CHECK ((length(level_evidence) <= 300)),
    CONSTRAINT signatures_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160))),
    CONSTRAINT signatures_name_key_check CHECK ((length(name_key) <= 160)),
    CONSTRAINT signatures_network_check CHECK ((length(network) <= 50)),
    CONSTRAINT signatures_network_hashed CHECK ((network ~ '^(N-[0-9A-F]{12})?$'::text)),
    CONSTRAINT signatures_of_organisations CHECK (((kind = 'person'::text) OR (origin = 'import'::text) OR ((organisation_id IS NOT NULL) AND (level IS NOT NULL) AND (level <> 'declared'::text)))),
    CONSTRAINT signatures_origin_check CHECK ((origin = ANY (ARRAY['form'::text, 'import'::text]))),
    CONSTRAINT signatures_represented_by_check CHECK ((length(represented_by) <= 160)),
    CONSTRAINT signatures_role_check CHECK ((length(role) <= 160)),
    CONSTRAINT signatures_signer_key_check CHECK ((length(signer_key) <= 320)),
    CONSTRAINT signatures_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'held'::text, 'confirmed'::text, 'withdrawn'::text, 'invalidated'::text]))),
    CONSTRAINT signatures_statement_check CHECK ((length(statement) <= 500)),
    CONSTRAINT signatures_website_check CHECK ((length(website) <= 500))
);

--
-- Name: signatures_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.signatures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.signatures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: submissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.submissions (
    id bigint NOT NULL,
    letter_id bigint,
    account_id bigint NOT NULL,
    version_number integer NOT NULL,
    revision integer NOT NULL,
    sha256 text NOT NULL,
    origin text DEFAULT ''::text NOT NULL,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT submissions_check CHECK (((ended_at IS NULL) = (state = 'waiting'::text))),
    CONSTRAINT submissions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT submissions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'released'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT submissions_version_number_check CHECK ((version_number > 0))
);

--
-- Name: submissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.submissions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.submissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: subscriptions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subscriptions (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    letter_id bigint,
    text_id bigint,
    thread_id bigint,
    organisation_id bigint,
    rhythm text NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT subscriptions_check CHECK ((num_nonnulls(letter_id, text_id, thread_id, organisation_id) = 1)),
    CONSTRAINT subscriptions_rhythm_check CHECK ((rhythm = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'never'::text])))
);

--
-- Name: subscriptions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.subscriptions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.subscriptions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: text_officials; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.text_officials (
    id bigint NOT NULL,
    text_id bigint NOT NULL,
    account_id bigint,
    organisation_id bigint,
    marked_by bigint NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_by bigint,
    ended_at timestamp with time zone,
    CONSTRAINT text_officials_check CHECK ((num_nonnulls(account_id, organisation_id) = 1)),
    CONSTRAINT text_officials_check1 CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);

--
-- Name: text_officials_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.text_officials ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.text_officials_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: unsubscribe_links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.unsubscribe_links (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    account_id bigint NOT NULL,
    letter_id bigint,
    text_id bigint,
    thread_id bigint,
    organisation_id bigint,
    rhythm text,
    used_at timestamp with time zone,
    CONSTRAINT unsubscribe_links_check CHECK ((num_nonnulls(letter_id, text_id, thread_id, organisation_id, rhythm) = 1)),
    CONSTRAINT unsubscribe_links_rhythm_check CHECK ((rhythm = ANY (ARRAY['daily'::text, 'weekly'::text])))
);

--
-- Name: version_mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.version_mails (
    letter_id bigint NOT NULL,
    version_number integer NOT NULL,
    last_signature_id bigint DEFAULT 0 NOT NULL,
    done_at timestamp with time zone,
    origin text NOT NULL
);

--
-- Name: version_translations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.version_translations (
    letter_id bigint NOT NULL,
    version_number integer NOT NULL,
    language text NOT NULL,
    of_version integer,
    CONSTRAINT version_translations_check CHECK ((of_version <= version_number)),
    CONSTRAINT version_translations_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
);

--
-- Name: webhook_deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhook_deliveries (
    id bigint NOT NULL,
    webhook_id bigint NOT NULL,
    message_id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    data jsonb NOT NULL,
    happened_at timestamp with time zone DEFAULT now() NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    tried_at timestamp with time zone,
    status smallint,
    duration integer,
    answer text DEFAULT ''::text NOT NULL,
    CONSTRAINT webhook_deliveries_answer_check CHECK ((length(answer) <= 500)),
    CONSTRAINT webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
);

--
-- Name: webhook_deliveries_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.webhook_deliveries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhook_deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: webhooks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.webhooks (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    account_id bigint NOT NULL,
    url text NOT NULL,
    events text[] NOT NULL,
    secret bytea NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    failing_since timestamp with time zone,
    disabled_at timestamp with time zone,
    disabled_for text,
    CONSTRAINT webhooks_disabled_for_check CHECK ((disabled_for = ANY (ARRAY['unanswered'::text, 'gone'::text]))),
    CONSTRAINT webhooks_events_check CHECK ((cardinality(events) > 0)),
    CONSTRAINT webhooks_url_check CHECK (((length(url) >= 9) AND (length(url) <= 1000)))
);

--
-- Name: webhooks_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.webhooks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhooks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: word_lists; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.word_lists (
    language text NOT NULL,
    entries text DEFAULT ''::text NOT NULL,
    entry_count integer DEFAULT 0 NOT NULL,
    CONSTRAINT word_lists_entries_check CHECK ((length(entries) <= 5100000)),
    CONSTRAINT word_lists_entry_count_check CHECK (((entry_count >= 0) AND (entry_count <= 50000))),
    CONSTRAINT word_lists_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text])))
);

--
-- Name: account_tokens account_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_tokens
    ADD CONSTRAINT account_tokens_pkey PRIMARY KEY (token_hash);

--
-- Name: accounts accounts_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_email_key UNIQUE (email);

--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

--
-- Name: administration_events administration_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administration_events
    ADD CONSTRAINT administration_events_pkey PRIMARY KEY (id);

--
-- Name: annotation_places annotation_places_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotation_places
    ADD CONSTRAINT annotation_places_pkey PRIMARY KEY (comment_id, revision_id);

--
-- Name: annotations annotations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT annotations_pkey PRIMARY KEY (comment_id);

--
-- Name: begun_log_ins begun_log_ins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.begun_log_ins
    ADD CONSTRAINT begun_log_ins_pkey PRIMARY KEY (browser_hash);

--
-- Name: citations citations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_pkey PRIMARY KEY (letter_id, version_number, "position");

--
-- Name: co_author_events co_author_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_events
    ADD CONSTRAINT co_author_events_pkey PRIMARY KEY (id);

--
-- Name: co_author_invitations co_author_invitations_letter_id_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_letter_id_email_key UNIQUE (letter_id, email);

--
-- Name: co_author_invitations co_author_invitations_letter_id_organisation_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_letter_id_organisation_id_key UNIQUE (letter_id, organisation_id);

--
-- Name: co_author_invitations co_author_invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_pkey PRIMARY KEY (id);

--
-- Name: co_author_invitations co_author_invitations_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_token_hash_key UNIQUE (token_hash);

--
-- Name: co_authors co_authors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_authors
    ADD CONSTRAINT co_authors_pkey PRIMARY KEY (letter_id, account_id);

--
-- Name: comment_edits comment_edits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_edits
    ADD CONSTRAINT comment_edits_pkey PRIMARY KEY (comment_id, number);

--
-- Name: comment_mentions comment_mentions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_mentions
    ADD CONSTRAINT comment_mentions_pkey PRIMARY KEY (comment_id, account_id);

--
-- Name: comment_prints comment_prints_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_prints
    ADD CONSTRAINT comment_prints_pkey PRIMARY KEY (id);

--
-- Name: comment_votes comment_votes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_votes
    ADD CONSTRAINT comment_votes_pkey PRIMARY KEY (comment_id, account_id);

--
-- Name: comment_words comment_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_words
    ADD CONSTRAINT comment_words_pkey PRIMARY KEY (comment_id);

--
-- Name: comments comments_path_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_path_key UNIQUE (path);

--
-- Name: comments comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (id);

--
-- Name: comments comments_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_submission_key_key UNIQUE (submission_key);

--
-- Name: consultations consultations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_pkey PRIMARY KEY (id);

--
-- Name: countersignature_requests countersignature_requests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.countersignature_requests
    ADD CONSTRAINT countersignature_requests_pkey PRIMARY KEY (token_hash);

--
-- Name: data_links data_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_links
    ADD CONSTRAINT data_links_pkey PRIMARY KEY (token_hash);

--
-- Name: dead_addresses dead_addresses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dead_addresses
    ADD CONSTRAINT dead_addresses_pkey PRIMARY KEY (address);

--
-- Name: digests digests_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT digests_pkey PRIMARY KEY (account_id, rhythm, due_at);

--
-- Name: discussions discussions_letter_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discussions
    ADD CONSTRAINT discussions_letter_id_key UNIQUE (letter_id);

--
-- Name: discussions discussions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discussions
    ADD CONSTRAINT discussions_pkey PRIMARY KEY (id);

--
-- Name: discussions discussions_provision_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discussions
    ADD CONSTRAINT discussions_provision_id_key UNIQUE (provision_id);

--
-- Name: dispositions dispositions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispositions
    ADD CONSTRAINT dispositions_pkey PRIMARY KEY (id);

--
-- Name: dispositions dispositions_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispositions
    ADD CONSTRAINT dispositions_submission_key_key UNIQUE (submission_key);

--
-- Name: doctrine_imports doctrine_imports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.doctrine_imports
    ADD CONSTRAINT doctrine_imports_pkey PRIMARY KEY (id);

--
-- Name: doctrine_texts doctrine_texts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.doctrine_texts
    ADD CONSTRAINT doctrine_texts_pkey PRIMARY KEY (id);

--
-- Name: doctrine_texts doctrine_texts_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.doctrine_texts
    ADD CONSTRAINT doctrine_texts_slug_key UNIQUE (slug);

--
-- Name: draft_approvals draft_approvals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_approvals
    ADD CONSTRAINT draft_approvals_pkey PRIMARY KEY (letter_id, account_id);

--
-- Name: draft_imports draft_imports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_imports
    ADD CONSTRAINT draft_imports_pkey PRIMARY KEY (letter_id);

--
-- Name: draft_shares draft_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_shares
    ADD CONSTRAINT draft_shares_pkey PRIMARY KEY (id);

--
-- Name: draft_snapshots draft_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_snapshots
    ADD CONSTRAINT draft_snapshots_pkey PRIMARY KEY (id);

--
-- Name: draft_states draft_states_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_states
    ADD CONSTRAINT draft_states_pkey PRIMARY KEY (letter_id);

--
-- Name: draft_updates draft_updates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_updates
    ADD CONSTRAINT draft_updates_pkey PRIMARY KEY (id);

--
-- Name: held_comments held_comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_pkey PRIMARY KEY (id);

--
-- Name: held_comments held_comments_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_submission_key_key UNIQUE (submission_key);

--
-- Name: hidden_organisations hidden_organisations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hidden_organisations
    ADD CONSTRAINT hidden_organisations_pkey PRIMARY KEY (organisation_id);

--
-- Name: hidden_signatures hidden_signatures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hidden_signatures
    ADD CONSTRAINT hidden_signatures_pkey PRIMARY KEY (letter_id, signature_id, with_organisation);

--
-- Name: hidden_words hidden_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hidden_words
    ADD CONSTRAINT hidden_words_pkey PRIMARY KEY (comment_id);

--
-- Name: identities identities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (issuer, subject);

--
-- Name: identity_arrivals identity_arrivals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_arrivals
    ADD CONSTRAINT identity_arrivals_pkey PRIMARY KEY (browser_hash);

--
-- Name: identity_attempts identity_attempts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_attempts
    ADD CONSTRAINT identity_attempts_pkey PRIMARY KEY (state_hash);

--
-- Name: images images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (sha256);

--
-- Name: invalidations invalidations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invalidations
    ADD CONSTRAINT invalidations_pkey PRIMARY KEY (id);

--
-- Name: joins joins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.joins
    ADD CONSTRAINT joins_pkey PRIMARY KEY (token_hash);

--
-- Name: letter_days letter_days_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_days
    ADD CONSTRAINT letter_days_pkey PRIMARY KEY (letter_id, day);

--
-- Name: letter_deliveries letter_deliveries_letter_id_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_deliveries
    ADD CONSTRAINT letter_deliveries_letter_id_submission_key_key UNIQUE (letter_id, submission_key);

--
-- Name: letter_deliveries letter_deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_deliveries
    ADD CONSTRAINT letter_deliveries_pkey PRIMARY KEY (id);

--
-- Name: letter_events letter_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_events
    ADD CONSTRAINT letter_events_pkey PRIMARY KEY (id);

--
-- Name: letter_mails letter_mails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_mails
    ADD CONSTRAINT letter_mails_pkey PRIMARY KEY (id);

--
-- Name: letter_mails letter_mails_reply_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_mails
    ADD CONSTRAINT letter_mails_reply_id_key UNIQUE (reply_id);

--
-- Name: letter_mails letter_mails_update_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_mails
    ADD CONSTRAINT letter_mails_update_id_key UNIQUE (update_id);

--
-- Name: letter_replies letter_replies_letter_id_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_replies
    ADD CONSTRAINT letter_replies_letter_id_submission_key_key UNIQUE (letter_id, submission_key);

--
-- Name: letter_replies letter_replies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_replies
    ADD CONSTRAINT letter_replies_pkey PRIMARY KEY (id);

--
-- Name: letter_revisions letter_revisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_revisions
    ADD CONSTRAINT letter_revisions_pkey PRIMARY KEY (letter_id);

--
-- Name: letter_translations letter_translations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_translations
    ADD CONSTRAINT letter_translations_pkey PRIMARY KEY (letter_id, language);

--
-- Name: letter_updates letter_updates_letter_id_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_updates
    ADD CONSTRAINT letter_updates_letter_id_submission_key_key UNIQUE (letter_id, submission_key);

--
-- Name: letter_updates letter_updates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_updates
    ADD CONSTRAINT letter_updates_pkey PRIMARY KEY (id);

--
-- Name: letter_version_counts letter_version_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_version_counts
    ADD CONSTRAINT letter_version_counts_pkey PRIMARY KEY (letter_id, version_number);

--
-- Name: letter_versions letter_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_versions
    ADD CONSTRAINT letter_versions_pkey PRIMARY KEY (letter_id, number);

--
-- Name: letter_words letter_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_words
    ADD CONSTRAINT letter_words_pkey PRIMARY KEY (letter_id);

--
-- Name: letters letters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_pkey PRIMARY KEY (id);

--
-- Name: letters letters_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_slug_key UNIQUE (slug);

--
-- Name: mails mails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);

--
-- Name: mandate_mails mandate_mails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandate_mails
    ADD CONSTRAINT mandate_mails_pkey PRIMARY KEY (token_hash);

--
-- Name: mandates mandates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_pkey PRIMARY KEY (id);

--
-- Name: margin_comments margin_comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_comments
    ADD CONSTRAINT margin_comments_pkey PRIMARY KEY (id);

--
-- Name: margin_comments margin_comments_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_comments
    ADD CONSTRAINT margin_comments_submission_key_key UNIQUE (submission_key);

--
-- Name: margin_mentions margin_mentions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_mentions
    ADD CONSTRAINT margin_mentions_pkey PRIMARY KEY (comment_id, account_id);

--
-- Name: margin_threads margin_threads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_threads
    ADD CONSTRAINT margin_threads_pkey PRIMARY KEY (id);

--
-- Name: margin_turns margin_turns_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_turns
    ADD CONSTRAINT margin_turns_pkey PRIMARY KEY (id);

--
-- Name: moderation_areas moderation_areas_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_areas
    ADD CONSTRAINT moderation_areas_pkey PRIMARY KEY (id);

--
-- Name: moderation_cases moderation_cases_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_pkey PRIMARY KEY (id);

--
-- Name: moderation_decisions moderation_decisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_pkey PRIMARY KEY (id);

--
-- Name: moderation_decisions moderation_decisions_submission_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_submission_key_key UNIQUE (submission_key);

--
-- Name: notice_rounds notice_rounds_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_once UNIQUE NULLS NOT DISTINCT (kind, letter_id, number, comment_id, update_id, reply_id, revision_id, consultation_id, disposition_id, organisation_id);

--
-- Name: notice_rounds notice_rounds_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_pkey PRIMARY KEY (id);

--
-- Name: notices notices_once; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_once UNIQUE NULLS NOT DISTINCT (account_id, kind, letter_id, number, comment_id, update_id, reply_id, revision_id, consultation_id, organisation_id, decision_id, held_id, disposition_id);

--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);

--
-- Name: official_answers official_answers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.official_answers
    ADD CONSTRAINT official_answers_pkey PRIMARY KEY (comment_id);

--
-- Name: officials officials_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.officials
    ADD CONSTRAINT officials_pkey PRIMARY KEY (account_id);

--
-- Name: organisation_domains organisation_domains_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_domains
    ADD CONSTRAINT organisation_domains_pkey PRIMARY KEY (organisation_id, domain);

--
-- Name: organisation_events organisation_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_events
    ADD CONSTRAINT organisation_events_pkey PRIMARY KEY (id);

--
-- Name: organisation_invitations organisation_invitations_organisation_id_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_invitations
    ADD CONSTRAINT organisation_invitations_organisation_id_email_key UNIQUE (organisation_id, email);

--
-- Name: organisation_invitations organisation_invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_invitations
    ADD CONSTRAINT organisation_invitations_pkey PRIMARY KEY (token_hash);

--
-- Name: organisation_members organisation_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_members
    ADD CONSTRAINT organisation_members_pkey PRIMARY KEY (organisation_id, account_id);

--
-- Name: organisation_providers organisation_providers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_providers
    ADD CONSTRAINT organisation_providers_pkey PRIMARY KEY (organisation_id);

--
-- Name: organisation_words organisation_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_words
    ADD CONSTRAINT organisation_words_pkey PRIMARY KEY (organisation_id);

--
-- Name: organisations organisations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

--
-- Name: organisations organisations_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_slug_key UNIQUE (slug);

--
-- Name: partly_hidden partly_hidden_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partly_hidden
    ADD CONSTRAINT partly_hidden_pkey PRIMARY KEY (comment_id);

--
-- Name: passkey_challenges passkey_challenges_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey_challenges
    ADD CONSTRAINT passkey_challenges_pkey PRIMARY KEY (challenge_hash);

--
-- Name: passkey_holders passkey_holders_handle_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey_holders
    ADD CONSTRAINT passkey_holders_handle_key UNIQUE (handle);

--
-- Name: passkey_holders passkey_holders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey_holders
    ADD CONSTRAINT passkey_holders_pkey PRIMARY KEY (account_id);

--
-- Name: passkeys passkeys_credential_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_credential_key UNIQUE (credential);

--
-- Name: passkeys passkeys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_pkey PRIMARY KEY (id);

--
-- Name: personal_tokens personal_tokens_account_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personal_tokens
    ADD CONSTRAINT personal_tokens_account_id_name_key UNIQUE (account_id, name);

--
-- Name: personal_tokens personal_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personal_tokens
    ADD CONSTRAINT personal_tokens_pkey PRIMARY KEY (id);

--
-- Name: personal_tokens personal_tokens_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personal_tokens
    ADD CONSTRAINT personal_tokens_token_hash_key UNIQUE (token_hash);

--
-- Name: pins pins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pins
    ADD CONSTRAINT pins_pkey PRIMARY KEY (id);

--
-- Name: pipeline_settings pipeline_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pipeline_settings
    ADD CONSTRAINT pipeline_settings_pkey PRIMARY KEY (one);

--
-- Name: planned_publications planned_publications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.planned_publications
    ADD CONSTRAINT planned_publications_pkey PRIMARY KEY (letter_id);

--
-- Name: provision_states provision_states_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_states
    ADD CONSTRAINT provision_states_pkey PRIMARY KEY (revision_id, provision_id);

--
-- Name: provision_states provision_states_revision_id_position_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_states
    ADD CONSTRAINT provision_states_revision_id_position_key UNIQUE (revision_id, "position");

--
-- Name: provision_states provision_states_revision_id_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_states
    ADD CONSTRAINT provision_states_revision_id_slug_key UNIQUE (revision_id, slug);

--
-- Name: provision_words provision_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_words
    ADD CONSTRAINT provision_words_pkey PRIMARY KEY (provision_id);

--
-- Name: provisions provisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provisions
    ADD CONSTRAINT provisions_pkey PRIMARY KEY (id);

--
-- Name: provisions provisions_text_id_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provisions
    ADD CONSTRAINT provisions_text_id_slug_key UNIQUE (text_id, slug);

--
-- Name: public_log public_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_pkey PRIMARY KEY (id);

--
-- Name: rate_limits rate_limits_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (key);

--
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code_hash);

--
-- Name: reports reports_case_id_reporter_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_case_id_reporter_key UNIQUE (case_id, reporter);

--
-- Name: reports reports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_pkey PRIMARY KEY (id);

--
-- Name: retention_runs retention_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.retention_runs
    ADD CONSTRAINT retention_runs_pkey PRIMARY KEY (id);

--
-- Name: revisions revisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (id);

--
-- Name: revisions revisions_text_id_dated_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_text_id_dated_key UNIQUE (text_id, dated);

--
-- Name: running_settings running_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.running_settings
    ADD CONSTRAINT running_settings_pkey PRIMARY KEY (one);

--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id_hash);

--
-- Name: sign_ins sign_ins_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT sign_ins_pkey PRIMARY KEY (id);

--
-- Name: signature_events signature_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signature_events
    ADD CONSTRAINT signature_events_pkey PRIMARY KEY (id);

--
-- Name: signature_tokens signature_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signature_tokens
    ADD CONSTRAINT signature_tokens_pkey PRIMARY KEY (token_hash);

--
-- Name: signatures signatures_letter_id_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_letter_id_number_key UNIQUE (letter_id, number);

--
-- Name: signatures signatures_letter_id_signer_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_letter_id_signer_key_key UNIQUE (letter_id, signer_key);

--
-- Name: signatures signatures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_pkey PRIMARY KEY (letter_id, id);

--
-- Name: submissions submissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_pkey PRIMARY KEY (id);

--
-- Name: subscriptions subscriptions_account_id_letter_id_text_id_thread_id_organi_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_account_id_letter_id_text_id_thread_id_organi_key UNIQUE NULLS NOT DISTINCT (account_id, letter_id, text_id, thread_id, organisation_id);

--
-- Name: subscriptions subscriptions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);

--
-- Name: text_officials text_officials_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.text_officials
    ADD CONSTRAINT text_officials_pkey PRIMARY KEY (id);

--
-- Name: unsubscribe_links unsubscribe_links_account_id_letter_id_text_id_thread_id_or_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_account_id_letter_id_text_id_thread_id_or_key UNIQUE NULLS NOT DISTINCT (account_id, letter_id, text_id, thread_id, organisation_id, rhythm);

--
-- Name: unsubscribe_links unsubscribe_links_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_pkey PRIMARY KEY (id);

--
-- Name: version_mails version_mails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version_mails
    ADD CONSTRAINT version_mails_pkey PRIMARY KEY (letter_id, version_number);

--
-- Name: version_translations version_translations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version_translations
    ADD CONSTRAINT version_translations_pkey PRIMARY KEY (letter_id, version_number, language);

--
-- Name: webhook_deliveries webhook_deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id);

--
-- Name: webhooks webhooks_letter_id_url_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT webhooks_letter_id_url_key UNIQUE (letter_id, url);

--
-- Name: webhooks webhooks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT webhooks_pkey PRIMARY KEY (id);

--
-- Name: word_lists word_lists_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.word_lists
    ADD CONSTRAINT word_lists_pkey PRIMARY KEY (language);

--
-- Name: account_tokens_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_tokens_account_id ON public.account_tokens USING btree (account_id, purpose);

--
-- Name: account_tokens_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_tokens_expires_at ON public.account_tokens USING btree (expires_at);

--
-- Name: accounts_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX accounts_name ON public.accounts USING btree (lower(name));

--
-- Name: administration_events_by_act; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX administration_events_by_act ON public.administration_events USING btree (act, id DESC);

--
-- Name: administration_events_by_administrator; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX administration_events_by_administrator ON public.administration_events USING btree (administrator_id, id DESC);

--
-- Name: annotation_places_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX annotation_places_revision ON public.annotation_places USING btree (revision_id);

--
-- Name: annotations_provision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX annotations_provision ON public.annotations USING btree (provision_id, comment_id);

--
-- Name: annotations_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX annotations_revision ON public.annotations USING btree (revision_id);

--
-- Name: begun_log_ins_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX begun_log_ins_by_account ON public.begun_log_ins USING btree (account_id);

--
-- Name: citations_provision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX citations_provision ON public.citations USING btree (provision_id);

--
-- Name: citations_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX citations_revision ON public.citations USING btree (revision_id);

--
-- Name: co_author_events_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_events_account ON public.co_author_events USING btree (account_id);

--
-- Name: co_author_events_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_events_actor ON public.co_author_events USING btree (actor_id);

--
-- Name: co_author_events_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_events_newest ON public.co_author_events USING btree (letter_id, id DESC);

--
-- Name: co_author_events_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_events_organisation ON public.co_author_events USING btree (organisation_id);

--
-- Name: co_author_invitations_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_invitations_expires_at ON public.co_author_invitations USING btree (expires_at);

--
-- Name: co_author_invitations_invited_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_invitations_invited_by ON public.co_author_invitations USING btree (invited_by);

--
-- Name: co_author_invitations_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_author_invitations_organisation ON public.co_author_invitations USING btree (organisation_id);

--
-- Name: co_authors_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_authors_account ON public.co_authors USING btree (account_id);

--
-- Name: co_authors_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX co_authors_organisation ON public.co_authors USING btree (organisation_id);

--
-- Name: comment_mentions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_mentions_account ON public.comment_mentions USING btree (account_id, comment_id);

--
-- Name: comment_prints_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_prints_account ON public.comment_prints USING btree (account_id, said_at);

--
-- Name: comment_prints_print; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_prints_print ON public.comment_prints USING btree (print, said_at) WHERE (print IS NOT NULL);

--
-- Name: comment_prints_said; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_prints_said ON public.comment_prints USING btree (said_at);

--
-- Name: comment_votes_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_votes_account ON public.comment_votes USING btree (account_id);

--
-- Name: comment_words_said; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_words_said ON public.comment_words USING btree (said_at);

--
-- Name: comment_words_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comment_words_search ON public.comment_words USING gin (search) WITH (gin_pending_list_limit='256');

--
-- Name: comments_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_account ON public.comments USING btree (account_id, discussion_id);

--
-- Name: comments_contested; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_contested ON public.comments USING btree (discussion_id, above_id, contest, id);

--
-- Name: comments_in_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_in_time ON public.comments USING btree (discussion_id, id);

--
-- Name: comments_most_agreed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_most_agreed ON public.comments USING btree (discussion_id, above_id, agreement, id);

--
-- Name: comments_most_discussed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_most_discussed ON public.comments USING btree (discussion_id, above_id, descendant_count, id);

--
-- Name: comments_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_newest ON public.comments USING btree (discussion_id, above_id, id);

--
-- Name: comments_stance_contested; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_stance_contested ON public.comments USING btree (discussion_id, stance, contest, id) WHERE (deleted_at IS NULL);

--
-- Name: comments_stance_most_agreed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_stance_most_agreed ON public.comments USING btree (discussion_id, stance, agreement, id) WHERE (deleted_at IS NULL);

--
-- Name: comments_stance_most_discussed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_stance_most_discussed ON public.comments USING btree (discussion_id, stance, descendant_count, id) WHERE (deleted_at IS NULL);

--
-- Name: comments_stance_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX comments_stance_newest ON public.comments USING btree (discussion_id, stance, id) WHERE (deleted_at IS NULL);

--
-- Name: consultations_closed_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_closed_by ON public.consultations USING btree (closed_by);

--
-- Name: consultations_opened_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_opened_by ON public.consultations USING btree (opened_by);

--
-- Name: consultations_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consultations_text ON public.consultations USING btree (text_id, opens_at);

--
-- Name: countersignature_requests_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX countersignature_requests_account ON public.countersignature_requests USING btree (account_id);

--
-- Name: countersignature_requests_signature; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX countersignature_requests_signature ON public.countersignature_requests USING btree (letter_id, signature_id);

--
-- Name: data_links_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX data_links_email ON public.data_links USING btree (email);

--
-- Name: data_links_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX data_links_expires_at ON public.data_links USING btree (expires_at);

--
-- Name: digests_due_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX digests_due_at ON public.digests USING btree (due_at);

--
-- Name: dispositions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dispositions_account ON public.dispositions USING btree (account_id);

--
-- Name: dispositions_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dispositions_organisation ON public.dispositions USING btree (organisation_id);

--
-- Name: dispositions_provision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dispositions_provision ON public.dispositions USING btree (provision_id, id);

--
-- Name: dispositions_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dispositions_revision ON public.dispositions USING btree (revision_id);

--
-- Name: doctrine_imports_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX doctrine_imports_account ON public.doctrine_imports USING btree (account_id);

--
-- Name: doctrine_imports_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX doctrine_imports_created ON public.doctrine_imports USING btree (created_at);

--
-- Name: draft_approvals_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_approvals_account ON public.draft_approvals USING btree (account_id);

--
-- Name: draft_shares_created_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_shares_created_by ON public.draft_shares USING btree (created_by);

--
-- Name: draft_shares_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_shares_letter ON public.draft_shares USING btree (letter_id);

--
-- Name: draft_snapshots_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_snapshots_newest ON public.draft_snapshots USING btree (letter_id, id DESC);

--
-- Name: draft_snapshots_taken_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_snapshots_taken_by ON public.draft_snapshots USING btree (taken_by);

--
-- Name: draft_snapshots_written_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_snapshots_written_by ON public.draft_snapshots USING btree (written_by);

--
-- Name: draft_updates_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_updates_account ON public.draft_updates USING btree (account_id);

--
-- Name: draft_updates_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_updates_letter ON public.draft_updates USING btree (letter_id, id);

--
-- Name: held_comments_discussion; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX held_comments_discussion ON public.held_comments USING btree (discussion_id);

--
-- Name: held_comments_edits; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX held_comments_edits ON public.held_comments USING btree (edits_id) WHERE (state = 'waiting'::text);

--
-- Name: held_comments_own; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX held_comments_own ON public.held_comments USING btree (account_id, discussion_id) WHERE (state = ANY (ARRAY['waiting'::text, 'refused'::text]));

--
-- Name: held_comments_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX held_comments_parent ON public.held_comments USING btree (parent_id) WHERE (parent_id IS NOT NULL);

--
-- Name: held_comments_refused; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX held_comments_refused ON public.held_comments USING btree (ended_at) WHERE (state = 'refused'::text);

--
-- Name: held_comments_released; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX held_comments_released ON public.held_comments USING btree (released_as) WHERE (released_as IS NOT NULL);

--
-- Name: identities_official; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX identities_official ON public.identities USING btree (account_id) WHERE (kind = 'official'::text);

--
-- Name: identities_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX identities_organisation ON public.identities USING btree (account_id, organisation_id) WHERE (kind = 'organisation'::text);

--
-- Name: identities_organisation_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identities_organisation_id ON public.identities USING btree (organisation_id);

--
-- Name: identity_arrivals_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identity_arrivals_expires_at ON public.identity_arrivals USING btree (expires_at);

--
-- Name: identity_arrivals_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identity_arrivals_organisation ON public.identity_arrivals USING btree (organisation_id);

--
-- Name: identity_attempts_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identity_attempts_account ON public.identity_attempts USING btree (account_id);

--
-- Name: identity_attempts_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identity_attempts_expires_at ON public.identity_attempts USING btree (expires_at);

--
-- Name: identity_attempts_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX identity_attempts_organisation ON public.identity_attempts USING btree (organisation_id);

--
-- Name: images_uploaded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_uploaded_by ON public.images USING btree (uploaded_by);

--
-- Name: invalidations_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invalidations_letter ON public.invalidations USING btree (letter_id, id DESC);

--
-- Name: invalidations_made_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invalidations_made_by ON public.invalidations USING btree (made_by);

--
-- Name: invalidations_undone_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invalidations_undone_by ON public.invalidations USING btree (undone_by);

--
-- Name: joins_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX joins_email ON public.joins USING btree (email);

--
-- Name: joins_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX joins_expires_at ON public.joins USING btree (expires_at);

--
-- Name: letter_deliveries_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_deliveries_account ON public.letter_deliveries USING btree (account_id);

--
-- Name: letter_deliveries_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_deliveries_letter ON public.letter_deliveries USING btree (letter_id, handed_on);

--
-- Name: letter_deliveries_version; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_deliveries_version ON public.letter_deliveries USING btree (letter_id, version_number);

--
-- Name: letter_events_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_events_account ON public.letter_events USING btree (account_id);

--
-- Name: letter_events_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_events_letter ON public.letter_events USING btree (letter_id, at);

--
-- Name: letter_mails_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_mails_letter ON public.letter_mails USING btree (letter_id);

--
-- Name: letter_mails_to_send; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_mails_to_send ON public.letter_mails USING btree (id) WHERE (done_at IS NULL);

--
-- Name: letter_replies_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_replies_account ON public.letter_replies USING btree (account_id);

--
-- Name: letter_replies_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_replies_letter ON public.letter_replies USING btree (letter_id, replied_on);

--
-- Name: letter_revisions_edited_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_revisions_edited_by ON public.letter_revisions USING btree (edited_by);

--
-- Name: letter_translations_edited_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_translations_edited_by ON public.letter_translations USING btree (edited_by);

--
-- Name: letter_updates_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_updates_account ON public.letter_updates USING btree (account_id);

--
-- Name: letter_updates_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_updates_letter ON public.letter_updates USING btree (letter_id, id);

--
-- Name: letter_words_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letter_words_search ON public.letter_words USING gin (search) WITH (gin_pending_list_limit='256');

--
-- Name: letters_closing_soon; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letters_closing_soon ON public.letters USING btree (closes_on, id) WHERE (state = 'open'::text);

--
-- Name: letters_created_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letters_created_by ON public.letters USING btree (created_by, edited_at DESC);

--
-- Name: letters_edited_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letters_edited_by ON public.letters USING btree (edited_by);

--
-- Name: letters_most_signed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letters_most_signed ON public.letters USING btree (signature_count DESC, id DESC) WHERE (state <> 'draft'::text);

--
-- Name: letters_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX letters_newest ON public.letters USING btree (published_at DESC, id DESC) WHERE (state <> 'draft'::text);

--
-- Name: letters_submission_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX letters_submission_key ON public.letters USING btree (submission_key) WHERE (submission_key IS NOT NULL);

--
-- Name: mails_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mails_created_at ON public.mails USING btree (created_at);

--
-- Name: mails_to_address; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mails_to_address ON public.mails USING btree (to_address);

--
-- Name: mails_to_queue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mails_to_queue ON public.mails USING btree (id) WHERE to_queue;

--
-- Name: mandate_mails_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandate_mails_account ON public.mandate_mails USING btree (account_id);

--
-- Name: mandate_mails_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandate_mails_expires_at ON public.mandate_mails USING btree (expires_at);

--
-- Name: mandate_mails_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandate_mails_organisation ON public.mandate_mails USING btree (organisation_id);

--
-- Name: mandates_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandates_account ON public.mandates USING btree (account_id);

--
-- Name: mandates_live; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX mandates_live ON public.mandates USING btree (organisation_id, account_id, level) WHERE (ended_at IS NULL);

--
-- Name: margin_comments_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_comments_account ON public.margin_comments USING btree (account_id);

--
-- Name: margin_comments_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_comments_thread ON public.margin_comments USING btree (thread_id, id);

--
-- Name: margin_mentions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_mentions_account ON public.margin_mentions USING btree (account_id);

--
-- Name: margin_threads_created_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_threads_created_by ON public.margin_threads USING btree (created_by);

--
-- Name: margin_threads_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_threads_letter ON public.margin_threads USING btree (letter_id, id);

--
-- Name: margin_threads_resolved_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_threads_resolved_by ON public.margin_threads USING btree (resolved_by) WHERE (resolved_by IS NOT NULL);

--
-- Name: margin_turns_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_turns_account ON public.margin_turns USING btree (account_id);

--
-- Name: margin_turns_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX margin_turns_thread ON public.margin_turns USING btree (thread_id, id);

--
-- Name: moderation_areas_ended_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_areas_ended_by ON public.moderation_areas USING btree (ended_by) WHERE (ended_by IS NOT NULL);

--
-- Name: moderation_areas_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_areas_letter ON public.moderation_areas USING btree (letter_id) WHERE (letter_id IS NOT NULL);

--
-- Name: moderation_areas_named_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_areas_named_by ON public.moderation_areas USING btree (named_by);

--
-- Name: moderation_areas_standing; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX moderation_areas_standing ON public.moderation_areas USING btree (account_id, letter_id, text_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);

--
-- Name: moderation_areas_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_areas_text ON public.moderation_areas USING btree (text_id) WHERE (text_id IS NOT NULL);

--
-- Name: moderation_cases_claimed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_claimed ON public.moderation_cases USING btree (claimed_by) WHERE (claimed_by IS NOT NULL);

--
-- Name: moderation_cases_closed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_closed ON public.moderation_cases USING btree (closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);

--
-- Name: moderation_cases_comment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_comment ON public.moderation_cases USING btree (comment_id) WHERE (comment_id IS NOT NULL);

--
-- Name: moderation_cases_held; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_held ON public.moderation_cases USING btree (held_id) WHERE (held_id IS NOT NULL);

--
-- Name: moderation_cases_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_letter ON public.moderation_cases USING btree (letter_id, signature_id) WHERE (letter_id IS NOT NULL);

--
-- Name: moderation_cases_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX moderation_cases_open ON public.moderation_cases USING btree (kind, subject_id) WHERE (closed_at IS NULL);

--
-- Name: moderation_cases_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_organisation ON public.moderation_cases USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);

--
-- Name: moderation_cases_queue; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_queue ON public.moderation_cases USING btree (report_count DESC, id) WHERE (closed_at IS NULL);

--
-- Name: moderation_cases_submission; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_cases_submission ON public.moderation_cases USING btree (submission_id) WHERE (submission_id IS NOT NULL);

--
-- Name: moderation_decisions_answered_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_answered_by ON public.moderation_decisions USING btree (answered_by) WHERE (answered_by IS NOT NULL);

--
-- Name: moderation_decisions_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_case ON public.moderation_decisions USING btree (case_id);

--
-- Name: moderation_decisions_concerned; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_concerned ON public.moderation_decisions USING btree (concerned_id) WHERE (concerned_id IS NOT NULL);

--
-- Name: moderation_decisions_contested; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_contested ON public.moderation_decisions USING btree (contested_at) WHERE ((contested_at IS NOT NULL) AND (answered_at IS NULL) AND (undone_at IS NULL));

--
-- Name: moderation_decisions_decided; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_decided ON public.moderation_decisions USING btree (decided_at);

--
-- Name: moderation_decisions_decided_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_decided_by ON public.moderation_decisions USING btree (decided_by);

--
-- Name: moderation_decisions_restricting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_restricting ON public.moderation_decisions USING btree (concerned_id) WHERE ((decision = ANY (ARRAY['pause'::text, 'bar'::text])) AND (undone_at IS NULL));

--
-- Name: moderation_decisions_slow_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_slow_letter ON public.moderation_decisions USING btree (slow_letter_id, until) WHERE (slow_letter_id IS NOT NULL);

--
-- Name: moderation_decisions_slow_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_slow_text ON public.moderation_decisions USING btree (slow_text_id, until) WHERE (slow_text_id IS NOT NULL);

--
-- Name: moderation_decisions_undone_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX moderation_decisions_undone_by ON public.moderation_decisions USING btree (undone_by) WHERE (undone_by IS NOT NULL);

--
-- Name: notice_rounds_comment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_comment ON public.notice_rounds USING btree (comment_id) WHERE (comment_id IS NOT NULL);

--
-- Name: notice_rounds_consultation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_consultation ON public.notice_rounds USING btree (consultation_id) WHERE (consultation_id IS NOT NULL);

--
-- Name: notice_rounds_disposition; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_disposition ON public.notice_rounds USING btree (disposition_id) WHERE (disposition_id IS NOT NULL);

--
-- Name: notice_rounds_doer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_doer ON public.notice_rounds USING btree (doer_id) WHERE (doer_id IS NOT NULL);

--
-- Name: notice_rounds_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_letter ON public.notice_rounds USING btree (letter_id) WHERE (letter_id IS NOT NULL);

--
-- Name: notice_rounds_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_open ON public.notice_rounds USING btree (id) WHERE (done_at IS NULL);

--
-- Name: notice_rounds_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_organisation ON public.notice_rounds USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);

--
-- Name: notice_rounds_reply; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_reply ON public.notice_rounds USING btree (reply_id) WHERE (reply_id IS NOT NULL);

--
-- Name: notice_rounds_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_revision ON public.notice_rounds USING btree (revision_id) WHERE (revision_id IS NOT NULL);

--
-- Name: notice_rounds_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_text ON public.notice_rounds USING btree (text_id) WHERE (text_id IS NOT NULL);

--
-- Name: notice_rounds_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_thread ON public.notice_rounds USING btree (thread_id) WHERE (thread_id IS NOT NULL);

--
-- Name: notice_rounds_update; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_rounds_update ON public.notice_rounds USING btree (update_id) WHERE (update_id IS NOT NULL);

--
-- Name: notices_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_account ON public.notices USING btree (account_id, id DESC);

--
-- Name: notices_comment; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_comment ON public.notices USING btree (comment_id) WHERE (comment_id IS NOT NULL);

--
-- Name: notices_consultation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_consultation ON public.notices USING btree (consultation_id) WHERE (consultation_id IS NOT NULL);

--
-- Name: notices_decision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_decision ON public.notices USING btree (decision_id) WHERE (decision_id IS NOT NULL);

--
-- Name: notices_disposition; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_disposition ON public.notices USING btree (disposition_id) WHERE (disposition_id IS NOT NULL);

--
-- Name: notices_held; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_held ON public.notices USING btree (held_id) WHERE (held_id IS NOT NULL);

--
-- Name: notices_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_letter ON public.notices USING btree (letter_id) WHERE (letter_id IS NOT NULL);

--
-- Name: notices_mailed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_mailed ON public.notices USING btree (account_id, thread_id, mailed_at) WHERE (mailed_at IS NOT NULL);

--
-- Name: notices_open_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX notices_open_thread ON public.notices USING btree (account_id, thread_id) WHERE ((kind = 'thread'::text) AND (read_at IS NULL) AND (mailed_at IS NULL));

--
-- Name: notices_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_organisation ON public.notices USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);

--
-- Name: notices_reply; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_reply ON public.notices USING btree (reply_id) WHERE (reply_id IS NOT NULL);

--
-- Name: notices_revision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_revision ON public.notices USING btree (revision_id) WHERE (revision_id IS NOT NULL);

--
-- Name: notices_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_text ON public.notices USING btree (text_id) WHERE (text_id IS NOT NULL);

--
-- Name: notices_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_thread ON public.notices USING btree (thread_id) WHERE (thread_id IS NOT NULL);

--
-- Name: notices_to_mail; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_to_mail ON public.notices USING btree (rhythm, account_id, created_at) WHERE ((read_at IS NULL) AND (mailed_at IS NULL) AND (rhythm <> 'never'::text));

--
-- Name: notices_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_unread ON public.notices USING btree (account_id) WHERE (read_at IS NULL);

--
-- Name: notices_update; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_update ON public.notices USING btree (update_id) WHERE (update_id IS NOT NULL);

--
-- Name: official_answers_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX official_answers_organisation ON public.official_answers USING btree (organisation_id);

--
-- Name: official_answers_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX official_answers_text ON public.official_answers USING btree (text_id);

--
-- Name: officials_proved_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX officials_proved_at ON public.officials USING btree (proved_at);

--
-- Name: officials_siret; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX officials_siret ON public.officials USING btree (siret);

--
-- Name: organisation_domains_created_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_domains_created_by ON public.organisation_domains USING btree (created_by);

--
-- Name: organisation_domains_proved; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX organisation_domains_proved ON public.organisation_domains USING btree (domain) WHERE (state = ANY (ARRAY['proved'::text, 'failing'::text]));

--
-- Name: organisation_domains_to_check; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_domains_to_check ON public.organisation_domains USING btree (next_check_at) WHERE (state = ANY (ARRAY['proved'::text, 'failing'::text]));

--
-- Name: organisation_events_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_events_account ON public.organisation_events USING btree (account_id);

--
-- Name: organisation_events_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_events_actor ON public.organisation_events USING btree (actor_id);

--
-- Name: organisation_events_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_events_newest ON public.organisation_events USING btree (organisation_id, id DESC);

--
-- Name: organisation_invitations_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_invitations_expires_at ON public.organisation_invitations USING btree (expires_at);

--
-- Name: organisation_invitations_invited_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_invitations_invited_by ON public.organisation_invitations USING btree (invited_by);

--
-- Name: organisation_members_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_members_account ON public.organisation_members USING btree (account_id);

--
-- Name: organisation_providers_set_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_providers_set_by ON public.organisation_providers USING btree (set_by);

--
-- Name: organisation_words_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisation_words_search ON public.organisation_words USING gin (search) WITH (gin_pending_list_limit='256');

--
-- Name: organisations_alike; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisations_alike ON public.organisations USING gin (name_key public.gin_trgm_ops);

--
-- Name: organisations_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisations_by_name ON public.organisations USING btree (name_key, id);

--
-- Name: organisations_logo; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisations_logo ON public.organisations USING btree (logo_sha256) WHERE (logo_sha256 IS NOT NULL);

--
-- Name: organisations_merged_into; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisations_merged_into ON public.organisations USING btree (merged_into) WHERE (merged_into IS NOT NULL);

--
-- Name: organisations_registration; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisations_registration ON public.organisations USING btree (country, registration) WHERE (registration <> ''::text);

--
-- Name: organisations_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organisations_words ON public.organisations USING gin (to_tsvector('simple'::regconfig, name_key));

--
-- Name: passkey_challenges_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX passkey_challenges_by_end ON public.passkey_challenges USING btree (expires_at);

--
-- Name: passkeys_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX passkeys_by_account ON public.passkeys USING btree (account_id);

--
-- Name: personal_tokens_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX personal_tokens_by_end ON public.personal_tokens USING btree (expires_at);

--
-- Name: pins_live; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX pins_live ON public.pins USING btree (letter_id, signature_id) WHERE (unpinned_at IS NULL);

--
-- Name: pins_pinned_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pins_pinned_by ON public.pins USING btree (pinned_by);

--
-- Name: planned_publications_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX planned_publications_due ON public.planned_publications USING btree (publish_at);

--
-- Name: planned_publications_planned_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX planned_publications_planned_by ON public.planned_publications USING btree (planned_by);

--
-- Name: provision_states_parent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_states_parent ON public.provision_states USING btree (parent_id);

--
-- Name: provision_states_provision; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_states_provision ON public.provision_states USING btree (provision_id, revision_id);

--
-- Name: provision_words_number; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_words_number ON public.provision_words USING btree (number_key);

--
-- Name: provision_words_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_words_search ON public.provision_words USING gin (search);

--
-- Name: provision_words_spread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_words_spread ON public.provision_words USING btree (spread);

--
-- Name: provision_words_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX provision_words_text ON public.provision_words USING btree (text_id);

--
-- Name: public_log_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_account ON public.public_log USING btree (account_id) WHERE (account_id IS NOT NULL);

--
-- Name: public_log_event; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_event ON public.public_log USING btree (event, id);

--
-- Name: public_log_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_letter ON public.public_log USING btree (letter_id);

--
-- Name: public_log_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_organisation ON public.public_log USING btree (organisation_id);

--
-- Name: public_log_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_text ON public.public_log USING btree (text_id);

--
-- Name: rate_limits_expire; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX rate_limits_expire ON public.rate_limits USING btree (expire);

--
-- Name: reports_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_account ON public.reports USING btree (account_id) WHERE (account_id IS NOT NULL);

--
-- Name: reports_made; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX reports_made ON public.reports USING btree (made_at);

--
-- Name: retention_runs_rule; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX retention_runs_rule ON public.retention_runs USING btree (rule, id DESC);

--
-- Name: revisions_created_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX revisions_created_by ON public.revisions USING btree (created_by);

--
-- Name: sessions_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_account_id ON public.sessions USING btree (account_id);

--
-- Name: sessions_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_expires_at ON public.sessions USING btree (expires_at);

--
-- Name: sign_ins_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_ins_by_account ON public.sign_ins USING btree (account_id, id DESC);

--
-- Name: sign_ins_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_ins_by_time ON public.sign_ins USING btree (at);

--
-- Name: signature_events_signature; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signature_events_signature ON public.signature_events USING btree (letter_id, signature_id);

--
-- Name: signature_tokens_signature; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signature_tokens_signature ON public.signature_tokens USING btree (letter_id, signature_id);

--
-- Name: signatures_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_account ON public.signatures USING btree (account_id) WHERE (account_id IS NOT NULL);

--
-- Name: signatures_by_version; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_by_version ON public.signatures USING btree (letter_id, version_number, origin, place, id) WHERE (state = 'confirmed'::text);

--
-- Name: signatures_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_email ON public.signatures USING btree (email) WHERE (email <> ''::text);

--
-- Name: signatures_first_shown; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_first_shown ON public.signatures USING btree (letter_id, standing DESC, id) WHERE ((state = 'confirmed'::text) AND name_shown);

--
-- Name: signatures_held_ones; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_held_ones ON public.signatures USING btree (letter_id, id) WHERE (state = 'held'::text);

--
-- Name: signatures_invalidation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_invalidation ON public.signatures USING btree (invalidation_id) WHERE (invalidation_id IS NOT NULL);

--
-- Name: signatures_name_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_name_key ON public.signatures USING btree (letter_id, name_key, created_at) WHERE (name_key <> ''::text);

--
-- Name: signatures_network; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_network ON public.signatures USING btree (letter_id, network, created_at) WHERE (network <> ''::text);

--
-- Name: signatures_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_newest ON public.signatures USING btree (id) WHERE ((state = 'confirmed'::text) AND name_shown);

--
-- Name: signatures_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_organisation ON public.signatures USING btree (organisation_id, letter_id) WHERE (organisation_id IS NOT NULL);

--
-- Name: signatures_organisations_by_version; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_organisations_by_version ON public.signatures USING btree (letter_id, version_number, organisation_id) WHERE ((state = 'confirmed'::text) AND (kind = 'organisation'::text));

--
-- Name: signatures_quotable; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_quotable ON public.signatures USING btree (letter_id, id DESC) WHERE (quotable_since IS NOT NULL);

--
-- Name: signatures_released_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_released_by ON public.signatures USING btree (released_by) WHERE (released_by IS NOT NULL);

--
-- Name: signatures_roster; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_roster ON public.signatures USING btree (letter_id, origin, place, id) WHERE (state = 'confirmed'::text);

--
-- Name: signatures_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_search ON public.signatures USING gin (to_tsvector('simple'::regconfig, search_text)) WHERE ((state = 'confirmed'::text) AND name_shown);

--
-- Name: signatures_shown_signed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_shown_signed ON public.signatures USING btree (signed_at) WHERE ((state = 'confirmed'::text) AND name_shown);

--
-- Name: signatures_to_count; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_to_count ON public.signatures USING btree (letter_id, id) WHERE ((counted <> (state = 'confirmed'::text)) OR (counted AND (counted_version IS DISTINCT FROM version_number)));

--
-- Name: signatures_with_statement; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX signatures_with_statement ON public.signatures USING btree (letter_id, origin, place, id) WHERE ((state = 'confirmed'::text) AND name_shown AND (statement <> ''::text));

--
-- Name: submissions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX submissions_account ON public.submissions USING btree (account_id);

--
-- Name: submissions_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX submissions_letter ON public.submissions USING btree (letter_id, id);

--
-- Name: submissions_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX submissions_waiting ON public.submissions USING btree (letter_id) WHERE (state = 'waiting'::text);

--
-- Name: subscriptions_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_letter ON public.subscriptions USING btree (letter_id, account_id) WHERE (letter_id IS NOT NULL);

--
-- Name: subscriptions_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_organisation ON public.subscriptions USING btree (organisation_id, account_id) WHERE (organisation_id IS NOT NULL);

--
-- Name: subscriptions_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_text ON public.subscriptions USING btree (text_id, account_id) WHERE (text_id IS NOT NULL);

--
-- Name: subscriptions_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_thread ON public.subscriptions USING btree (thread_id, account_id) WHERE (thread_id IS NOT NULL);

--
-- Name: text_officials_account; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX text_officials_account ON public.text_officials USING btree (account_id, text_id) WHERE (ended_at IS NULL);

--
-- Name: text_officials_ended_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX text_officials_ended_by ON public.text_officials USING btree (ended_by);

--
-- Name: text_officials_marked_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX text_officials_marked_by ON public.text_officials USING btree (marked_by);

--
-- Name: text_officials_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX text_officials_organisation ON public.text_officials USING btree (organisation_id, text_id) WHERE (ended_at IS NULL);

--
-- Name: text_officials_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX text_officials_text ON public.text_officials USING btree (text_id);

--
-- Name: unsubscribe_links_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unsubscribe_links_letter ON public.unsubscribe_links USING btree (letter_id) WHERE (letter_id IS NOT NULL);

--
-- Name: unsubscribe_links_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unsubscribe_links_organisation ON public.unsubscribe_links USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);

--
-- Name: unsubscribe_links_text; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unsubscribe_links_text ON public.unsubscribe_links USING btree (text_id) WHERE (text_id IS NOT NULL);

--
-- Name: unsubscribe_links_thread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX unsubscribe_links_thread ON public.unsubscribe_links USING btree (thread_id) WHERE (thread_id IS NOT NULL);

--
-- Name: version_mails_to_send; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX version_mails_to_send ON public.version_mails USING btree (letter_id, version_number) WHERE (done_at IS NULL);

--
-- Name: version_translations_of_version; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX version_translations_of_version ON public.version_translations USING btree (letter_id, of_version);

--
-- Name: webhook_deliveries_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_deliveries_by_time ON public.webhook_deliveries USING btree (happened_at);

--
-- Name: webhook_deliveries_by_webhook; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_deliveries_by_webhook ON public.webhook_deliveries USING btree (webhook_id, id DESC);

--
-- Name: webhook_deliveries_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (due_at) WHERE (state = 'waiting'::text);

--
-- Name: webhook_deliveries_gathering; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX webhook_deliveries_gathering ON public.webhook_deliveries USING btree (webhook_id) WHERE ((type = 'signature.confirmed'::text) AND (state = 'waiting'::text) AND (attempts = 0));

--
-- Name: webhooks_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX webhooks_by_account ON public.webhooks USING btree (account_id);

--
-- Name: accounts accounts_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER accounts_tell_change AFTER UPDATE ON public.accounts FOR EACH ROW WHEN ((new.name IS DISTINCT FROM old.name)) EXECUTE FUNCTION public.tell_account_change();

--
-- Name: citations citations_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER citations_tell_change AFTER INSERT ON public.citations FOR EACH ROW EXECUTE FUNCTION public.tell_cited_text();

--
-- Name: co_authors co_authors_told; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER co_authors_told AFTER INSERT OR DELETE OR UPDATE ON public.co_authors FOR EACH ROW EXECUTE FUNCTION public.tell_drafts();

--
-- Name: comments comments_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER comments_tell_change AFTER INSERT OR UPDATE ON public.comments FOR EACH ROW EXECUTE FUNCTION public.tell_comment_change();

--
-- Name: comments comments_tell_hidden; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER comments_tell_hidden AFTER UPDATE ON public.comments FOR EACH ROW WHEN ((old.hidden_at IS DISTINCT FROM new.hidden_at)) EXECUTE FUNCTION public.tell_hidden_comment();

--
-- Name: comments comments_tell_new; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER comments_tell_new AFTER INSERT ON public.comments FOR EACH ROW EXECUTE FUNCTION public.tell_new_comment();

--
-- Name: comments comments_tell_part_hidden; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER comments_tell_part_hidden AFTER UPDATE ON public.comments FOR EACH ROW WHEN ((old.part_hidden_for IS DISTINCT FROM new.part_hidden_for)) EXECUTE FUNCTION public.tell_hidden_comment();

--
-- Name: comments comments_write_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER comments_write_words AFTER INSERT OR UPDATE OF body, deleted_at ON public.comments FOR EACH ROW EXECUTE FUNCTION public.write_comment_words();

--
-- Name: consultations consultations_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER consultations_tell_change AFTER INSERT OR UPDATE ON public.consultations FOR EACH ROW EXECUTE FUNCTION public.tell_text_change();

--
-- Name: discussions discussions_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER discussions_tell_change AFTER UPDATE ON public.discussions FOR EACH ROW EXECUTE FUNCTION public.tell_discussion_change();

--
-- Name: dispositions dispositions_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER dispositions_tell_change AFTER INSERT OR UPDATE ON public.dispositions FOR EACH ROW EXECUTE FUNCTION public.tell_cited_text();

--
-- Name: draft_updates draft_updates_told; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER draft_updates_told AFTER INSERT ON public.draft_updates FOR EACH ROW EXECUTE FUNCTION public.tell_drafts();

--
-- Name: letter_deliveries letter_deliveries_never_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_deliveries_never_change BEFORE DELETE OR UPDATE ON public.letter_deliveries FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

--
-- Name: letter_deliveries letter_deliveries_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_deliveries_tell_change AFTER INSERT ON public.letter_deliveries FOR EACH ROW EXECUTE FUNCTION public.tell_letter_record();

--
-- Name: letter_events letter_events_never_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_events_never_change BEFORE DELETE OR UPDATE ON public.letter_events FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

--
-- Name: letter_events letter_events_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_events_tell_change AFTER INSERT ON public.letter_events FOR EACH ROW EXECUTE FUNCTION public.tell_letter_record();

--
-- Name: letter_replies letter_replies_never_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_replies_never_change BEFORE DELETE OR UPDATE ON public.letter_replies FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

--
-- Name: letter_replies letter_replies_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_replies_tell_change AFTER INSERT ON public.letter_replies FOR EACH ROW EXECUTE FUNCTION public.tell_letter_record();

--
-- Name: letter_updates letter_updates_never_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_updates_never_change BEFORE DELETE OR UPDATE ON public.letter_updates FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

--
-- Name: letter_updates letter_updates_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_updates_tell_change AFTER INSERT ON public.letter_updates FOR EACH ROW EXECUTE FUNCTION public.tell_letter_record();

--
-- Name: letter_version_counts letter_version_counts_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_version_counts_tell_change AFTER INSERT OR UPDATE ON public.letter_version_counts FOR EACH ROW EXECUTE FUNCTION public.tell_version_count_change();

--
-- Name: letter_versions letter_versions_never_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_versions_never_change BEFORE DELETE OR UPDATE ON public.letter_versions FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

--
-- Name: letter_versions letter_versions_tell_citations; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_versions_tell_citations AFTER INSERT ON public.letter_versions FOR EACH ROW EXECUTE FUNCTION public.tell_texts_cited_before();

--
-- Name: letter_versions letter_versions_write_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letter_versions_write_words AFTER INSERT ON public.letter_versions FOR EACH ROW EXECUTE FUNCTION public.write_letter_words();

--
-- Name: letters letters_begin_authorship; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letters_begin_authorship AFTER INSERT ON public.letters FOR EACH ROW EXECUTE FUNCTION public.begin_authorship();

--
-- Name: letters letters_begin_discussion; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letters_begin_discussion AFTER INSERT ON public.letters FOR EACH ROW EXECUTE FUNCTION public.begin_discussion();

--
-- Name: letters letters_mark_text_revision; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letters_mark_text_revision BEFORE UPDATE ON public.letters FOR EACH ROW WHEN (((new.draft_revision <> old.draft_revision) AND ((((((((new.title IS DISTINCT FROM old.title) OR (new.summary IS DISTINCT FROM old.summary)) OR (new.addressees IS DISTINCT FROM old.addressees)) OR (new.author_kind IS DISTINCT FROM old.author_kind)) OR (new.author_name IS DISTINCT FROM old.author_name)) OR (new.language IS DISTINCT FROM old.language)) OR (new.closes_on IS DISTINCT FROM old.closes_on)) OR (new.draft IS DISTINCT FROM old.draft)))) EXECUTE FUNCTION public.mark_text_revision();

--
-- Name: letters letters_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letters_tell_change AFTER INSERT OR UPDATE ON public.letters FOR EACH ROW WHEN ((new.state <> 'draft'::text)) EXECUTE FUNCTION public.tell_letter_change();

--
-- Name: letters letters_tell_hidden; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letters_tell_hidden AFTER UPDATE ON public.letters FOR EACH ROW WHEN (((old.state = 'hidden'::text) <> (new.state = 'hidden'::text))) EXECUTE FUNCTION public.tell_hidden_letter();

--
-- Name: letters letters_told_drafts; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER letters_told_drafts AFTER DELETE OR UPDATE OF state, fields_revision ON public.letters FOR EACH ROW EXECUTE FUNCTION public.tell_drafts();

--
-- Name: mandates mandates_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER mandates_tell_change AFTER INSERT OR UPDATE ON public.mandates FOR EACH ROW EXECUTE FUNCTION public.tell_member_change();

--
-- Name: margin_comments margin_comments_tell; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER margin_comments_tell AFTER INSERT OR UPDATE ON public.margin_comments FOR EACH ROW EXECUTE FUNCTION public.tell_margin();

--
-- Name: margin_turns margin_turns_tell; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER margin_turns_tell AFTER INSERT ON public.margin_turns FOR EACH ROW EXECUTE FUNCTION public.tell_margin();

--
-- Name: official_answers official_answers_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER official_answers_tell_change AFTER INSERT OR UPDATE ON public.official_answers FOR EACH ROW EXECUTE FUNCTION public.tell_text_change();

--
-- Name: officials officials_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER officials_tell_change AFTER INSERT OR DELETE OR UPDATE ON public.officials FOR EACH ROW EXECUTE FUNCTION public.tell_account_change();

--
-- Name: organisation_domains organisation_domains_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisation_domains_tell_change AFTER UPDATE ON public.organisation_domains FOR EACH ROW WHEN ((((new.state IS DISTINCT FROM old.state) OR (new.method IS DISTINCT FROM old.method)) OR (new.proved_at IS DISTINCT FROM old.proved_at))) EXECUTE FUNCTION public.tell_member_change();

--
-- Name: organisation_domains organisation_domains_tell_end; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisation_domains_tell_end AFTER DELETE ON public.organisation_domains FOR EACH ROW EXECUTE FUNCTION public.tell_member_change();

--
-- Name: organisation_members organisation_members_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisation_members_tell_change AFTER INSERT OR DELETE OR UPDATE ON public.organisation_members FOR EACH ROW EXECUTE FUNCTION public.tell_member_change();

--
-- Name: organisation_providers organisation_providers_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisation_providers_tell_change AFTER INSERT OR DELETE ON public.organisation_providers FOR EACH ROW EXECUTE FUNCTION public.tell_member_change();

--
-- Name: organisation_providers organisation_providers_tell_trial; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisation_providers_tell_trial AFTER UPDATE ON public.organisation_providers FOR EACH ROW WHEN (((old.tried_at IS NULL) IS DISTINCT FROM (new.tried_at IS NULL))) EXECUTE FUNCTION public.tell_member_change();

--
-- Name: organisations organisations_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisations_tell_change AFTER INSERT OR DELETE OR UPDATE ON public.organisations FOR EACH ROW EXECUTE FUNCTION public.tell_organisation_change();

--
-- Name: organisations organisations_tell_hidden; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisations_tell_hidden AFTER UPDATE ON public.organisations FOR EACH ROW WHEN ((old.hidden_at IS DISTINCT FROM new.hidden_at)) EXECUTE FUNCTION public.tell_hidden_organisation();

--
-- Name: organisations organisations_write_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER organisations_write_words AFTER INSERT OR UPDATE OF name, about, merged_into ON public.organisations FOR EACH ROW EXECUTE FUNCTION public.write_organisation_words();

--
-- Name: pins pins_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pins_tell_change AFTER INSERT OR UPDATE ON public.pins FOR EACH ROW EXECUTE FUNCTION public.tell_pin_change();

--
-- Name: provision_states provision_states_write_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER provision_states_write_words AFTER INSERT ON public.provision_states REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION public.write_provision_words();

--
-- Name: provisions provisions_begin_discussion; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER provisions_begin_discussion AFTER INSERT ON public.provisions FOR EACH ROW EXECUTE FUNCTION public.begin_discussion();

--
-- Name: public_log public_log_tells; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_tells AFTER INSERT OR DELETE OR UPDATE ON public.public_log FOR EACH ROW EXECUTE FUNCTION public.tell_public_log();

--
-- Name: revisions revisions_forget_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER revisions_forget_words AFTER INSERT ON public.revisions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.forget_provision_words();

--
-- Name: revisions revisions_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER revisions_tell_change AFTER INSERT OR UPDATE ON public.revisions FOR EACH ROW EXECUTE FUNCTION public.tell_text_change();

--
-- Name: running_settings running_settings_tell; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER running_settings_tell AFTER UPDATE ON public.running_settings FOR EACH ROW EXECUTE FUNCTION public.tell_running_settings();

--
-- Name: sessions sessions_told; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER sessions_told AFTER DELETE ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.tell_drafts();

--
-- Name: signatures signatures_keep_hidden; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER signatures_keep_hidden BEFORE UPDATE ON public.signatures FOR EACH ROW WHEN ((new.name_shown AND (NOT old.name_shown))) EXECUTE FUNCTION public.keep_signature_hidden();

--
-- Name: signatures signatures_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER signatures_tell_change AFTER UPDATE ON public.signatures FOR EACH ROW WHEN (((old.state = 'confirmed'::text) AND (((((((((((((((((new.state IS DISTINCT FROM old.state) OR (new.name IS DISTINCT FROM old.name)) OR (new.role IS DISTINCT FROM old.role)) OR (new.affiliation IS DISTINCT FROM old.affiliation)) OR (new.statement IS DISTINCT FROM old.statement)) OR (new.website IS DISTINCT FROM old.website)) OR (new.country IS DISTINCT FROM old.country)) OR (new.name_shown IS DISTINCT FROM old.name_shown)) OR (new.number IS DISTINCT FROM old.number)) OR (new.version_number IS DISTINCT FROM old.version_number)) OR (new.level IS DISTINCT FROM old.level)) OR (new.organisation_id IS DISTINCT FROM old.organisation_id)) OR (new.represented_by IS DISTINCT FROM old.represented_by)) OR (new.representative_shown IS DISTINCT FROM old.representative_shown)) OR (new.distinction IS DISTINCT FROM old.distinction)) OR (new.claim_refused_at IS DISTINCT FROM old.claim_refused_at)) OR (new.quotable_since IS DISTINCT FROM old.quotable_since)))) EXECUTE FUNCTION public.tell_signature_change();

--
-- Name: signatures signatures_tell_organisation; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER signatures_tell_organisation AFTER INSERT OR UPDATE OF state, level, organisation_id ON public.signatures FOR EACH ROW WHEN (((new.organisation_id IS NOT NULL) AND (new.kind = 'organisation'::text))) EXECUTE FUNCTION public.tell_organisation_signature();

--
-- Name: text_officials text_officials_tell_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER text_officials_tell_change AFTER INSERT OR UPDATE ON public.text_officials FOR EACH ROW EXECUTE FUNCTION public.tell_text_change();

--
-- Name: version_translations version_translations_never_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER version_translations_never_change BEFORE DELETE OR UPDATE ON public.version_translations FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

--
-- Name: comments webhooks_of_comment; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER webhooks_of_comment AFTER INSERT ON public.comments FOR EACH ROW EXECUTE FUNCTION public.webhooks_of_comment();

--
-- Name: letters webhooks_of_letter; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER webhooks_of_letter AFTER UPDATE OF last_number, signature_count, state ON public.letters FOR EACH ROW WHEN (((old.last_number <> new.last_number) OR (old.signature_count <> new.signature_count) OR (old.state <> new.state))) EXECUTE FUNCTION public.webhooks_of_letter();

--
-- Name: letter_replies webhooks_of_reply; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER webhooks_of_reply AFTER INSERT ON public.letter_replies FOR EACH ROW EXECUTE FUNCTION public.webhooks_of_reply();

--
-- Name: letter_versions webhooks_of_version; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER webhooks_of_version AFTER INSERT ON public.letter_versions FOR EACH ROW EXECUTE FUNCTION public.webhooks_of_version();

--
-- Name: account_tokens account_tokens_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_tokens
    ADD CONSTRAINT account_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: administration_events administration_events_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administration_events
    ADD CONSTRAINT administration_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: administration_events administration_events_administrator_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administration_events
    ADD CONSTRAINT administration_events_administrator_id_fkey FOREIGN KEY (administrator_id) REFERENCES public.accounts(id);

--
-- Name: annotation_places annotation_places_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotation_places
    ADD CONSTRAINT annotation_places_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.annotations(comment_id);

--
-- Name: annotation_places annotation_places_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotation_places
    ADD CONSTRAINT annotation_places_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);

--
-- Name: annotations annotations_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT annotations_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: annotations annotations_provision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT annotations_provision_id_fkey FOREIGN KEY (provision_id) REFERENCES public.provisions(id);

--
-- Name: annotations annotations_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.annotations
    ADD CONSTRAINT annotations_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);

--
-- Name: begun_log_ins begun_log_ins_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.begun_log_ins
    ADD CONSTRAINT begun_log_ins_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: citations citations_letter_id_version_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_letter_id_version_number_fkey FOREIGN KEY (letter_id, version_number) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: citations citations_provision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_provision_id_fkey FOREIGN KEY (provision_id) REFERENCES public.provisions(id);

--
-- Name: citations citations_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);

--
-- Name: co_author_events co_author_events_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_events
    ADD CONSTRAINT co_author_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: co_author_events co_author_events_actor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_events
    ADD CONSTRAINT co_author_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.accounts(id);

--
-- Name: co_author_events co_author_events_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_events
    ADD CONSTRAINT co_author_events_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: co_author_events co_author_events_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_events
    ADD CONSTRAINT co_author_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE SET NULL;

--
-- Name: co_author_invitations co_author_invitations_invited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.accounts(id);

--
-- Name: co_author_invitations co_author_invitations_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: co_author_invitations co_author_invitations_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_author_invitations
    ADD CONSTRAINT co_author_invitations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: co_authors co_authors_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_authors
    ADD CONSTRAINT co_authors_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: co_authors co_authors_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_authors
    ADD CONSTRAINT co_authors_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: co_authors co_authors_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.co_authors
    ADD CONSTRAINT co_authors_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE SET NULL;

--
-- Name: comment_edits comment_edits_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_edits
    ADD CONSTRAINT comment_edits_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: comment_mentions comment_mentions_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_mentions
    ADD CONSTRAINT comment_mentions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: comment_mentions comment_mentions_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_mentions
    ADD CONSTRAINT comment_mentions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: comment_prints comment_prints_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_prints
    ADD CONSTRAINT comment_prints_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: comment_prints comment_prints_discussion_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_prints
    ADD CONSTRAINT comment_prints_discussion_id_fkey FOREIGN KEY (discussion_id) REFERENCES public.discussions(id);

--
-- Name: comment_votes comment_votes_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_votes
    ADD CONSTRAINT comment_votes_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: comment_votes comment_votes_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_votes
    ADD CONSTRAINT comment_votes_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: comment_words comment_words_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comment_words
    ADD CONSTRAINT comment_words_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: comments comments_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: comments comments_discussion_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_discussion_id_fkey FOREIGN KEY (discussion_id) REFERENCES public.discussions(id);

--
-- Name: comments comments_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.comments(id);

--
-- Name: comments comments_root_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_root_id_fkey FOREIGN KEY (root_id) REFERENCES public.comments(id);

--
-- Name: consultations consultations_closed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.accounts(id);

--
-- Name: consultations consultations_opened_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.accounts(id);

--
-- Name: consultations consultations_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consultations
    ADD CONSTRAINT consultations_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: countersignature_requests countersignature_requests_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.countersignature_requests
    ADD CONSTRAINT countersignature_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: countersignature_requests countersignature_requests_letter_id_signature_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.countersignature_requests
    ADD CONSTRAINT countersignature_requests_letter_id_signature_id_fkey FOREIGN KEY (letter_id, signature_id) REFERENCES public.signatures(letter_id, id) ON DELETE CASCADE;

--
-- Name: digests digests_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.digests
    ADD CONSTRAINT digests_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: discussions discussions_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discussions
    ADD CONSTRAINT discussions_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: discussions discussions_provision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.discussions
    ADD CONSTRAINT discussions_provision_id_fkey FOREIGN KEY (provision_id) REFERENCES public.provisions(id);

--
-- Name: dispositions dispositions_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispositions
    ADD CONSTRAINT dispositions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: dispositions dispositions_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispositions
    ADD CONSTRAINT dispositions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: dispositions dispositions_provision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispositions
    ADD CONSTRAINT dispositions_provision_id_fkey FOREIGN KEY (provision_id) REFERENCES public.provisions(id);

--
-- Name: dispositions dispositions_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dispositions
    ADD CONSTRAINT dispositions_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);

--
-- Name: doctrine_imports doctrine_imports_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.doctrine_imports
    ADD CONSTRAINT doctrine_imports_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: draft_approvals draft_approvals_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_approvals
    ADD CONSTRAINT draft_approvals_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: draft_approvals draft_approvals_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_approvals
    ADD CONSTRAINT draft_approvals_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: draft_imports draft_imports_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_imports
    ADD CONSTRAINT draft_imports_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: draft_shares draft_shares_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_shares
    ADD CONSTRAINT draft_shares_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

--
-- Name: draft_shares draft_shares_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_shares
    ADD CONSTRAINT draft_shares_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: draft_snapshots draft_snapshots_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_snapshots
    ADD CONSTRAINT draft_snapshots_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: draft_snapshots draft_snapshots_taken_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_snapshots
    ADD CONSTRAINT draft_snapshots_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.accounts(id);

--
-- Name: draft_snapshots draft_snapshots_written_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_snapshots
    ADD CONSTRAINT draft_snapshots_written_by_fkey FOREIGN KEY (written_by) REFERENCES public.accounts(id);

--
-- Name: draft_states draft_states_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_states
    ADD CONSTRAINT draft_states_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: draft_updates draft_updates_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_updates
    ADD CONSTRAINT draft_updates_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: draft_updates draft_updates_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft_updates
    ADD CONSTRAINT draft_updates_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: held_comments held_comments_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: held_comments held_comments_discussion_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_discussion_id_fkey FOREIGN KEY (discussion_id) REFERENCES public.discussions(id);

--
-- Name: held_comments held_comments_edits_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_edits_id_fkey FOREIGN KEY (edits_id) REFERENCES public.comments(id);

--
-- Name: held_comments held_comments_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.comments(id);

--
-- Name: held_comments held_comments_released_as_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.held_comments
    ADD CONSTRAINT held_comments_released_as_fkey FOREIGN KEY (released_as) REFERENCES public.comments(id);

--
-- Name: hidden_organisations hidden_organisations_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hidden_organisations
    ADD CONSTRAINT hidden_organisations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: hidden_signatures hidden_signatures_letter_id_signature_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hidden_signatures
    ADD CONSTRAINT hidden_signatures_letter_id_signature_id_fkey FOREIGN KEY (letter_id, signature_id) REFERENCES public.signatures(letter_id, id) ON DELETE CASCADE;

--
-- Name: hidden_words hidden_words_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.hidden_words
    ADD CONSTRAINT hidden_words_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: identities identities_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: identities identities_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identities
    ADD CONSTRAINT identities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: identity_arrivals identity_arrivals_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_arrivals
    ADD CONSTRAINT identity_arrivals_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: identity_attempts identity_attempts_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_attempts
    ADD CONSTRAINT identity_attempts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: identity_attempts identity_attempts_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_attempts
    ADD CONSTRAINT identity_attempts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: images images_uploaded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.accounts(id);

--
-- Name: invalidations invalidations_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invalidations
    ADD CONSTRAINT invalidations_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: invalidations invalidations_made_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invalidations
    ADD CONSTRAINT invalidations_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.accounts(id);

--
-- Name: invalidations invalidations_undone_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invalidations
    ADD CONSTRAINT invalidations_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.accounts(id);

--
-- Name: letter_days letter_days_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_days
    ADD CONSTRAINT letter_days_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_deliveries letter_deliveries_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_deliveries
    ADD CONSTRAINT letter_deliveries_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: letter_deliveries letter_deliveries_letter_id_version_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_deliveries
    ADD CONSTRAINT letter_deliveries_letter_id_version_number_fkey FOREIGN KEY (letter_id, version_number) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: letter_events letter_events_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_events
    ADD CONSTRAINT letter_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: letter_events letter_events_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_events
    ADD CONSTRAINT letter_events_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_mails letter_mails_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_mails
    ADD CONSTRAINT letter_mails_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_mails letter_mails_reply_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_mails
    ADD CONSTRAINT letter_mails_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES public.letter_replies(id);

--
-- Name: letter_mails letter_mails_update_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_mails
    ADD CONSTRAINT letter_mails_update_id_fkey FOREIGN KEY (update_id) REFERENCES public.letter_updates(id);

--
-- Name: letter_replies letter_replies_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_replies
    ADD CONSTRAINT letter_replies_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: letter_replies letter_replies_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_replies
    ADD CONSTRAINT letter_replies_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_revisions letter_revisions_edited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_revisions
    ADD CONSTRAINT letter_revisions_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES public.accounts(id);

--
-- Name: letter_revisions letter_revisions_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_revisions
    ADD CONSTRAINT letter_revisions_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_translations letter_translations_edited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_translations
    ADD CONSTRAINT letter_translations_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES public.accounts(id);

--
-- Name: letter_translations letter_translations_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_translations
    ADD CONSTRAINT letter_translations_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: letter_updates letter_updates_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_updates
    ADD CONSTRAINT letter_updates_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: letter_updates letter_updates_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_updates
    ADD CONSTRAINT letter_updates_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_version_counts letter_version_counts_letter_id_version_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_version_counts
    ADD CONSTRAINT letter_version_counts_letter_id_version_number_fkey FOREIGN KEY (letter_id, version_number) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: letter_versions letter_versions_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_versions
    ADD CONSTRAINT letter_versions_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letter_versions letter_versions_published_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_versions
    ADD CONSTRAINT letter_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.accounts(id);

--
-- Name: letter_words letter_words_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_words
    ADD CONSTRAINT letter_words_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: letters letters_closed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.accounts(id);

--
-- Name: letters letters_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

--
-- Name: letters letters_current_version; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_current_version FOREIGN KEY (id, current_version) REFERENCES public.letter_versions(letter_id, number) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: letters letters_edited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES public.accounts(id);

--
-- Name: mandate_mails mandate_mails_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandate_mails
    ADD CONSTRAINT mandate_mails_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: mandate_mails mandate_mails_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandate_mails
    ADD CONSTRAINT mandate_mails_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: mandates mandates_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: mandates mandates_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: margin_comments margin_comments_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_comments
    ADD CONSTRAINT margin_comments_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: margin_comments margin_comments_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_comments
    ADD CONSTRAINT margin_comments_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.margin_threads(id) ON DELETE CASCADE;

--
-- Name: margin_mentions margin_mentions_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_mentions
    ADD CONSTRAINT margin_mentions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: margin_mentions margin_mentions_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_mentions
    ADD CONSTRAINT margin_mentions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.margin_comments(id) ON DELETE CASCADE;

--
-- Name: margin_threads margin_threads_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_threads
    ADD CONSTRAINT margin_threads_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

--
-- Name: margin_threads margin_threads_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_threads
    ADD CONSTRAINT margin_threads_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: margin_threads margin_threads_resolved_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_threads
    ADD CONSTRAINT margin_threads_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES public.accounts(id);

--
-- Name: margin_turns margin_turns_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_turns
    ADD CONSTRAINT margin_turns_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: margin_turns margin_turns_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.margin_turns
    ADD CONSTRAINT margin_turns_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.margin_threads(id) ON DELETE CASCADE;

--
-- Name: moderation_areas moderation_areas_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_areas
    ADD CONSTRAINT moderation_areas_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: moderation_areas moderation_areas_ended_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_areas
    ADD CONSTRAINT moderation_areas_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.accounts(id);

--
-- Name: moderation_areas moderation_areas_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_areas
    ADD CONSTRAINT moderation_areas_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: moderation_areas moderation_areas_named_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_areas
    ADD CONSTRAINT moderation_areas_named_by_fkey FOREIGN KEY (named_by) REFERENCES public.accounts(id);

--
-- Name: moderation_areas moderation_areas_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_areas
    ADD CONSTRAINT moderation_areas_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id) ON DELETE CASCADE;

--
-- Name: moderation_cases moderation_cases_claimed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES public.accounts(id);

--
-- Name: moderation_cases moderation_cases_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: moderation_cases moderation_cases_held_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_held_id_fkey FOREIGN KEY (held_id) REFERENCES public.held_comments(id);

--
-- Name: moderation_cases moderation_cases_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: moderation_cases moderation_cases_letter_id_signature_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_letter_id_signature_id_fkey FOREIGN KEY (letter_id, signature_id) REFERENCES public.signatures(letter_id, id) ON DELETE CASCADE;

--
-- Name: moderation_cases moderation_cases_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: moderation_cases moderation_cases_submission_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_cases
    ADD CONSTRAINT moderation_cases_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES public.submissions(id);

--
-- Name: moderation_decisions moderation_decisions_answered_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.accounts(id);

--
-- Name: moderation_decisions moderation_decisions_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.moderation_cases(id) ON DELETE CASCADE;

--
-- Name: moderation_decisions moderation_decisions_concerned_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_concerned_id_fkey FOREIGN KEY (concerned_id) REFERENCES public.accounts(id);

--
-- Name: moderation_decisions moderation_decisions_decided_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.accounts(id);

--
-- Name: moderation_decisions moderation_decisions_slow_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_slow_letter_id_fkey FOREIGN KEY (slow_letter_id) REFERENCES public.letters(id);

--
-- Name: moderation_decisions moderation_decisions_slow_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_slow_text_id_fkey FOREIGN KEY (slow_text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: moderation_decisions moderation_decisions_undone_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderation_decisions
    ADD CONSTRAINT moderation_decisions_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.accounts(id);

--
-- Name: notice_rounds notice_rounds_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_consultation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_disposition_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_disposition_id_fkey FOREIGN KEY (disposition_id) REFERENCES public.dispositions(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_doer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_doer_id_fkey FOREIGN KEY (doer_id) REFERENCES public.accounts(id) ON DELETE SET NULL;

--
-- Name: notice_rounds notice_rounds_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_reply_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES public.letter_replies(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.comments(id) ON DELETE CASCADE;

--
-- Name: notice_rounds notice_rounds_update_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice_rounds
    ADD CONSTRAINT notice_rounds_update_id_fkey FOREIGN KEY (update_id) REFERENCES public.letter_updates(id) ON DELETE CASCADE;

--
-- Name: notices notices_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: notices notices_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id) ON DELETE CASCADE;

--
-- Name: notices notices_consultation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES public.consultations(id) ON DELETE CASCADE;

--
-- Name: notices notices_decision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES public.moderation_decisions(id) ON DELETE CASCADE;

--
-- Name: notices notices_disposition_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_disposition_id_fkey FOREIGN KEY (disposition_id) REFERENCES public.dispositions(id) ON DELETE CASCADE;

--
-- Name: notices notices_held_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_held_id_fkey FOREIGN KEY (held_id) REFERENCES public.held_comments(id) ON DELETE CASCADE;

--
-- Name: notices notices_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: notices notices_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: notices notices_reply_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES public.letter_replies(id) ON DELETE CASCADE;

--
-- Name: notices notices_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id) ON DELETE CASCADE;

--
-- Name: notices notices_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id) ON DELETE CASCADE;

--
-- Name: notices notices_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.comments(id) ON DELETE CASCADE;

--
-- Name: notices notices_update_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_update_id_fkey FOREIGN KEY (update_id) REFERENCES public.letter_updates(id) ON DELETE CASCADE;

--
-- Name: official_answers official_answers_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.official_answers
    ADD CONSTRAINT official_answers_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: official_answers official_answers_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.official_answers
    ADD CONSTRAINT official_answers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: official_answers official_answers_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.official_answers
    ADD CONSTRAINT official_answers_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: officials officials_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.officials
    ADD CONSTRAINT officials_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: organisation_domains organisation_domains_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_domains
    ADD CONSTRAINT organisation_domains_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

--
-- Name: organisation_domains organisation_domains_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_domains
    ADD CONSTRAINT organisation_domains_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: organisation_events organisation_events_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_events
    ADD CONSTRAINT organisation_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: organisation_events organisation_events_actor_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_events
    ADD CONSTRAINT organisation_events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.accounts(id);

--
-- Name: organisation_events organisation_events_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_events
    ADD CONSTRAINT organisation_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: organisation_invitations organisation_invitations_invited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_invitations
    ADD CONSTRAINT organisation_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.accounts(id);

--
-- Name: organisation_invitations organisation_invitations_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_invitations
    ADD CONSTRAINT organisation_invitations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: organisation_members organisation_members_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_members
    ADD CONSTRAINT organisation_members_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: organisation_members organisation_members_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_members
    ADD CONSTRAINT organisation_members_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: organisation_providers organisation_providers_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_providers
    ADD CONSTRAINT organisation_providers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: organisation_providers organisation_providers_set_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_providers
    ADD CONSTRAINT organisation_providers_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.accounts(id);

--
-- Name: organisation_words organisation_words_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisation_words
    ADD CONSTRAINT organisation_words_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: organisations organisations_logo_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_logo_sha256_fkey FOREIGN KEY (logo_sha256) REFERENCES public.images(sha256);

--
-- Name: organisations organisations_merged_into_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.organisations(id);

--
-- Name: partly_hidden partly_hidden_comment_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.partly_hidden
    ADD CONSTRAINT partly_hidden_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.comments(id);

--
-- Name: passkey_holders passkey_holders_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkey_holders
    ADD CONSTRAINT passkey_holders_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: passkeys passkeys_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.passkey_holders(account_id);

--
-- Name: personal_tokens personal_tokens_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.personal_tokens
    ADD CONSTRAINT personal_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: pins pins_letter_id_signature_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pins
    ADD CONSTRAINT pins_letter_id_signature_id_fkey FOREIGN KEY (letter_id, signature_id) REFERENCES public.signatures(letter_id, id);

--
-- Name: pins pins_pinned_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pins
    ADD CONSTRAINT pins_pinned_by_fkey FOREIGN KEY (pinned_by) REFERENCES public.accounts(id);

--
-- Name: planned_publications planned_publications_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.planned_publications
    ADD CONSTRAINT planned_publications_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: planned_publications planned_publications_planned_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.planned_publications
    ADD CONSTRAINT planned_publications_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES public.accounts(id);

--
-- Name: provision_states provision_states_parent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_states
    ADD CONSTRAINT provision_states_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.provisions(id);

--
-- Name: provision_states provision_states_provision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_states
    ADD CONSTRAINT provision_states_provision_id_fkey FOREIGN KEY (provision_id) REFERENCES public.provisions(id);

--
-- Name: provision_states provision_states_revision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_states
    ADD CONSTRAINT provision_states_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES public.revisions(id);

--
-- Name: provision_words provision_words_provision_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_words
    ADD CONSTRAINT provision_words_provision_id_fkey FOREIGN KEY (provision_id) REFERENCES public.provisions(id);

--
-- Name: provision_words provision_words_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_words
    ADD CONSTRAINT provision_words_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: provisions provisions_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provisions
    ADD CONSTRAINT provisions_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: public_log public_log_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: public_log public_log_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id);

--
-- Name: public_log public_log_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: public_log public_log_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: recovery_codes recovery_codes_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.passkey_holders(account_id);

--
-- Name: reports reports_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: reports reports_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT reports_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.moderation_cases(id) ON DELETE CASCADE;

--
-- Name: revisions revisions_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.accounts(id);

--
-- Name: revisions revisions_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.revisions
    ADD CONSTRAINT revisions_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: sessions sessions_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: sign_ins sign_ins_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_ins
    ADD CONSTRAINT sign_ins_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: signature_events signature_events_letter_id_signature_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signature_events
    ADD CONSTRAINT signature_events_letter_id_signature_id_fkey FOREIGN KEY (letter_id, signature_id) REFERENCES public.signatures(letter_id, id) ON DELETE CASCADE;

--
-- Name: signature_tokens signature_tokens_letter_id_signature_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signature_tokens
    ADD CONSTRAINT signature_tokens_letter_id_signature_id_fkey FOREIGN KEY (letter_id, signature_id) REFERENCES public.signatures(letter_id, id) ON DELETE CASCADE;

--
-- Name: signatures signatures_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: signatures signatures_invalidation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_invalidation_id_fkey FOREIGN KEY (invalidation_id) REFERENCES public.invalidations(id);

--
-- Name: signatures signatures_letter_id_version_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_letter_id_version_number_fkey FOREIGN KEY (letter_id, version_number) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: signatures signatures_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: signatures signatures_released_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.signatures
    ADD CONSTRAINT signatures_released_by_fkey FOREIGN KEY (released_by) REFERENCES public.accounts(id);

--
-- Name: submissions submissions_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: submissions submissions_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE SET NULL;

--
-- Name: subscriptions subscriptions_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: subscriptions subscriptions_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: subscriptions subscriptions_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: subscriptions subscriptions_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id) ON DELETE CASCADE;

--
-- Name: subscriptions subscriptions_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.comments(id) ON DELETE CASCADE;

--
-- Name: text_officials text_officials_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.text_officials
    ADD CONSTRAINT text_officials_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: text_officials text_officials_ended_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.text_officials
    ADD CONSTRAINT text_officials_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.accounts(id);

--
-- Name: text_officials text_officials_marked_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.text_officials
    ADD CONSTRAINT text_officials_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES public.accounts(id);

--
-- Name: text_officials text_officials_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.text_officials
    ADD CONSTRAINT text_officials_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);

--
-- Name: text_officials text_officials_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.text_officials
    ADD CONSTRAINT text_officials_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id);

--
-- Name: unsubscribe_links unsubscribe_links_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;

--
-- Name: unsubscribe_links unsubscribe_links_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- Name: unsubscribe_links unsubscribe_links_organisation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id) ON DELETE CASCADE;

--
-- Name: unsubscribe_links unsubscribe_links_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.doctrine_texts(id) ON DELETE CASCADE;

--
-- Name: unsubscribe_links unsubscribe_links_thread_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.unsubscribe_links
    ADD CONSTRAINT unsubscribe_links_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.comments(id) ON DELETE CASCADE;

--
-- Name: version_mails version_mails_letter_id_version_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version_mails
    ADD CONSTRAINT version_mails_letter_id_version_number_fkey FOREIGN KEY (letter_id, version_number) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: version_translations version_translations_letter_id_of_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version_translations
    ADD CONSTRAINT version_translations_letter_id_of_version_fkey FOREIGN KEY (letter_id, of_version) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: version_translations version_translations_letter_id_version_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version_translations
    ADD CONSTRAINT version_translations_letter_id_version_number_fkey FOREIGN KEY (letter_id, version_number) REFERENCES public.letter_versions(letter_id, number);

--
-- Name: webhook_deliveries webhook_deliveries_webhook_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES public.webhooks(id) ON DELETE CASCADE;

--
-- Name: webhooks webhooks_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT webhooks_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

--
-- Name: webhooks webhooks_letter_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.webhooks
    ADD CONSTRAINT webhooks_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id) ON DELETE CASCADE;

--
-- PostgreSQL database dump complete
--

--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20261124000001'),
    ('20261124000002'),
    ('20261124000003'),
    ('20261124000004'),
    ('20261124000005'),
    ('20261124000006'),
    ('20261124000007'),
    ('20261124000008'),
    ('20261125000001'),
    ('20261125000002'),
    ('20261125000003'),
    ('20261125000004'),
    ('20261125200001'),
    ('20261125200002'),
    ('20261125200003'),
    ('20261125210001'),
    ('20261125220001'),
    ('20261125230001'),
    ('20261125240001'),
    ('20261126000001'),
    ('20261126000002'),
    ('20261126000003'),
    ('20261126000004'),
    ('20261126100001'),
    ('20261126110001'),
    ('20261126120001'),
    ('20261126120002'),
    ('20261126130001'),
    ('20261126140001'),
    ('20261127000001'),
    ('20261127000002'),
    ('20261127000003'),
    ('20261127100001'),
    ('20261127200001'),
    ('20261128000001'),
    ('20261128000002'),
    ('20261128100001'),
    ('20261128200001'),
    ('20261128200002'),
    ('20261129100001'),
    ('20261129200001'),
    ('20261129300001'),
    ('20261129400001'),
    ('20261130100001'),
    ('20261130200001'),
    ('20261130300001'),
    ('20261130400001'),
    ('20261130400002'),
    ('20261201100001'),
    ('20261201200001'),
    ('20261201300001'),
    ('20261201400001'),
    ('20261201400002'),
    ('20261201800001'),
    ('20261203100001'),
    ('20261203100002'),
    ('20261204100001'),
    ('20261204100002');
