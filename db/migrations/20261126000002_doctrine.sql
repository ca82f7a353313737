-- migrate:up

-- An official document, whatever its state: /doctrine/:slug.
create table doctrine_texts (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  -- As its newest revision calls it.
  title text not null check (length(title) between 1 and 300),
  language text not null check (language in ('fr', 'en')),
  created_at timestamptz not null default now()
);

-- One dated state of a text. It never changes: comments are anchored in it, letters cite it.
create table revisions (
  id bigint generated always as identity primary key,
  text_id bigint not null references doctrine_texts (id),
  dated date not null,
  title text not null check (length(title) between 1 and 300),
  -- Where the official text stands; empty when nobody said.
  source text not null default '' check (length(source) <= 2000),
  -- Of the provisions that were read (RFC 8785 form of their tree): the same content again is no new revision.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  provision_count integer not null check (provision_count > 0),
  -- Null: imported on the command line.
  created_by bigint references accounts (id),
  created_at timestamptz not null default now(),
  unique (text_id, dated)
);
create index revisions_created_by on revisions (created_by);

-- A numbered piece of a text, or a heading above such pieces, with an identity that outlives revisions.
create table provisions (
  id bigint generated always as identity primary key,
  text_id bigint not null references doctrine_texts (id),
  -- Its address (/doctrine/:text/:slug): as the newest revision that has it is numbered.
  slug text not null check (length(slug) between 1 and 160),
  unique (text_id, slug)
);

-- What a provision says in one revision, and where it stands there.
create table provision_states (
  revision_id bigint not null references revisions (id),
  provision_id bigint not null references provisions (id),
  parent_id bigint references provisions (id),
  -- In the order of reading, from 1; what stands below it follows it at once.
  position integer not null check (position > 0),
  depth smallint not null check (depth between 0 and 20),
  descendants integer not null default 0 check (descendants >= 0),
  kind text not null check (kind in ('part', 'book', 'title', 'chapter', 'section', 'subsection', 'paragraph',
    'article', 'rule', 'requirement', 'annex', 'item', 'heading')),
  -- "L100-1", "9", "19.6", "Ier"; empty for a heading without one.
  number text not null default '' check (length(number) <= 80),
  title text not null default '' check (length(title) <= 2000),
  -- Its own text, one paragraph a line; what its children say is theirs.
  body text not null default '',
  slug text not null check (length(slug) between 1 and 160),
  -- Against the revision before; what is not in a revision that the one before had is repealed.
  change text not null check (change in ('kept', 'changed', 'moved', 'new')),
  primary key (revision_id, provision_id),
  unique (revision_id, position),
  unique (revision_id, slug)
);
create index provision_states_provision on provision_states (provision_id, revision_id);
create index provision_states_parent on provision_states (parent_id);

-- What the versions of published letters point at.
create table citations (
  letter_id bigint not null,
  version_number integer not null,
  -- In the order of the letter, from 1.
  position integer not null check (position > 0),
  provision_id bigint not null references provisions (id),
  -- The state that was read when it was cited.
  revision_id bigint not null references revisions (id),
  primary key (letter_id, version_number, position),
  foreign key (letter_id, version_number) references letter_versions (letter_id, number)
);
create index citations_provision on citations (provision_id);
create index citations_revision on citations (revision_id);

create function tell_text_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'text:' || new.text_id);
  perform pg_notify('tribune_pages', 'texts');
  return null;
end
$$;
create trigger revisions_tell_change after insert or update on revisions for each row
  execute function tell_text_change();

create function tell_cited_text() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'text:' || text_id) from provisions where id = new.provision_id;
  return null;
end
$$;
create trigger citations_tell_change after insert on citations for each row execute function tell_cited_text();

-- migrate:down

drop table citations, provision_states, provisions, revisions, doctrine_texts;
drop function tell_text_change, tell_cited_text;
