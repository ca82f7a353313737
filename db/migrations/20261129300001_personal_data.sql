-- migrate:up

-- To sign tells a political opinion (GDPR art. 9): which text its signatory agreed to, in which language, and when. The
-- texts are in app/personal-data/consent.ts, for ever. Null: signed before texts were kept.
alter table signatures
  add consent smallint,
  add consent_language text check (consent_language in ('en', 'fr')),
  add consented_at timestamptz,
  add constraint signatures_consent check (num_nonnulls(consent, consent_language, consented_at) in (0, 3));

-- All that is held about an address is asked for by it.
create index signatures_email on signatures (email) where email <> '';
create index mails_to_address on mails (to_address);

alter table signature_events drop constraint signature_events_event_check,
  add constraint signature_events_event_check check (event in ('signed', 'confirmed', 'withdrawn', 'moved', 'stayed',
    'released', 'invalidated', 'restored', 'countersigned', 'claim-refused', 'corrected', 'erased'));

-- Links that show what is held about an address. After erasing all of it the address goes from them too: the page
-- then says what was done, until the link runs out.
create table data_links (
  token_hash text primary key,
  email text check (email = lower(email) and length(email) <= 254),
  -- Proved by a mail; a session alone may look and correct, but erases an account only with its password.
  by_mail boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index data_links_expires_at on data_links (expires_at);
create index data_links_email on data_links (email);

-- What the rules of app/personal-data/retention.ts have erased.
create table retention_runs (
  id bigint generated always as identity primary key,
  rule text not null check (length(rule) between 1 and 80),
  at timestamptz not null default now(),
  rows integer not null check (rows >= 0)
);
create index retention_runs_rule on retention_runs (rule, id desc);

-- Networks are kept as keyed hashes from now on. What is there is hashed with a salt that nobody keeps: rows of one
-- letter can still be compared, and nothing leads back.
do $$
declare
  salt constant text := gen_random_uuid()::text || gen_random_uuid()::text;
begin
  update signatures set network = 'N-' || upper(left(encode(sha256(convert_to(
    salt || letter_id || ' ' || network, 'UTF8')), 'hex'), 12))
  where network <> '';
  update invalidations set condition = jsonb_set(condition, '{network}', to_jsonb('N-' || upper(left(encode(sha256(convert_to(
    salt || letter_id || ' ' || (condition ->> 'network'), 'UTF8')), 'hex'), 12))))
  where condition ->> 'network' <> '';
end $$;
alter table signatures add constraint signatures_network_hashed check (network ~ '^(N-[0-9A-F]{12})?$');

-- Keys of limits are hashes whose key changes every day. Who began to count yesterday goes on with yesterday's key until
-- that time is over: a change of day gives nobody a second go. Counts under the old keys begin anew once.
delete from rate_limits;
drop function take_attempts(text[], integer[], integer[]);
create function take_attempts(keys text[], earlier text[], allowed integer[], durations integer[]) returns integer
language plpgsql as $$
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

-- migrate:down

drop function take_attempts(text[], text[], integer[], integer[]);
create function take_attempts(keys text[], allowed integer[], durations integer[]) returns integer
language plpgsql as $$
declare
  now_ms constant bigint := floor(extract(epoch from clock_timestamp()) * 1000);
  taken integer;
  ends bigint;
begin
  for i in 1 .. cardinality(keys) loop
    insert into rate_limits as r (key, points, expire)
    values (keys[i], 1, now_ms + durations[i] * 1000::bigint)
    on conflict (key) do update set
      points = case when r.expire <= now_ms then 1 else r.points + 1 end,
      expire = case when r.expire <= now_ms then excluded.expire else r.expire end
    returning points, expire into taken, ends;
    if taken > allowed[i] then
      return greatest(1, ceil((ends - now_ms) / 1000.0));
    end if;
  end loop;
  return null;
end $$;
alter table signatures drop constraint signatures_network_hashed;
drop table retention_runs;
drop table data_links;
delete from signature_events where event in ('corrected', 'erased');
alter table signature_events drop constraint signature_events_event_check,
  add constraint signature_events_event_check check (event in ('signed', 'confirmed', 'withdrawn', 'moved', 'stayed',
    'released', 'invalidated', 'restored', 'countersigned', 'claim-refused'));
drop index mails_to_address;
drop index signatures_email;
alter table signatures drop constraint signatures_consent, drop consented_at, drop consent_language, drop consent;
