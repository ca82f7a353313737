-- migrate:up

-- Since when the signatory permits the press to quote their statement, null for not at all: a purpose of its own, beside
-- showing it on the list.
alter table signatures add column quotable_since timestamptz;

-- A permission that is taken back leaves the page of the press at once, as a name that is hidden does.
create or replace trigger signatures_tell_change after update on signatures for each row
  when (old.state = 'confirmed' and
    (new.state, new.name, new.role, new.affiliation, new.statement, new.website, new.country, new.name_shown, new.number,
      new.version_number, new.level, new.organisation_id, new.represented_by, new.representative_shown, new.distinction,
      new.claim_refused_at, new.quotable_since)
    is distinct from
    (old.state, old.name, old.role, old.affiliation, old.statement, old.website, old.country, old.name_shown, old.number,
      old.version_number, old.level, old.organisation_id, old.represented_by, old.representative_shown, old.distinction,
      old.claim_refused_at, old.quotable_since))
  execute function tell_signature_change();

-- migrate:down

create or replace trigger signatures_tell_change after update on signatures for each row
  when (old.state = 'confirmed' and
    (new.state, new.name, new.role, new.affiliation, new.statement, new.website, new.country, new.name_shown, new.number,
      new.version_number, new.level, new.organisation_id, new.represented_by, new.representative_shown, new.distinction,
      new.claim_refused_at)
    is distinct from
    (old.state, old.name, old.role, old.affiliation, old.statement, old.website, old.country, old.name_shown, old.number,
      old.version_number, old.level, old.organisation_id, old.represented_by, old.representative_shown, old.distinction,
      old.claim_refused_at))
  execute function tell_signature_change();
alter table signatures drop column quotable_since;
