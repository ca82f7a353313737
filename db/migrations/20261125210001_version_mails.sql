-- migrate:up

-- Where the links of these mails lead: a job has no request to read it from.
alter table version_mails add column origin text not null;
create index version_mails_to_send on version_mails (letter_id, version_number) where done_at is null;
create index letter_revisions_edited_by on letter_revisions (edited_by);

-- A signature that moves to another text changes no count of its letter, but those of the versions' pages.
create function tell_version_count_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.letter_id);
  return null;
end
$$;
create trigger letter_version_counts_tell_change after insert or update on letter_version_counts for each row
  execute function tell_version_count_change();

-- migrate:down

drop trigger letter_version_counts_tell_change on letter_version_counts;
drop function tell_version_count_change;
drop index letter_revisions_edited_by, version_mails_to_send;
alter table version_mails drop column origin;
