-- migrate:up

-- Pages that have a draft open hear that something was written in its margin, wherever that was done.
create function tell_margin() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_drafts', format('margin %s', t.letter_id)) from margin_threads t where t.id = new.thread_id;
  return null;
end
$$;
create trigger margin_comments_tell after insert or update on margin_comments
  for each row execute function tell_margin();
create trigger margin_turns_tell after insert on margin_turns
  for each row execute function tell_margin();

-- migrate:down

drop trigger margin_turns_tell on margin_turns;
drop trigger margin_comments_tell on margin_comments;
drop function tell_margin();
