-- migrate:up

-- What everybody sees of an organisation: its proofs, who has proved what, and the letters it signed.
create trigger organisation_domains_tell_change after update on organisation_domains for each row
  when ((new.state, new.method, new.proved_at) is distinct from (old.state, old.method, old.proved_at))
  execute function tell_member_change();
create trigger organisation_domains_tell_end after delete on organisation_domains for each row
  execute function tell_member_change();
create trigger mandates_tell_change after insert or update on mandates for each row
  execute function tell_member_change();
create index organisations_merged_into on organisations (merged_into) where merged_into is not null;
create index organisations_logo on organisations (logo_sha256) where logo_sha256 is not null;

-- migrate:down

drop index organisations_merged_into, organisations_logo;
drop trigger mandates_tell_change on mandates;
drop trigger organisation_domains_tell_change on organisation_domains;
drop trigger organisation_domains_tell_end on organisation_domains;
