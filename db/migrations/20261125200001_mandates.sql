-- migrate:up

alter table organisations
  add column logo_sha256 text references images (sha256),
  -- Two pages of one organisation: this one was merged into the other, and its address leads there.
  add column merged_into bigint references organisations (id),
  add column merged_at timestamptz,
  add check ((merged_into is null) = (merged_at is null)),
  add check (merged_into <> id);

-- A domain that an organisation says is its own, and what was found there (app/organisations/verify-domain.server.ts).
create table organisation_domains (
  organisation_id bigint not null references organisations (id) on delete cascade,
  -- As DNS knows it: lower case, Punycode.
  domain text not null check (domain = lower(domain) and length(domain) between 4 and 253),
  -- What has to stand at the domain. Not a secret: whoever can put it there is who we look for.
  token text not null,
  state text not null default 'pending' check (state in ('pending', 'proved', 'failing', 'lapsed')),
  method text check (method in ('dns', 'well-known')),
  created_by bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  proved_at timestamptz,
  checked_at timestamptz,
  next_check_at timestamptz,
  failing_since timestamptz,
  -- What the last look found, for its owners: a word of the code, never an answer of a stranger's server.
  last_outcome text not null default '',
  primary key (organisation_id, domain),
  check (state = 'pending' or proved_at is not null),
  check ((state = 'failing') = (failing_since is not null))
);
-- A domain speaks for one organisation.
create unique index organisation_domains_proved on organisation_domains (domain) where state in ('proved', 'failing');
create index organisation_domains_to_check on organisation_domains (next_check_at) where state in ('proved', 'failing');
create index organisation_domains_created_by on organisation_domains (created_by);

-- What a person has proved of themselves for an organisation. The levels declared and domain are not written here:
-- the one needs no proof, the other is the organisation's own (organisation_domains) and holds for who speaks for it.
create table mandates (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisations (id) on delete cascade,
  account_id bigint not null references accounts (id),
  level text not null check (level in ('mailed', 'federated')),
  -- The domain of the address that was confirmed, or the issuer that vouched.
  evidence text not null check (length(evidence) <= 300),
  granted_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index mandates_live on mandates (organisation_id, account_id, level) where ended_at is null;
create index mandates_account on mandates (account_id);

-- A mail's link that proves an address at the organisation's domain.
create table mandate_mails (
  token_hash text primary key,
  organisation_id bigint not null references organisations (id) on delete cascade,
  account_id bigint not null references accounts (id) on delete cascade,
  email text not null check (email = lower(email) and length(email) <= 254),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index mandate_mails_account on mandate_mails (account_id);
create index mandate_mails_organisation on mandate_mails (organisation_id);
create index mandate_mails_expires_at on mandate_mails (expires_at);

-- What was done in the open: everybody may read it (/moderation/log). Names stand in it only where they are public.
create table public_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  event text not null check (event in
    ('signatures-invalidated', 'invalidation-undone', 'signature-pinned', 'signature-unpinned', 'organisations-merged')),
  letter_id bigint references letters (id),
  organisation_id bigint references organisations (id),
  reason text not null default '',
  -- How many it was, or the number of the signature.
  number integer,
  subject text not null default '' check (length(subject) <= 400)
);
create index public_log_letter on public_log (letter_id);
create index public_log_organisation on public_log (organisation_id);

-- Signatures taken off together, by a condition and for a reason (app/signatures/invalidate-signatures.server.ts).
create table invalidations (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id),
  condition jsonb not null,
  reason text not null,
  note text not null default '' check (length(note) <= 500),
  state text not null default 'running' check (state in ('running', 'done', 'undoing', 'undone')),
  signatures integer not null default 0,
  made_by bigint not null references accounts (id),
  made_at timestamptz not null default now(),
  undone_by bigint references accounts (id),
  undone_at timestamptz
);
create index invalidations_letter on invalidations (letter_id, id desc);
create index invalidations_made_by on invalidations (made_by);
create index invalidations_undone_by on invalidations (undone_by);

alter table signatures
  -- The organisation it was given for, or that its signatory claims to belong to.
  add column organisation_id bigint references organisations (id),
  -- Who signed, when they were logged in.
  add column account_id bigint references accounts (id),
  add column level text check (level in ('declared', 'mailed', 'domain', 'countersigned', 'federated')),
  add column level_evidence text not null default '' check (length(level_evidence) <= 300),
  add column level_proved_at timestamptz,
  -- The person who signed for an organisation; shown if they agree.
  add column represented_by text not null default '' check (length(represented_by) <= 160),
  add column representative_shown boolean not null default false,
  -- A word that tells two people of one name apart.
  add column distinction text not null default '' check (length(distinction) <= 40),
  -- The organisation says that this person does not belong to it.
  add column claim_refused_at timestamptz,
  -- Where it came from, as far as defence against fraud needs it: an IPv4 /24 or an IPv6 /48.
  add column network text not null default '' check (length(network) <= 50),
  -- Why it is held: app/signatures/suspicion.ts.
  add column hold_reasons text[] not null default '{}',
  add column released_at timestamptz,
  add column invalidation_id bigint references invalidations (id),
  -- The newest version its signatory has answered: they signed it, or chose to stay on an earlier one.
  add column answered_version integer,
  -- Under which version and day the sequencer counts it; null when it is not counted.
  add column counted_version integer,
  add column counted_day date,
  -- The order of the roster: organisations by their level, then everybody else.
  add column place smallint not null generated always as (
    case when kind = 'organisation' then
      case level when 'federated' then 1 when 'countersigned' then 2 when 'domain' then 3 when 'mailed' then 4 else 5 end
    else 9 end
  ) stored,
  -- Held: confirmed by its signatory, and neither counted nor shown until somebody has looked at it.
  drop constraint signatures_state_check,
  add constraint signatures_state_check check (state in ('pending', 'held', 'confirmed', 'withdrawn', 'invalidated')),
  add constraint signatures_of_organisations check (
    kind = 'person' or origin = 'import' or (organisation_id is not null and level is not null and level <> 'declared')),
  add constraint signatures_held check (state <> 'held' or hold_reasons <> '{}');
alter table signatures drop column standing;
alter table signatures add column standing smallint not null generated always as (
  case when kind = 'organisation' then
    case level when 'federated' then 80 when 'countersigned' then 64 when 'domain' then 48 when 'mailed' then 32 else 16 end
  else 0 end
  + case when role <> '' and affiliation <> '' then 4 else 0 end
  + case when affiliation <> '' then 2 else 0 end
  + case when statement <> '' then 1 else 0 end
) stored;
update signatures set counted_version = version_number, counted_day = (confirmed_at at time zone 'Europe/Paris')::date
where counted;
create index signatures_first_shown on signatures (letter_id, standing desc, id)
  where state = 'confirmed' and name_shown;
drop index signatures_roster;
create index signatures_roster on signatures (letter_id, origin, place, id) where state = 'confirmed';
drop index signatures_to_count;
create index signatures_to_count on signatures (letter_id, id)
  where counted <> (state = 'confirmed') or (counted and counted_version is distinct from version_number);
create index signatures_held_ones on signatures (letter_id, id) where state = 'held';
create index signatures_network on signatures (letter_id, network, created_at) where network <> '';
create index signatures_organisation on signatures (organisation_id, letter_id) where organisation_id is not null;
create index signatures_account on signatures (account_id) where account_id is not null;
create index signatures_invalidation on signatures (invalidation_id) where invalidation_id is not null;

drop trigger signatures_tell_change on signatures;
create trigger signatures_tell_change after update on signatures for each row
  when (old.state = 'confirmed' and
    (new.state, new.name, new.role, new.affiliation, new.statement, new.website, new.country, new.name_shown, new.number,
      new.version_number, new.level, new.organisation_id, new.represented_by, new.representative_shown, new.distinction,
      new.claim_refused_at)
    is distinct from
    (old.state, old.name, old.role, old.affiliation, old.statement, old.website, old.country, old.name_shown, old.number,
      old.version_number, old.level, old.organisation_id, old.represented_by, old.representative_shown, old.distinction,
      old.claim_refused_at))
  execute function tell_signature_change();

alter table signature_events drop constraint signature_events_event_check,
  add constraint signature_events_event_check check (event in ('signed', 'confirmed', 'withdrawn', 'moved', 'stayed',
    'released', 'invalidated', 'restored', 'countersigned', 'claim-refused'));

-- Counts beside the letter's own, kept by the sequencer in the same way.
alter table letters add column organisation_count integer not null default 0 check (organisation_count >= 0);
create table letter_version_counts (
  letter_id bigint not null,
  version_number integer not null,
  signature_count integer not null default 0,
  primary key (letter_id, version_number),
  foreign key (letter_id, version_number) references letter_versions (letter_id, number)
);
create table letter_days (
  letter_id bigint not null references letters (id),
  -- In Europe/Paris.
  day date not null,
  signature_count integer not null default 0,
  primary key (letter_id, day)
);
insert into letter_version_counts (letter_id, version_number, signature_count)
select letter_id, version_number, count(*) from signatures where counted and origin = 'form' group by letter_id, version_number;
insert into letter_days (letter_id, day, signature_count)
select letter_id, counted_day, count(*) from signatures where counted and origin = 'form' group by letter_id, counted_day;

-- Signatories whom the author shows first, and the trace of it.
create table pins (
  id bigint generated always as identity primary key,
  letter_id bigint not null,
  signature_id bigint not null,
  pinned_by bigint not null references accounts (id),
  pinned_at timestamptz not null default now(),
  unpinned_at timestamptz,
  foreign key (letter_id, signature_id) references signatures (letter_id, id)
);
create unique index pins_live on pins (letter_id, signature_id) where unpinned_at is null;
create index pins_pinned_by on pins (pinned_by);

-- A second officer is asked to approve what a first one signed.
create table countersignature_requests (
  token_hash text primary key,
  letter_id bigint not null,
  signature_id bigint not null,
  account_id bigint not null references accounts (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  approved_at timestamptz,
  foreign key (letter_id, signature_id) references signatures (letter_id, id) on delete cascade
);
create index countersignature_requests_signature on countersignature_requests (letter_id, signature_id);
create index countersignature_requests_account on countersignature_requests (account_id);

-- Why a later version was made, for everybody to read; the first one needs no reason.
alter table letter_versions add column reason text not null default '' check (length(reason) <= 1000);
-- The next version of a published letter while its author writes it.
create table letter_revisions (
  letter_id bigint primary key references letters (id),
  title text not null check (length(title) between 1 and 200),
  summary text not null default '' check (length(summary) <= 500),
  addressees text[] not null default '{}' check (cardinality(addressees) <= 20),
  document jsonb not null,
  reason text not null default '' check (length(reason) <= 1000),
  -- The version it was made from: when that is no longer the newest, its author is told.
  based_on integer not null,
  revision integer not null default 1,
  edited_by bigint not null references accounts (id),
  edited_at timestamptz not null default now()
);
-- How far the mails of a new version have come; a job goes on where it stopped.
create table version_mails (
  letter_id bigint not null,
  version_number integer not null,
  last_signature_id bigint not null default 0,
  done_at timestamptz,
  primary key (letter_id, version_number),
  foreign key (letter_id, version_number) references letter_versions (letter_id, number)
);

alter table organisation_events drop constraint organisation_events_event_check,
  add constraint organisation_events_event_check check (event in ('created', 'edited', 'invited', 'uninvited', 'joined',
    'role-changed', 'removed', 'left', 'domain-added', 'domain-proved', 'domain-failing', 'domain-lapsed',
    'domain-removed', 'mandate-mailed', 'mandate-federated', 'mandate-ended', 'provider-set', 'provider-removed',
    'signed', 'countersigned', 'signature-withdrawn', 'claim-refused', 'merged')),
  -- What the event is about: a domain, an issuer, a letter's title.
  add column subject text not null default '' check (length(subject) <= 300),
  -- The clock does some of it.
  alter column actor_id drop not null;

-- migrate:down

do $$ begin raise exception 'the mandates of signatures are not taken back'; end $$;
