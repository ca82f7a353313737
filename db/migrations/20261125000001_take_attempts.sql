-- migrate:up

-- Several limits in one statement: signing has three, and each was a round trip. Returns the seconds to wait when
-- one is used up, else null. Those after it are not touched: who is stopped by their network takes nothing from the
-- address they name, which may be somebody else's.
create function take_attempts(keys text[], allowed integer[], durations integer[]) returns integer
language plpgsql as $$
declare
  now_ms constant bigint := floor(extract(epoch from clock_timestamp()) * 1000);
  taken integer;
  ends bigint;
begin
  for i in 1 .. cardinality(keys) loop
    insert into rate_limits as r (key, points, expire)
    values (keys[i], 1, now_ms + durations[i] * 1000::bigint)
    on conflict (key) do update set
      points = case when r.expire <= now_ms then 1 else r.points + 1 end,
      expire = case when r.expire <= now_ms then excluded.expire else r.expire end
    returning points, expire into taken, ends;
    if taken > allowed[i] then
      return greatest(1, ceil((ends - now_ms) / 1000.0));
    end if;
  end loop;
  return null;
end $$;

-- migrate:down

drop function take_attempts(text[], integer[], integer[]);
