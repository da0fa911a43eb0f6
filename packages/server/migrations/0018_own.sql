-- The county's own rules of its own ledgers. The app role may not write `county`: this one setting is reached by a
-- function, which asks the post again. Answers the new version; null where another change came before.
create function county_own_rules(rules jsonb, expected int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_at int;
begin
  if current_setting('app.post', true) not in ('dispatcher', 'system') or actor_scope() not in ('all', 'system') then
    raise exception using errcode = 'insufficient_privilege', message = 'the rules of own ledgers are set by the office';
  end if;
  update county set settings = settings || jsonb_build_object('ownLedgers', rules), version = version + 1
    where code = actor_county() and version = expected returning version into now_at;
  return now_at;
end $$;
