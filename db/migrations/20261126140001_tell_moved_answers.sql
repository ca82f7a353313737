-- migrate:up

-- Merging organisations moves what they answered: the pages that name them are told.
drop trigger official_answers_tell_change on official_answers;
create trigger official_answers_tell_change after insert or update on official_answers for each row
  execute function tell_text_change();
drop trigger dispositions_tell_change on dispositions;
create trigger dispositions_tell_change after insert or update on dispositions for each row
  execute function tell_cited_text();

-- migrate:down

drop trigger official_answers_tell_change on official_answers;
create trigger official_answers_tell_change after insert on official_answers for each row
  execute function tell_text_change();
drop trigger dispositions_tell_change on dispositions;
create trigger dispositions_tell_change after insert on dispositions for each row
  execute function tell_cited_text();
