-- migrate:up

create table signatures (
  letter_id bigint not null,
  id bigint generated always as identity,
  version_number integer not null,
  -- Who signed, so that the same signatory cannot sign twice: app/signatures/signer-key.ts.
  signer_key text not null check (length(signer_key) <= 320),
  origin text not null default 'form' check (origin in ('form', 'import')),
  kind text not null default 'person' check (kind in ('person', 'organisation')),
  state text not null default 'pending' check (state in ('pending', 'confirmed', 'withdrawn', 'invalidated')),
  name text not null check (length(name) between 1 and 160),
  -- The address as it was typed, for mail. Null for imported signatures.
  email text check (length(email) <= 254),
  role text not null default '' check (length(role) <= 160),
  -- What the signatory typed as employer or organisation: identification only.
  affiliation text not null default '' check (length(affiliation) <= 200),
  statement text not null default '' check (length(statement) <= 500),
  website text not null default '' check (length(website) <= 500),
  country text not null default '' check (country ~ '^([A-Z]{2})?$'),
  name_shown boolean not null,
  keep_informed boolean not null,
  language text not null check (language in ('en', 'fr')),
  created_at timestamptz not null default now(),
  signed_at timestamptz not null default now(),
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  invalidated_at timestamptz,
  -- Dense within a letter, given once by the sequencer and never to another signature.
  number integer,
  -- Whether the letter's count holds this row; the sequencer alone writes it.
  counted boolean not null default false,
  -- Lower case without accents, only of what is shown: app/signatures/search-text.ts.
  search_text text not null default '',
  -- What readers want to see first: an organisation, then a role at a place, then a place, then a statement.
  standing smallint not null generated always as (
    case when kind = 'organisation' then 8 else 0 end
    + case when role <> '' and affiliation <> '' then 4 else 0 end
    + case when affiliation <> '' then 2 else 0 end
    + case when statement <> '' then 1 else 0 end
  ) stored,
  primary key (letter_id, id),
  unique (letter_id, signer_key),
  unique (letter_id, number),
  foreign key (letter_id, version_number) references letter_versions (letter_id, number),
  check ((origin = 'import') = (email is null)),
  check (state = 'pending' or confirmed_at is not null or state in ('withdrawn', 'invalidated')),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((state = 'invalidated') = (invalidated_at is not null))
);
create index signatures_roster on signatures (letter_id, origin, id) where state = 'confirmed';
create index signatures_first_shown on signatures (letter_id, standing desc, id)
  where state = 'confirmed' and name_shown;
create index signatures_to_count on signatures (letter_id, id) where counted <> (state = 'confirmed');
create index signatures_search on signatures using gin (to_tsvector('simple', search_text))
  where state = 'confirmed' and name_shown;
create index signatures_pending on signatures (created_at) where state = 'pending';

-- One for each mail, so that a link in an old mail still withdraws.
create table signature_tokens (
  token_hash text primary key,
  letter_id bigint not null,
  signature_id bigint not null,
  created_at timestamptz not null default now(),
  foreign key (letter_id, signature_id) references signatures (letter_id, id) on delete cascade
);
create index signature_tokens_signature on signature_tokens (letter_id, signature_id);

-- What was done to a signature and when: confirmed, withdrawn, signed again.
create table signature_events (
  id bigint generated always as identity primary key,
  letter_id bigint not null,
  signature_id bigint not null,
  event text not null check (event in ('signed', 'confirmed', 'withdrawn')),
  version_number integer not null,
  at timestamptz not null default now(),
  foreign key (letter_id, signature_id) references signatures (letter_id, id) on delete cascade
);
create index signature_events_signature on signature_events (letter_id, signature_id);

-- migrate:down

drop table signature_events, signature_tokens, signatures;
