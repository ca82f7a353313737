-- migrate:up

-- What administrators change while Tribune runs: one row, which every process holds a copy of.
create table running_settings (
  one boolean primary key default true check (one),
  signing_open boolean not null default true,
  signing_text_en text not null default '' check (length(signing_text_en) <= 500),
  signing_text_fr text not null default '' check (length(signing_text_fr) <= 500),
  read_only boolean not null default false,
  joining_open boolean not null default true,
  banner_en text not null default '' check (length(banner_en) <= 300),
  banner_fr text not null default '' check (length(banner_fr) <= 300),
  banner_from timestamptz,
  banner_until timestamptz,
  check (signing_open or (signing_text_en <> '' and signing_text_fr <> '')),
  check ((banner_en = '') = (banner_fr = '')),
  check (banner_until > banner_from)
);
insert into running_settings default values;

-- Each process forgets its copy, and every kept page goes: all of them show the banner.
create function tell_running_settings() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'running-settings');
  return null;
end
$$;
create trigger running_settings_tell after update on running_settings for each row
  execute function tell_running_settings();

-- What administrators did, written in the transaction of the act itself. Nobody's address stands here.
create table administration_events (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null default now(),
  administrator_id bigint not null references accounts (id),
  act text not null check (length(act) between 1 and 60),
  account_id bigint references accounts (id),
  -- What it was done to, where that is no account: names of pages, of a task, of a kind of mail.
  subject text not null default '' check (length(subject) <= 500),
  -- For each setting that changed, what it was and what it is: { "readOnly": [false, true] }.
  changes jsonb not null default '{}'
);
create index administration_events_by_act on administration_events (act, id desc);
create index administration_events_by_administrator on administration_events (administrator_id, id desc);

-- When whoever has this session last showed the password again, before what cannot be taken back.
alter table sessions add column proved_at timestamptz;

-- migrate:down

alter table sessions drop column proved_at;
drop table administration_events;
drop trigger running_settings_tell on running_settings;
drop function tell_running_settings();
drop table running_settings;
