-- migrate:up

-- What a file held that its draft cannot hold, kept for who writes on in it. It goes with the draft.
create table draft_imports (
  letter_id bigint primary key references letters (id) on delete cascade,
  file_name text not null check (length(file_name) between 1 and 200),
  -- [{ "what": "comments", "count": 3, "words": "" }], as app/paper/loss.ts describes it
  losses jsonb not null check (jsonb_typeof(losses) = 'array'),
  imported_at timestamptz not null default now()
);

-- migrate:down

drop table draft_imports;
