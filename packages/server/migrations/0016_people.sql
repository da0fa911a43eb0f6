-- Accounts that come in by the hundred.

-- Login names are unique in the whole installation, as they are typed without a county. Which of these are taken is told
-- to who opens accounts, a file's worth at a time; whose they are and where is not.
create function login_taken(names text[]) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.post', true) is distinct from 'system-admin' or cardinality(names) > 1000 then return; end if;
  return query select a.name from account a where a.name = any (names);
end $$;
