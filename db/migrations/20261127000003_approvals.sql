-- migrate:up

-- Who of a draft's authors approves which text. It holds while the draft is at that revision.
create table draft_approvals (
  letter_id bigint not null references letters (id) on delete cascade,
  account_id bigint not null references accounts (id),
  revision integer not null,
  -- Of the text that its signatories would sign.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  approved_at timestamptz not null default now(),
  primary key (letter_id, account_id)
);
create index draft_approvals_account on draft_approvals (account_id);

-- When a draft publishes itself, if it is still at that revision and approved by all its authors.
create table planned_publications (
  letter_id bigint primary key references letters (id) on delete cascade,
  publish_at timestamptz not null,
  revision integer not null,
  planned_by bigint not null references accounts (id),
  planned_at timestamptz not null default now(),
  -- Where the links of mails lead: the job that publishes has no request to ask.
  origin text not null
);
create index planned_publications_due on planned_publications (publish_at);
create index planned_publications_planned_by on planned_publications (planned_by);

alter table co_author_events drop constraint co_author_events_event_check;
alter table co_author_events add constraint co_author_events_event_check check (event in ('invited', 'uninvited', 'joined',
  'role-changed', 'removed', 'left', 'shared', 'unshared', 'approved', 'unapproved', 'planned', 'unplanned',
  'plan-failed', 'published'));

-- migrate:down

delete from co_author_events where event in ('approved', 'unapproved', 'planned', 'unplanned', 'plan-failed', 'published');
alter table co_author_events drop constraint co_author_events_event_check;
alter table co_author_events add constraint co_author_events_event_check check (event in ('invited', 'uninvited', 'joined',
  'role-changed', 'removed', 'left', 'shared', 'unshared'));
drop table planned_publications, draft_approvals;
