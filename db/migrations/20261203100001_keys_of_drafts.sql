-- migrate:up

-- The key by which a program makes a draft once, however often it asks (app/letters/draft-letter.server.ts); it says
-- whose it is, as those of comments do. Pages make drafts without one.
alter table letters add column submission_key uuid;
-- may: index-that-locks, because letters are thousands, none has a key yet, and building it reads them once
create unique index letters_submission_key on letters (submission_key) where submission_key is not null;

-- migrate:down

alter table letters drop column submission_key;
