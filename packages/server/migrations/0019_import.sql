-- What a large import pays for once a row and could pay for once a statement.

-- The sequence is looked up once, not once an id.
create or replace function library_ids(in_library text, wanted int) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t text := (library_place(in_library)).tbl;
  s regclass;
begin
  if t is null or wanted > 100000 then return; end if;
  s := pg_get_serial_sequence(t, 'id')::regclass;
  return query select nextval(s) from generate_series(1, wanted);
end $$;

-- Who sees a record is worked out row by row only where the statement did not bring it. What it brought is worked out
-- again by the owner, all rows of the statement at once, and another answer ends the statement: a forged audience stays
-- impossible, and an import asks once a thousand rows. That the county exists is asked there too, instead of by a foreign
-- key a row (ADR 12). Later ledgers call it in their migration.
create function library_audience_check(target regclass, audience text[]) returns void language plpgsql as $outer$
declare
  name text := (select relname from pg_class where oid = target);
  units text := (select string_agg(format('n.%I', c), ', ') from unnest(audience) c);
begin
  execute format('drop trigger %I on %I', name || '_audience_in', name);
  execute format('create trigger %I before insert on %I for each row when (cardinality(new.seen_by) = 0) execute function %I()',
    name || '_audience_in', name, name || '_audience');
  execute format('alter table %I drop constraint if exists %I', name, name || '_county_fkey');
  execute format($f$
    create function %1$I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
    begin
      if exists (select 1 from new_rows n where not exists (select 1 from county c where c.code = n.county)) then
        raise exception using errcode = 'foreign_key_violation', message = 'a record of no county';
      end if;
      if exists (select 1 from new_rows n %2$s where n.seen_by <> %3$s) then
        raise exception using errcode = 'insufficient_privilege', message = 'seen_by is not what the units of the record say';
      end if;
      return null;
    end $body$ $f$, name || '_audience_check',
    case when units is null then '' else format('left join unit_sight s on s.county = n.county and s.unit = coalesce(%s)', units) end,
    case when units is null then $e$'{}'$e$
      else format($e$(case num_nonnulls(%1$s) when 0 then '{}' when 1 then coalesce(s.keys, '{}') else sight_of(n.county, array_remove(array[%1$s]::bigint[], null)) end)$e$, units) end);
  execute format('create trigger %1$I after insert on %2$I referencing new table as new_rows for each statement execute function %1$I()',
    name || '_audience_check', name);
end $outer$;

-- Ledgers that stand already: their units are those whose change works the audience out anew.
select library_audience_check(t.tbl::regclass, coalesce((
    select array_agg(a.attname::text order by a.attnum) from pg_trigger g join pg_attribute a on a.attrelid = g.tgrelid and a.attnum = any (g.tgattr::int2[])
    where g.tgrelid = t.tbl::regclass and g.tgname = t.tbl || '_audience_up'), '{}'))
from library_table t where to_regclass(t.tbl || '_seen') is not null and t.library not in ('matters', 'units', 'accounts');
