-- migrate:up

-- A job for each mail cost more than the mail: graphile-worker notifies with each one, and PostgreSQL commits
-- whatever notifies one after the other. A mail is marked as it is written; a moment later jobs take the marked ones by the dozen.
alter table mails add column to_queue boolean not null default false;
create index mails_to_queue on mails (id) where to_queue;

do $$ begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    update mails set to_queue = true where sent_at is null and body is not null
      and id in (select (payload ->> 'mail')::bigint from graphile_worker._private_jobs where key like 'mail-%');
    delete from graphile_worker._private_jobs where key like 'mail-%';
  end if;
end $$;

-- migrate:down

drop index mails_to_queue;
alter table mails drop column to_queue;
