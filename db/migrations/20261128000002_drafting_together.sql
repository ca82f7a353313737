-- migrate:up

-- What is typed into a draft by several at once is kept as Yjs updates: first each by itself, so that nothing that was
-- told as saved is lost, then folded into one state and into letters.draft.
create table draft_states (
  letter_id bigint primary key references letters (id) on delete cascade,
  -- A Yjs document (update format 1) whose fragment "text" is the draft.
  state bytea not null,
  written_at timestamptz not null default now()
);
create table draft_updates (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id) on delete cascade,
  account_id bigint not null references accounts (id),
  body bytea not null,
  -- The process that holds this update in memory already; null when a form wrote it.
  writer uuid,
  at timestamptz not null default now()
);
create index draft_updates_letter on draft_updates (letter_id, id);
create index draft_updates_account on draft_updates (account_id);

-- Counts the changes of what surrounds the text alone: draft_revision counts those of the text as well.
alter table letters add column fields_revision integer not null default 1;

-- Every process that holds drafts in memory hears what others did to them.
create function tell_drafts() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'draft_updates' then
    perform pg_notify('tribune_drafts', format('text %s %s %s', new.letter_id, new.id, coalesce(new.writer::text, '-')));
  elsif tg_table_name = 'co_authors' then
    perform pg_notify('tribune_drafts', format('rights %s', coalesce(new.letter_id, old.letter_id)));
  elsif tg_table_name = 'sessions' then
    perform pg_notify('tribune_drafts', format('account %s', old.account_id));
  elsif tg_op = 'DELETE' or new.state is distinct from old.state then
    perform pg_notify('tribune_drafts', format('rights %s', old.id));
  elsif new.fields_revision is distinct from old.fields_revision then
    perform pg_notify('tribune_drafts', format('fields %s', old.id));
  end if;
  return null;
end
$$;
create trigger draft_updates_told after insert on draft_updates for each row execute function tell_drafts();
create trigger co_authors_told after insert or update or delete on co_authors for each row execute function tell_drafts();
create trigger sessions_told after delete on sessions for each row execute function tell_drafts();
create trigger letters_told_drafts after update of state, fields_revision or delete on letters
  for each row execute function tell_drafts();

-- migrate:down

drop trigger letters_told_drafts on letters;
drop trigger sessions_told on sessions;
drop trigger co_authors_told on co_authors;
drop table draft_updates, draft_states;
drop function tell_drafts();
alter table letters drop column fields_revision;
