-- migrate:up

-- The translations of a letter as they are being written: for its first version while it is a draft, for its next one
-- once it is published.
create table letter_translations (
  letter_id bigint not null references letters (id) on delete cascade,
  language text not null check (language in ('en', 'fr')),
  title text not null check (length(title) between 1 and 200),
  document jsonb not null,
  -- The original that it says the same as: the SHA-256 of its title, language and document (hashText in
  -- app/letters/version.ts). Null while nobody has said that of it.
  original_sha256 text check (original_sha256 ~ '^[0-9a-f]{64}$'),
  -- Whether its authors keep it out of what is published.
  left_out boolean not null default false,
  revision integer not null default 1,
  edited_by bigint not null references accounts (id),
  edited_at timestamptz not null default now(),
  primary key (letter_id, language)
);
create index letter_translations_edited_by on letter_translations (edited_by);

-- What was known of a version's translations when it was published; their texts are in letter_versions.signed.
create table version_translations (
  letter_id bigint not null,
  version_number integer not null,
  language text not null check (language in ('en', 'fr')),
  -- The version whose original it translates; null where that was never published.
  of_version integer check (of_version <= version_number),
  primary key (letter_id, version_number, language),
  foreign key (letter_id, version_number) references letter_versions (letter_id, number),
  foreign key (letter_id, of_version) references letter_versions (letter_id, number)
);
create index version_translations_of_version on version_translations (letter_id, of_version);
create trigger version_translations_never_change before update or delete on version_translations
  for each row execute function refuse_change();

-- The revision at which the original or what surrounds it last changed. A translation makes another revision too, which
-- approvals are of, and is no reason to refuse what somebody writes in the original.
alter table letters add column text_revision integer not null default 1;
alter table letters disable trigger user;
update letters set text_revision = draft_revision;
alter table letters enable trigger user;

create function mark_text_revision() returns trigger language plpgsql as $$
begin
  new.text_revision := new.draft_revision;
  return new;
end
$$;
create trigger letters_mark_text_revision before update on letters for each row
  when (new.draft_revision <> old.draft_revision and
    (new.title, new.summary, new.addressees, new.author_kind, new.author_name, new.language, new.closes_on, new.draft)
    is distinct from
    (old.title, old.summary, old.addressees, old.author_kind, old.author_name, old.language, old.closes_on, old.draft))
  execute function mark_text_revision();

-- A letter is found by the words of its translations too. The original comes first: of very long texts, only as much is
-- kept as a tsvector surely holds.
create or replace function write_letter_words() returns trigger language plpgsql as $$
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

-- migrate:down

create or replace function write_letter_words() returns trigger language plpgsql as $$
begin
  insert into letter_words (letter_id, search) values (new.letter_id,
    setweight(search_vector(new.title), 'A') || setweight(search_vector(new.summary || ' ' || new.author_name), 'B')
    || search_vector(left(letter_plain(new.signed), 100000)))
  on conflict (letter_id) do update set search = excluded.search;
  return null;
end
$$;
drop trigger letters_mark_text_revision on letters;
drop function mark_text_revision();
alter table letters drop column text_revision;
drop table version_translations, letter_translations;
