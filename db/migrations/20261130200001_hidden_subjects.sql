-- migrate:up

-- A letter that moderation hid is in a state of its own: what asks for published letters by their states leaves it out,
-- and nothing can be done to it. `hidden_from` is the state that it comes back to.
alter table letters drop constraint letters_state_check;
alter table letters
  add column hidden_at timestamptz,
  add column hidden_for text,
  add column hidden_from text check (hidden_from in ('open', 'closed', 'archived')),
  add constraint letters_state_check check (state in ('draft', 'open', 'closed', 'archived', 'hidden')),
  add constraint letters_hidden_check check (
    (state = 'hidden') = (hidden_at is not null) and (hidden_at is null) = (hidden_for is null)
    and (hidden_at is null) = (hidden_from is null));

-- What a hidden organisation said of itself is moved here, out of every question that reads organisations.
create table hidden_organisations (
  organisation_id bigint primary key references organisations (id),
  name text not null,
  name_key text not null,
  website text not null,
  about text not null,
  logo_sha256 text
);
alter table organisations
  add column hidden_at timestamptz,
  add column hidden_for text,
  add constraint organisations_hidden_check check (
    (hidden_at is null) = (hidden_for is null)
    and (hidden_at is null or (name = '-' and about = '' and website = '' and logo_sha256 is null)));

-- A hidden signature counts as before and shows no name, as those do whose signatories chose so. It is hidden for itself,
-- or with the organisation that signed.
create table hidden_signatures (
  letter_id bigint not null,
  signature_id bigint not null,
  with_organisation boolean not null,
  hidden_at timestamptz not null default now(),
  hidden_for text not null,
  -- Whether its signatory wants the name to be shown: what undoing brings back.
  wished boolean not null default true,
  primary key (letter_id, signature_id, with_organisation),
  foreign key (letter_id, signature_id) references signatures (letter_id, id) on delete cascade
);

create function keep_signature_hidden() returns trigger language plpgsql as $$
begin
  update hidden_signatures set wished = true where letter_id = new.letter_id and signature_id = new.id;
  if found then
    new.name_shown := false;
  end if;
  return new;
end
$$;
create trigger signatures_keep_hidden before update on signatures for each row
  when (new.name_shown and not old.name_shown) execute function keep_signature_hidden();

-- Pages that show a letter far from its own: texts that it cites, organisations whose people wrote, signed or discussed it.
create function tell_hidden_letter() returns trigger language plpgsql as $$
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
create trigger letters_tell_hidden after update on letters for each row
  when ((old.state = 'hidden') <> (new.state = 'hidden')) execute function tell_hidden_letter();

create function tell_hidden_organisation() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'accounts');
  perform pg_notify('tribune_pages', 'text:' || text_id) from text_officials where organisation_id = new.id;
  return null;
end
$$;
create trigger organisations_tell_hidden after update on organisations for each row
  when (old.hidden_at is distinct from new.hidden_at) execute function tell_hidden_organisation();

-- Words of a hidden organisation are found by nobody.
create or replace function write_organisation_words() returns trigger language plpgsql as $$
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

-- Accounts that moderate chosen letters and texts, and nothing else. A row that ended is history.
create table moderation_areas (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  letter_id bigint references letters (id) on delete cascade,
  text_id bigint references doctrine_texts (id) on delete cascade,
  named_by bigint not null references accounts (id),
  named_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by bigint references accounts (id),
  check (num_nonnulls(letter_id, text_id) = 1),
  check ((ended_at is null) = (ended_by is null))
);
create unique index moderation_areas_standing on moderation_areas (account_id, letter_id, text_id) nulls not distinct
  where ended_at is null;
create index moderation_areas_letter on moderation_areas (letter_id) where letter_id is not null;
create index moderation_areas_text on moderation_areas (text_id) where text_id is not null;
create index moderation_areas_named_by on moderation_areas (named_by);
create index moderation_areas_ended_by on moderation_areas (ended_by) where ended_by is not null;

-- What the log tells is told by others too: their events stay, whichever file ran first.
do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into known from pg_constraint
  where conrelid = 'public_log'::regclass and conname = 'public_log_event_check';
  alter table public_log drop constraint public_log_event_check;
  execute format('alter table public_log add constraint public_log_event_check check (%s or event in (%L, %L, %L))',
    known, 'letter-hidden', 'organisation-hidden', 'signature-hidden');
end
$$;

-- migrate:down

delete from public_log where event in ('letter-hidden', 'organisation-hidden', 'signature-hidden');
drop table moderation_areas;
drop trigger organisations_tell_hidden on organisations;
drop function tell_hidden_organisation();
drop trigger letters_tell_hidden on letters;
drop function tell_hidden_letter();
drop trigger signatures_keep_hidden on signatures;
drop function keep_signature_hidden();
update signatures s set name_shown = true from hidden_signatures h
where h.letter_id = s.letter_id and h.signature_id = s.id and h.wished;
drop table hidden_signatures;
alter table organisations drop constraint organisations_hidden_check;
update organisations o set name = h.name, name_key = h.name_key, website = h.website, about = h.about,
  logo_sha256 = h.logo_sha256, hidden_at = null, hidden_for = null
from hidden_organisations h where h.organisation_id = o.id;
create or replace function write_organisation_words() returns trigger language plpgsql as $$
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
alter table organisations drop column hidden_at, drop column hidden_for;
drop table hidden_organisations;
alter table letters drop constraint letters_hidden_check;
update letters set state = hidden_from where state = 'hidden';
alter table letters drop constraint letters_state_check, drop column hidden_at, drop column hidden_for, drop column hidden_from,
  add constraint letters_state_check check (state in ('draft', 'open', 'closed', 'archived'));
