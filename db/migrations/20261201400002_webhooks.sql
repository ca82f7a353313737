-- migrate:up

-- Where programs of a letter's authors are told of what happens to it (app/webhooks).
create table webhooks (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters (id) on delete cascade,
  account_id bigint not null references accounts (id),
  url text not null check (length(url) between 9 and 1000),
  events text[] not null check (cardinality(events) > 0),
  -- Sealed by a key made of SECRET_KEY (app/identity/seal.server.ts).
  secret bytea not null,
  made_at timestamptz not null default now(),
  -- Since when nothing was delivered, if the last try failed.
  failing_since timestamptz,
  disabled_at timestamptz,
  unique (letter_id, url)
);
create index webhooks_by_account on webhooks (account_id);

create table webhook_deliveries (
  id bigint generated always as identity primary key,
  webhook_id bigint not null references webhooks (id) on delete cascade,
  message_id uuid not null default gen_random_uuid(),
  type text not null,
  -- Numbers and paths: no names, no words of anybody.
  data jsonb not null,
  happened_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts smallint not null default 0,
  due_at timestamptz not null default now(),
  tried_at timestamptz,
  status smallint,
  duration integer,
  answer text not null default '' check (length(answer) <= 500)
);
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, id desc);
create index webhook_deliveries_due on webhook_deliveries (due_at) where state = 'waiting';
create index webhook_deliveries_by_time on webhook_deliveries (happened_at);
-- Signatures of some seconds are told in one message: as long as nobody has begun to send it, it takes more of them.
create unique index webhook_deliveries_gathering on webhook_deliveries (webhook_id)
  where type = 'signature.confirmed' and state = 'waiting' and attempts = 0;

-- Writes down what is to be told, in the transaction that it happens in. Letters that moderation hid tell nothing.
create function tell_webhooks(letter bigint, what text, told jsonb) returns void language sql as $$
  insert into webhook_deliveries (webhook_id, type, data)
  select w.id, what, told || jsonb_build_object('letter', l.slug)
  from webhooks w join letters l on l.id = w.letter_id
  where w.letter_id = letter and w.disabled_at is null and what = any (w.events) and l.state not in ('draft', 'hidden')
$$;

create function webhooks_of_letter() returns trigger language plpgsql as $$
declare
  reached integer;
begin
  if new.last_number > old.last_number then
    insert into webhook_deliveries as d (webhook_id, type, data, due_at)
    select w.id, 'signature.confirmed',
      jsonb_build_object('letter', new.slug, 'path', '/letters/' || new.slug, 'from', old.last_number + 1,
        'to', new.last_number, 'signatures', new.signature_count, 'organisations', new.organisation_count),
      now() + interval '5 seconds'
    from webhooks w
    where w.letter_id = new.id and w.disabled_at is null and 'signature.confirmed' = any (w.events)
      and new.state not in ('draft', 'hidden')
    on conflict (webhook_id) where type = 'signature.confirmed' and state = 'waiting' and attempts = 0
      do update set data = excluded.data || jsonb_build_object('from', d.data -> 'from');
  end if;
  foreach reached in array array[100, 500, 1000, 5000, 10000, 50000, 100000, 500000, 1000000] loop
    if old.signature_count < reached and new.signature_count >= reached then
      perform tell_webhooks(new.id, 'letter.milestone',
        jsonb_build_object('path', '/letters/' || new.slug, 'signatures', reached));
    end if;
  end loop;
  if old.state = 'open' and new.state = 'closed' then
    perform tell_webhooks(new.id, 'letter.closed',
      jsonb_build_object('path', '/letters/' || new.slug, 'signatures', new.signature_count));
  end if;
  return null;
end
$$;
create trigger webhooks_of_letter after update of last_number, signature_count, state on letters
  for each row when (old.last_number <> new.last_number or old.signature_count <> new.signature_count or old.state <> new.state)
  execute function webhooks_of_letter();

create function webhooks_of_version() returns trigger language plpgsql as $$
begin
  perform tell_webhooks(new.letter_id, 'letter.version-published', jsonb_build_object('number', new.number,
    'sha256', new.sha256, 'path', (select '/letters/' || slug || '/versions/' || new.number from letters where id = new.letter_id)));
  return null;
end
$$;
create trigger webhooks_of_version after insert on letter_versions for each row execute function webhooks_of_version();

create function webhooks_of_reply() returns trigger language plpgsql as $$
begin
  perform tell_webhooks(new.letter_id, 'reply.recorded', jsonb_build_object('id', new.id,
    'path', (select '/letters/' || slug || '/replies/' || new.id from letters where id = new.letter_id)));
  return null;
end
$$;
create trigger webhooks_of_reply after insert on letter_replies for each row execute function webhooks_of_reply();

create function webhooks_of_comment() returns trigger language plpgsql as $$
declare
  letter record;
begin
  select l.id, l.slug into letter from discussions d join letters l on l.id = d.letter_id where d.id = new.discussion_id;
  if found then
    perform tell_webhooks(letter.id, 'comment.posted', jsonb_build_object('id', new.id, 'parent', new.parent_id,
      'stance', new.stance, 'path', '/letters/' || letter.slug || '/discussion/' || new.id));
  end if;
  return null;
end
$$;
create trigger webhooks_of_comment after insert on comments for each row execute function webhooks_of_comment();

-- migrate:down

drop trigger webhooks_of_comment on comments;
drop trigger webhooks_of_reply on letter_replies;
drop trigger webhooks_of_version on letter_versions;
drop trigger webhooks_of_letter on letters;
drop function webhooks_of_comment(), webhooks_of_reply(), webhooks_of_version(), webhooks_of_letter();
drop function tell_webhooks(bigint, text, jsonb);
drop table webhook_deliveries;
drop table webhooks;
