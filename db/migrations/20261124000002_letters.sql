-- migrate:up

create table letters (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'archived')),
  language text not null check (language in ('en', 'fr')),
  title text not null check (length(title) between 1 and 200),
  summary text not null default '' check (length(summary) <= 500),
  author_kind text not null default 'person' check (author_kind in ('person', 'organisation')),
  author_name text not null check (length(author_name) <= 160),
  addressees text[] not null default '{}' check (cardinality(addressees) <= 20),
  -- The last day on which one can sign, in Europe/Paris.
  closes_on date,
  draft jsonb not null,
  -- Grows with each saved edit: an editor that saves on top of a newer edit is told instead of winning.
  draft_revision integer not null default 1,
  created_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  edited_at timestamptz not null default now(),
  published_at timestamptz,
  closed_at timestamptz,
  closed_by bigint references accounts (id),
  current_version integer,
  -- Kept by the sequencer alone (app/signatures/count-signatures.server.ts).
  signature_count integer not null default 0 check (signature_count >= 0),
  imported_count integer not null default 0 check (imported_count >= 0),
  last_number integer not null default 0,
  comment_count integer not null default 0 check (comment_count >= 0),
  check ((state = 'draft') = (published_at is null)),
  check (state = 'draft' or author_name <> ''),
  check ((published_at is null) = (current_version is null)),
  check (state not in ('closed', 'archived') or closed_at is not null)
);
create index letters_created_by on letters (created_by, edited_at desc);
create index letters_newest on letters (published_at desc, id desc) where state <> 'draft';
create index letters_most_signed on letters (signature_count desc, id desc) where state <> 'draft';
create index letters_closing_soon on letters (closes_on, id) where state = 'open';

create table letter_versions (
  letter_id bigint not null references letters (id),
  number integer not null check (number >= 1),
  title text not null,
  summary text not null,
  author_kind text not null,
  author_name text not null,
  addressees text[] not null,
  language text not null,
  -- What a signatory signs: title, language, document, translations. Its RFC 8785 form hashes to sha256.
  signed jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null default now(),
  published_by bigint not null references accounts (id),
  primary key (letter_id, number)
);
alter table letters
  add constraint letters_current_version
  foreign key (id, current_version) references letter_versions (letter_id, number) deferrable initially deferred;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger letter_versions_never_change before update or delete on letter_versions
  for each row execute function refuse_change();

create table images (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/webp', 'image/png', 'image/jpeg')),
  bytes bytea not null check (octet_length(bytes) <= 5000000),
  width integer not null,
  height integer not null,
  uploaded_by bigint not null references accounts (id),
  created_at timestamptz not null default now()
);
create index images_uploaded_by on images (uploaded_by);

-- migrate:down

drop table images;
alter table letters drop constraint letters_current_version;
drop table letter_versions;
drop function refuse_change;
drop table letters;
