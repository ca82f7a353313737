-- migrate:up

create function tell_pin_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'letter:' || new.letter_id);
  return null;
end $$;
create trigger pins_tell_change after insert or update on pins for each row execute function tell_pin_change();

-- An organisation's page names the letters it signed.
create function tell_organisation_signature() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'organisation:' || new.organisation_id);
  return null;
end $$;
create trigger signatures_tell_organisation after insert or update of state, level, organisation_id on signatures
  for each row when (new.organisation_id is not null and new.kind = 'organisation')
  execute function tell_organisation_signature();

-- migrate:down

drop trigger signatures_tell_organisation on signatures;
drop trigger pins_tell_change on pins;
drop function tell_organisation_signature();
drop function tell_pin_change();
