-- migrate:up

-- Where a provision points in its own words, in their order: [{"href", "words", "amends"}]; what it amends among them.
alter table provision_states add column refers_to jsonb not null default '[]'
  check (jsonb_typeof(refers_to) = 'array');

-- A file that an administrator looks at before it becomes a revision. It is forgotten after a day.
create table doctrine_imports (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts (id),
  file_name text not null check (length(file_name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  dated date not null,
  title text not null check (length(title) between 1 and 300),
  language text not null check (language in ('fr', 'en')),
  source text not null default '' check (length(source) <= 2000),
  -- The provisions as they were read, and what of the file was not understood.
  provisions jsonb not null,
  problems jsonb not null,
  created_at timestamptz not null default now()
);
create index doctrine_imports_account on doctrine_imports (account_id);
create index doctrine_imports_created on doctrine_imports (created_at);

-- migrate:down

drop table doctrine_imports;
alter table provision_states drop column refers_to;
