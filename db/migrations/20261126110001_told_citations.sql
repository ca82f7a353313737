-- migrate:up

-- A provision's page counts the organisations that signed a version that cites it.
create index signatures_organisations_by_version on signatures (letter_id, version_number, organisation_id)
  where state = 'confirmed' and kind = 'organisation';

-- A new version may no longer cite what the one before did: the texts that any version cited are told.
create function tell_texts_cited_before() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'text:' || text_id) from (
    select distinct p.text_id from citations c join provisions p on p.id = c.provision_id
    where c.letter_id = new.letter_id) cited;
  return null;
end
$$;
create trigger letter_versions_tell_citations after insert on letter_versions for each row
  execute function tell_texts_cited_before();

-- migrate:down

drop trigger letter_versions_tell_citations on letter_versions;
drop function tell_texts_cited_before;
drop index signatures_organisations_by_version;
