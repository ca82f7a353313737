-- migrate:up

-- Where comments are: under a letter, or under a provision of a doctrine text. Each has its one discussion from the start.
create table discussions (
  id bigint generated always as identity primary key,
  letter_id bigint unique references letters (id) on delete cascade,
  provision_id bigint unique references provisions (id),
  comment_count integer not null default 0 check (comment_count >= 0),
  last_comment_id bigint not null default 0,
  check (num_nonnulls(letter_id, provision_id) = 1)
);
insert into discussions (letter_id, comment_count, last_comment_id)
select id, comment_count, last_comment_id from letters order by id;

create function begin_discussion() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'letters' then
    insert into discussions (letter_id) values (new.id);
  else
    insert into discussions (provision_id) values (new.id);
  end if;
  return null;
end
$$;
create trigger letters_begin_discussion after insert on letters for each row execute function begin_discussion();
create trigger provisions_begin_discussion after insert on provisions for each row
  execute function begin_discussion();

alter table comments add column discussion_id bigint references discussions (id);
alter table comments disable trigger user;
update comments c set discussion_id = d.id from discussions d where d.letter_id = c.letter_id;
alter table comments enable trigger user;
alter table comments alter column discussion_id set not null;

create or replace function tell_comment_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'thread:' || new.discussion_id);
  return null;
end
$$;
-- Who reads a discussion hears of what is added to it (app/server/comment-news.ts): discussion, comment, parent.
create or replace function tell_new_comment() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_comments', new.discussion_id || ' ' || new.id || ' ' || new.above_id);
  return null;
end
$$;
-- The pages of a letter and of a text tell how many comments there are.
create function tell_discussion_change() returns trigger language plpgsql as $$
begin
  if new.letter_id is not null then
    perform pg_notify('tribune_pages', 'letter:' || id) from letters where id = new.letter_id and state <> 'draft';
  else
    perform pg_notify('tribune_pages', 'text:' || text_id) from provisions where id = new.provision_id;
  end if;
  return null;
end
$$;
create trigger discussions_tell_change after update on discussions for each row
  execute function tell_discussion_change();

alter table comments drop column letter_id;
alter table letters drop column comment_count, drop column last_comment_id;
create index comments_account on comments (account_id, discussion_id);
create index comments_newest on comments (discussion_id, above_id, id);
create index comments_most_discussed on comments (discussion_id, above_id, descendant_count, id);
create index comments_most_agreed on comments (discussion_id, above_id, agreement, id);
create index comments_contested on comments (discussion_id, above_id, contest, id);
create index comments_stance_newest on comments (discussion_id, stance, id) where deleted_at is null;
create index comments_stance_most_discussed on comments (discussion_id, stance, descendant_count, id)
  where deleted_at is null;
create index comments_stance_most_agreed on comments (discussion_id, stance, agreement, id) where deleted_at is null;
create index comments_stance_contested on comments (discussion_id, stance, contest, id) where deleted_at is null;

-- A comment anchored in a passage: the passage and its surroundings as they were read, by the W3C's selectors.
create table annotations (
  comment_id bigint primary key references comments (id),
  provision_id bigint not null references provisions (id),
  revision_id bigint not null references revisions (id),
  exact text not null check (length(exact) between 1 and 2000),
  prefix text not null check (length(prefix) <= 64),
  suffix text not null check (length(suffix) <= 64),
  -- Unicode code points from the beginning of the provision's own text; end_at is behind the last one.
  start_at integer not null check (start_at >= 0),
  end_at integer not null check (end_at > start_at)
);
create index annotations_provision on annotations (provision_id, comment_id);
create index annotations_revision on annotations (revision_id);

-- What became of it in each later revision: the same text; another text in which its passage stands once; or gone.
create table annotation_places (
  comment_id bigint not null references annotations (comment_id),
  revision_id bigint not null references revisions (id),
  state text not null check (state in ('exact', 'carried', 'orphan')),
  start_at integer,
  end_at integer,
  primary key (comment_id, revision_id),
  check ((state = 'orphan') = (start_at is null)),
  check ((start_at is null) = (end_at is null))
);
create index annotation_places_revision on annotation_places (revision_id);

-- migrate:down

drop table annotation_places, annotations;
delete from comment_words where comment_id in (
  select c.id from comments c join discussions d on d.id = c.discussion_id where d.letter_id is null);
delete from comment_mentions where comment_id in (
  select c.id from comments c join discussions d on d.id = c.discussion_id where d.letter_id is null);
delete from comment_votes where comment_id in (
  select c.id from comments c join discussions d on d.id = c.discussion_id where d.letter_id is null);
delete from comment_edits where comment_id in (
  select c.id from comments c join discussions d on d.id = c.discussion_id where d.letter_id is null);
delete from comments where discussion_id in (select id from discussions where letter_id is null);
alter table letters add column comment_count integer not null default 0 check (comment_count >= 0),
  add column last_comment_id bigint not null default 0;
update letters l set comment_count = d.comment_count, last_comment_id = d.last_comment_id
from discussions d where d.letter_id = l.id;
alter table comments add column letter_id bigint references letters (id);
update comments c set letter_id = d.letter_id from discussions d where d.id = c.discussion_id;
alter table comments alter column letter_id set not null, drop column discussion_id;
create index comments_account on comments (account_id, letter_id);
create index comments_newest on comments (letter_id, above_id, id);
create index comments_most_discussed on comments (letter_id, above_id, descendant_count, id);
create index comments_most_agreed on comments (letter_id, above_id, agreement, id);
create index comments_contested on comments (letter_id, above_id, contest, id);
create index comments_stance_newest on comments (letter_id, stance, id) where deleted_at is null;
create index comments_stance_most_discussed on comments (letter_id, stance, descendant_count, id)
  where deleted_at is null;
create index comments_stance_most_agreed on comments (letter_id, stance, agreement, id) where deleted_at is null;
create index comments_stance_contested on comments (letter_id, stance, contest, id) where deleted_at is null;
drop trigger letters_begin_discussion on letters;
drop trigger provisions_begin_discussion on provisions;
drop table discussions;
drop function begin_discussion, tell_discussion_change;
create or replace function tell_comment_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_pages', 'thread:' || new.letter_id);
  return null;
end
$$;
create or replace function tell_new_comment() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_comments', new.letter_id || ' ' || new.id || ' ' || new.above_id);
  return null;
end
$$;
