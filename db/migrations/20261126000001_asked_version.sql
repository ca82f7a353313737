-- migrate:up

-- A second officer is asked about one text: on another one their approval says nothing.
alter table countersignature_requests add column version_number integer;
update countersignature_requests r set version_number = s.version_number
from signatures s where s.letter_id = r.letter_id and s.id = r.signature_id;
alter table countersignature_requests alter column version_number set not null;

-- migrate:down

alter table countersignature_requests drop column version_number;
