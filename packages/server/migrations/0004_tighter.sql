-- What hostile testing of the first three asked for.

-- One row for every name, existing or not: what is locked is told alike.
create or replace function auth_find(account_name text, from_address text)
returns table (county text, account bigint, hash text, known boolean, locked_until timestamptz, active boolean)
language sql security definer set search_path = public, pg_temp as $$
  select a.county, a.id, c.hash,
         exists (select 1 from login_known k where k.county = a.county and k.account = a.id and k.address = from_address),
         (select f.locked_until from login_failure f where f.name = account_name and f.address = from_address and f.locked_until > now()),
         coalesce(a.active, false)
  from (select 1) one
  left join account a on a.name = account_name
  left join credential c on c.county = a.county and c.account = a.id
$$;

-- A password set anew by invitation ends what was open under the old one.
create or replace function auth_redeem(account_name text, code_hash text, new_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_one boolean;
begin
  update credential c set hash = new_hash, set_at = now(), invitation = null
    from account a where a.county = c.county and a.id = c.account and a.name = account_name and a.active and c.invitation = code_hash;
  found_one := found;
  if found_one then
    delete from session s using account a where a.name = account_name and s.county = a.county and s.account = a.id;
  end if;
  return found_one;
end $$;

-- One document number, one document, whatever code forgets.
create unique index document_number on document (county, number) where number is not null;
create index matter_overdue on matter (county, deadline, id) where overdue;
create index matter_key on matter (county, deadline, id) where key;

-- Which matters a file has served as evidence: the way by which another unit may see it.
create table file_use (
  county text not null,
  file bigint not null,
  matter bigint not null,
  primary key (county, file, matter),
  foreign key (county, file) references file (county, id),
  foreign key (county, matter) references matter (county, id)
);
insert into file_use (county, file, matter)
  select distinct e.county, f.file, e.matter from event e cross join lateral unnest(e.evidence) f(file) where e.matter is not null;
create function event_evidence() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into file_use (county, file, matter)
    select n.county, e.file, n.matter from new_rows n cross join lateral unnest(n.evidence) e(file) where n.matter is not null
  on conflict do nothing;
  return null;
end $$;
create trigger event_evidence_in after insert on event referencing new table as new_rows
  for each statement execute function event_evidence();

-- What hangs on matters is shut to those who have no business there (三员, enterprises), by SQL too.
alter table file_use enable row level security;
do $$
declare t text;
begin
  foreach t in array array['matter_support', 'matter_source', 'answer', 'light_scheme', 'counter', 'file_use'] loop
    execute format('drop policy if exists %I on %I', t || '_own', t);
    execute format($p$create policy %I on %I
      using (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))
      with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))$p$, t || '_own', t);
  end loop;
end $$;
