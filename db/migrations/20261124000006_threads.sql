-- migrate:up

-- Lower bound of the Wilson score interval at 95 %: what share of all readers agree at least, judging by the votes
-- so far. Few votes prove little; 0 without votes. (E. B. Wilson, 1927)
create function wilson_lower_bound(yes integer, no integer) returns double precision
  language sql immutable parallel safe as $$
  select case when yes + no = 0 then 0 else
    ((yes + 1.9208) / (yes + no) - 1.96 * sqrt(yes::float8 * no / (yes + no) + 0.9604) / (yes + no))
    / (1 + 3.8416 / (yes + no)) end
$$;

alter table letters add column last_comment_id bigint not null default 0;

alter table comments
  -- Every comment below this one, deleted ones too: they keep their place.
  add column descendant_count integer not null default 0 check (descendant_count >= 0),
  add column agree_count integer not null default 0 check (agree_count >= 0),
  add column disagree_count integer not null default 0 check (disagree_count >= 0),
  -- The parent, or 0 for a root: an index can order roots by it, which "is null" does not allow.
  add column above_id bigint not null generated always as (coalesce(parent_id, 0)) stored,
  add column agreement double precision not null
    generated always as (wilson_lower_bound(agree_count, disagree_count)) stored,
  -- High when many agree and as many do not: neither side can be small.
  add column contest double precision not null generated always as (
    least(wilson_lower_bound(agree_count, disagree_count), wilson_lower_bound(disagree_count, agree_count))
  ) stored;

update comments c set descendant_count = (
  select count(*) from comments below where below.path > c.path and below.path < c.path || '~');
update letters l set last_comment_id = coalesce((select max(id) from comments where letter_id = l.id), 0);

-- A path begins with its root's id, so the unique index on it serves every letter.
drop index comments_thread;
drop index comments_account;
create index comments_account on comments (account_id, letter_id);
create index comments_newest on comments (letter_id, above_id, id);
create index comments_most_discussed on comments (letter_id, above_id, descendant_count, id);
create index comments_most_agreed on comments (letter_id, above_id, agreement, id);
create index comments_contested on comments (letter_id, above_id, contest, id);
-- Filtered by stance a discussion is a plain list, whatever the depth.
create index comments_stance_newest on comments (letter_id, stance, id) where deleted_at is null;
create index comments_stance_most_discussed on comments (letter_id, stance, descendant_count, id)
  where deleted_at is null;
create index comments_stance_most_agreed on comments (letter_id, stance, agreement, id) where deleted_at is null;
create index comments_stance_contested on comments (letter_id, stance, contest, id) where deleted_at is null;

create table comment_votes (
  comment_id bigint not null references comments (id),
  account_id bigint not null references accounts (id),
  agrees boolean not null,
  voted_at timestamptz not null default now(),
  primary key (comment_id, account_id)
);
create index comment_votes_account on comment_votes (account_id);

-- Persons named with "@" in a comment, who had spoken in the same discussion before. The name is as it was typed.
create table comment_mentions (
  comment_id bigint not null references comments (id),
  account_id bigint not null references accounts (id),
  name text not null,
  primary key (comment_id, account_id)
);
create index comment_mentions_account on comment_mentions (account_id, comment_id);
create index accounts_name on accounts (lower(name));

-- Who reads a discussion hears of what is added to it (app/server/comment-news.ts): letter, comment, parent.
create function tell_new_comment() returns trigger language plpgsql as $$
begin
  perform pg_notify('tribune_comments', new.letter_id || ' ' || new.id || ' ' || new.above_id);
  return null;
end
$$;
create trigger comments_tell_new after insert on comments for each row execute function tell_new_comment();

-- migrate:down

drop trigger comments_tell_new on comments;
drop function tell_new_comment;
drop table comment_mentions, comment_votes;
drop index accounts_name, comments_account, comments_newest, comments_most_discussed, comments_most_agreed,
  comments_contested, comments_stance_newest, comments_stance_most_discussed, comments_stance_most_agreed,
  comments_stance_contested;
create index comments_account on comments (account_id);
create index comments_thread on comments (letter_id, path);
alter table comments drop column contest, drop column agreement, drop column above_id, drop column disagree_count,
  drop column agree_count, drop column descendant_count;
alter table letters drop column last_comment_id;
drop function wilson_lower_bound;
