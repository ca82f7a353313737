-- migrate:up

-- A reviewer proposes changes to a draft and comments on it; the others decide.
alter table co_authors drop constraint co_authors_role_check;
alter table co_authors add constraint co_authors_role_check check (role in ('author', 'editor', 'reviewer', 'reader'));
alter table co_author_invitations drop constraint co_author_invitations_role_check;
alter table co_author_invitations add constraint co_author_invitations_role_check
  check (role in ('author', 'editor', 'reviewer', 'reader'));
alter table co_author_events drop constraint co_author_events_role_check;
alter table co_author_events add constraint co_author_events_role_check
  check (role in ('author', 'editor', 'reviewer', 'reader'));

-- migrate:down

update co_authors set role = 'reader' where role = 'reviewer';
update co_author_invitations set role = 'reader' where role = 'reviewer';
update co_author_events set role = 'reader' where role = 'reviewer';
alter table co_authors drop constraint co_authors_role_check;
alter table co_authors add constraint co_authors_role_check check (role in ('author', 'editor', 'reader'));
alter table co_author_invitations drop constraint co_author_invitations_role_check;
alter table co_author_invitations add constraint co_author_invitations_role_check check (role in ('author', 'editor', 'reader'));
alter table co_author_events drop constraint co_author_events_role_check;
alter table co_author_events add constraint co_author_events_role_check check (role in ('author', 'editor', 'reader'));
