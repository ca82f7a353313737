-- migrate:up

-- The words of a comment of which moderation hid parts, whole: `comments.body` (or `hidden_words.body`, when the rest is
-- hidden too) holds a mark in their place. Their author and moderators read them.
create table partly_hidden (
  comment_id bigint primary key references comments (id),
  body text not null check (length(body) between 1 and 10000)
);
alter table comments
  -- Why parts of it are hidden.
  add column part_hidden_for text,
  add constraint comments_part_hidden_check check (part_hidden_for is null or deleted_at is null);
create trigger comments_tell_part_hidden after update on comments for each row
  when (old.part_hidden_for is distinct from new.part_hidden_for) execute function tell_hidden_comment();

alter table moderation_decisions
  -- The passages that a part of a comment is hidden by. They go when the comment is deleted.
  add column passages text[],
  -- The provision that something was removed for, and where that came from.
  add column law text check (length(law) between 1 and 200),
  add column law_from text check (law_from in ('order', 'notice')),
  -- Slow mode: so many minutes between two comments of one account, under one letter or one text.
  add column minutes integer check (minutes in (1, 5, 15, 60)),
  add column slow_letter_id bigint references letters (id),
  add column slow_text_id bigint references doctrine_texts (id),
  drop constraint moderation_decisions_decision_check,
  add constraint moderation_decisions_decision_check check (decision in
    ('keep', 'hide', 'hide-part', 'remove', 'warn', 'lock', 'slow', 'pause', 'bar', 'release', 'refuse')),
  drop constraint moderation_decisions_check,
  add constraint moderation_decisions_until_check check ((decision in ('pause', 'slow')) = (until is not null)),
  add constraint moderation_decisions_passages_check check (decision = 'hide-part' or passages is null),
  add constraint moderation_decisions_removal_check check (
    (decision = 'remove') = (law is not null) and (law is null) = (law_from is null)),
  add constraint moderation_decisions_slow_check check (
    (decision = 'slow') = (minutes is not null)
    and num_nonnulls(slow_letter_id, slow_text_id) = case when decision = 'slow' then 1 else 0 end);
create index moderation_decisions_slow_letter on moderation_decisions (slow_letter_id, until) where slow_letter_id is not null;
create index moderation_decisions_slow_text on moderation_decisions (slow_text_id, until) where slow_text_id is not null;

alter table public_log
  add column law text check (length(law) <= 200),
  add column law_from text check (law_from in ('order', 'notice'));

-- What the log tells is told by others too: their events stay, whichever file ran first.
do $$
declare
  known text;
begin
  select pg_get_expr(conbin, conrelid) into known from pg_constraint
  where conrelid = 'public_log'::regclass and conname = 'public_log_event_check';
  alter table public_log drop constraint public_log_event_check;
  execute format('alter table public_log add constraint public_log_event_check check (%s or event in (%L, %L, %L))',
    known, 'comment-part-hidden', 'removed-for-law', 'discussion-slowed');
end
$$;

-- migrate:down

delete from public_log where event in ('comment-part-hidden', 'removed-for-law', 'discussion-slowed');
delete from moderation_decisions where decision in ('hide-part', 'remove', 'slow');
update hidden_words w set body = p.body from partly_hidden p where p.comment_id = w.comment_id;
update comments c set body = p.body from partly_hidden p where p.comment_id = c.id and c.hidden_at is null;
alter table public_log drop column law, drop column law_from;
alter table moderation_decisions
  drop constraint moderation_decisions_slow_check,
  drop constraint moderation_decisions_removal_check,
  drop constraint moderation_decisions_passages_check,
  drop constraint moderation_decisions_until_check,
  drop constraint moderation_decisions_decision_check,
  drop column slow_text_id, drop column slow_letter_id, drop column minutes, drop column law_from, drop column law,
  drop column passages,
  add constraint moderation_decisions_decision_check check (decision in
    ('keep', 'hide', 'warn', 'lock', 'pause', 'bar', 'release', 'refuse')),
  add constraint moderation_decisions_check check ((decision = 'pause') = (until is not null));
drop trigger comments_tell_part_hidden on comments;
alter table comments drop column part_hidden_for;
drop table partly_hidden;
