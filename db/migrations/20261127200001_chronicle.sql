-- migrate:up

-- What is done to a letter as a whole once it is published, by whom and why. By nobody: its last day was over.
create table letter_events (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id),
  event text not null check (event in ('closed', 'reopened', 'archived', 'unarchived')),
  reason text not null default '' check (length(reason) <= 1000),
  -- The last day to sign that was announced with it.
  closes_on date check (closes_on is null or event = 'reopened'),
  account_id bigint references accounts (id) check (account_id is not null or event = 'closed'),
  at timestamptz not null default now(),
  check (reason <> '' or event <> 'reopened')
);
create index letter_events_letter on letter_events (letter_id, at);
create index letter_events_account on letter_events (account_id);
insert into letter_events (letter_id, event, account_id, at)
select id, 'closed', closed_by, closed_at from letters where state in ('closed', 'archived') order by closed_at;

create table letter_updates (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id),
  title text not null check (length(title) between 1 and 160),
  body text not null check (length(body) between 1 and 5000),
  account_id bigint not null references accounts (id),
  published_at timestamptz not null default now(),
  -- The form's own key: sent twice, it is published once.
  submission_key uuid not null,
  unique (letter_id, submission_key)
);
create index letter_updates_letter on letter_updates (letter_id, id);
create index letter_updates_account on letter_updates (account_id);

-- A letter handed over: what it was and how many had signed it when that was written down, by count and not by word.
create table letter_deliveries (
  id bigint generated always as identity primary key,
  letter_id bigint not null,
  addressee text not null check (length(addressee) between 1 and 200),
  handed_on date not null,
  version_number integer not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  signature_count integer not null check (signature_count >= 0),
  -- Those of them that name this very version.
  version_signature_count integer not null check (version_signature_count between 0 and signature_count),
  organisation_count integer not null check (organisation_count between 0 and signature_count),
  imported_count integer not null check (imported_count >= 0),
  account_id bigint not null references accounts (id),
  recorded_at timestamptz not null default now(),
  submission_key uuid not null,
  unique (letter_id, submission_key),
  foreign key (letter_id, version_number) references letter_versions (letter_id, number)
);
create index letter_deliveries_letter on letter_deliveries (letter_id, handed_on);
create index letter_deliveries_version on letter_deliveries (letter_id, version_number);
create index letter_deliveries_account on letter_deliveries (account_id);

-- What an addressee answered. Who wrote it down is part of it: the author, or an official by what was vouched then.
create table letter_replies (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id),
  name text not null check (length(name) between 1 and 160),
  office text not null default '' check (length(office) <= 200),
  replied_on date not null,
  body text not null default '' check (length(body) <= 20000),
  address text not null default '' check (address = '' or address ~ '^https?://') check (length(address) <= 500),
  account_id bigint not null references accounts (id),
  recorded_as text not null check (recorded_as in ('author', 'official')),
  official jsonb check ((official is not null) = (recorded_as = 'official')),
  recorded_at timestamptz not null default now(),
  submission_key uuid not null,
  unique (letter_id, submission_key),
  check (body <> '' or address <> '')
);
create index letter_replies_letter on letter_replies (letter_id, replied_on);
create index letter_replies_account on letter_replies (account_id);

-- How far the mails have come that tell of an update or of a reply: those get one who had confirmed by then.
create table letter_mails (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id),
  update_id bigint unique references letter_updates (id),
  reply_id bigint unique references letter_replies (id),
  last_signature_id bigint not null default 0,
  -- Where their links lead: a job has no request to read it from.
  origin text not null,
  begun_at timestamptz not null default now(),
  done_at timestamptz,
  check (num_nonnulls(update_id, reply_id) = 1)
);
create index letter_mails_letter on letter_mails (letter_id);
create index letter_mails_to_send on letter_mails (id) where done_at is null;

create function tell_letter_record() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.letter_id);
  return null;
end
$$;
create trigger letter_events_tell_change after insert on letter_events for each row
  execute function tell_letter_record();
create trigger letter_updates_tell_change after insert on letter_updates for each row
  execute function tell_letter_record();
create trigger letter_deliveries_tell_change after insert on letter_deliveries for each row
  execute function tell_letter_record();
create trigger letter_replies_tell_change after insert on letter_replies for each row
  execute function tell_letter_record();

-- What was told stays as it was told: a correction is a record of its own.
create trigger letter_events_never_change before update or delete on letter_events
  for each row execute function refuse_change();
create trigger letter_updates_never_change before update or delete on letter_updates
  for each row execute function refuse_change();
create trigger letter_deliveries_never_change before update or delete on letter_deliveries
  for each row execute function refuse_change();
create trigger letter_replies_never_change before update or delete on letter_replies
  for each row execute function refuse_change();

-- migrate:down

drop table letter_mails, letter_replies, letter_deliveries, letter_updates, letter_events;
drop function tell_letter_record;
