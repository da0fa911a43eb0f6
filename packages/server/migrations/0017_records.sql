-- Which events of a matter tell of a record (关联, 取消关联): the way from a record to them, since what an event says in its
-- details is no index's under row security. Whether the event may be read is its matter's.
create table event_record (
  county text not null references county,
  library text not null,
  record bigint not null,
  event bigint not null,
  primary key (county, library, record, event),
  foreign key (county, event) references event (county, id)
);
alter table event_record enable row level security;
create policy event_record_own on event_record
  using (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'));

-- Sums by month and unit are seen by whom their unit's records are seen by: they follow when the unit moves below another.
create function rollups_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  roll text;
begin
  for roll in
    select c.relname from library_table t join pg_class c on c.relkind = 'r' and starts_with(c.relname, t.tbl || '_roll_')
    where c.relnamespace = 'public'::regnamespace
  loop
    execute format('update %I r set seen_by = n.keys from new_rows n where r.county = n.county and r.unit = n.unit and r.seen_by <> n.keys', roll);
  end loop;
  return null;
end $$;
create trigger unit_sight_rollups after update on unit_sight referencing new table as new_rows for each statement execute function rollups_follow();
