-- migrate:up

-- Each change of what public pages show is told in its own transaction, by the data's name: whoever keeps rendered
-- pages drops those made of it (app/server/page-cache.ts). Triggers, so that no verb, import or repair can forget it.
create function tell_letter_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.id);
  perform pg_notify('tribune_pages', 'letters');
  return null;
end
$$;
create trigger letters_tell_change after insert or update on letters for each row
  when (new.state <> 'draft') execute function tell_letter_change();

-- New signatures reach the letter's row, and so its pages, by the sequencer. What is taken off or changed does not.
create function tell_signature_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'letter:' || old.letter_id);
  return null;
end
$$;
create trigger signatures_tell_change after update on signatures for each row
  when (old.state = 'confirmed' and
    (new.state, new.name, new.role, new.affiliation, new.statement, new.website, new.country, new.name_shown, new.number)
    is distinct from
    (old.state, old.name, old.role, old.affiliation, old.statement, old.website, old.country, old.name_shown, old.number))
  execute function tell_signature_change();

create function tell_comment_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'thread:' || new.letter_id);
  return null;
end
$$;
create trigger comments_tell_change after insert or update on comments for each row
  execute function tell_comment_change();

create function tell_account_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'accounts');
  return null;
end
$$;
create trigger accounts_tell_change after update on accounts for each row
  when (new.name is distinct from old.name) execute function tell_account_change();

-- migrate:down

drop trigger accounts_tell_change on accounts;
drop trigger comments_tell_change on comments;
drop trigger signatures_tell_change on signatures;
drop trigger letters_tell_change on letters;
drop function tell_account_change, tell_comment_change, tell_signature_change, tell_letter_change;
