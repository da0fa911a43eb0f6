-- Who changed what, written by statement triggers with transition tables: code cannot forget it.
-- The sealer chains batches of rows by HMAC-SM3 under a key outside the database.

-- Transaction numbers begin anew in a restored cluster; an era keeps the order across restores.
create table audit_era (era int primary key, began_at timestamptz not null default now());
insert into audit_era (era) values (1);

create table audit (
  county text not null,
  id bigint generated always as identity,
  era int not null,
  xid bigint not null,
  at timestamptz not null,
  account bigint,
  post text,
  request text,
  tbl text not null,
  op text not null,
  row_key text not null,
  before jsonb,
  after jsonb,
  primary key (county, id)
);
create index audit_chain on audit (county, era, xid, id);
create index audit_row on audit (county, tbl, row_key, id);

create table audit_seal (
  county text not null,
  number bigint not null,
  -- The batch holds the rows with (era, xid) in [from, to).
  from_era int not null,
  from_xid bigint not null,
  to_era int not null,
  to_xid bigint not null,
  row_count int not null,
  mac text not null,
  at timestamptz not null default now(),
  primary key (county, number)
);

alter table audit enable row level security;
create policy audit_own on audit for select using (county = actor_county() and actor_scope() in ('system', 'audit'));
alter table audit_seal enable row level security;
create policy audit_seal_own on audit_seal using (county = actor_county() and actor_scope() in ('system', 'audit'))
  with check (county = actor_county() and actor_scope() = 'system');

-- Only what changed is kept: whole rows twenty times over would drown the fact.
create function audit_changed(one jsonb, other jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(e.key, e.value), '{}'::jsonb) from jsonb_each(one) e where e.value is distinct from other -> e.key
$$;

-- The columns of a table that audit writes. Asked when they are needed: a later migration adds columns.
create function audit_shown(target regclass, hidden text[]) returns text[] language sql stable as $$
  select array_agg(a.attname::text order by a.attnum) from pg_attribute a
  where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attname <> all (hidden)
$$;

-- Lays the three triggers on a table. key_columns is the primary key after county; hidden columns are never written.
create function audit_table(target regclass, key_columns text[], hidden text[] default '{}') returns void
language plpgsql as $outer$
declare
  name text := (select relname from pg_class where oid = target);
  county_column text := case when name = 'county' then 'code' else 'county' end;
  joined text := (select string_agg(format('o.%1$I = n.%1$I', c), ' and ') from unnest(array[county_column] || key_columns) c);
  key_of text := (select coalesce(string_agg(format('%%1$s.%I::text', c), ' || ''/'' || '), '''''') from unnest(key_columns) c);
begin
  execute format($f$
    create function %1$I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
    declare
      era int := (select max(e.era) from audit_era e);
      x bigint := pg_current_xact_id()::text::bigint;
      many boolean := false;
      filled text[];
    begin
      -- Asked apart: a condition that names new_rows cannot be planned where rows are deleted.
      if tg_op = 'INSERT' then
        many := %5$L::text[] <> '{}' and (select count(*) from (select 1 from new_rows limit 100) first) = 100;
      end if;
      if many then
        -- To make columns into JSON that are hidden or empty throughout, and to take them out again, costs more than all the rest.
        execute format('select array_remove(array[%%s], null) from new_rows n', (
          select string_agg(format('case when count(n.%%1$I) > 0 then %%1$L end', c), ', ') from unnest(audit_shown(tg_relid, %5$L)) c)) into filled;
        execute format($many$
          insert into audit (county, era, xid, at, account, post, request, tbl, op, row_key, before, after)
          select n.%6$I, $1, $2, clock_timestamp(), $3, $4, $5, %2$L, 'I', %3$s, null, jsonb_strip_nulls(to_jsonb(shown))
          from new_rows n cross join lateral (select %%s) shown $many$, (select string_agg(format('n.%%I', c), ', ') from unnest(filled) c))
          using era, x, actor_account(), current_setting('app.post', true), current_setting('app.request', true);
      elsif tg_op = 'INSERT' then
        insert into audit (county, era, xid, at, account, post, request, tbl, op, row_key, before, after)
        select n.%6$I, era, x, clock_timestamp(), actor_account(), current_setting('app.post', true), current_setting('app.request', true),
               %2$L, 'I', %3$s, null, jsonb_strip_nulls(to_jsonb(n) - %5$L::text[]) from new_rows n;
      elsif tg_op = 'DELETE' then
        insert into audit (county, era, xid, at, account, post, request, tbl, op, row_key, before, after)
        select o.%6$I, era, x, clock_timestamp(), actor_account(), current_setting('app.post', true), current_setting('app.request', true),
               %2$L, 'D', %4$s, jsonb_strip_nulls(to_jsonb(o) - %5$L::text[]), null from old_rows o;
      else
        insert into audit (county, era, xid, at, account, post, request, tbl, op, row_key, before, after)
        select n.%6$I, era, x, clock_timestamp(), actor_account(), current_setting('app.post', true), current_setting('app.request', true),
               %2$L, 'U', %3$s, audit_changed(to_jsonb(o) - %5$L::text[], to_jsonb(n)), audit_changed(to_jsonb(n) - %5$L::text[], to_jsonb(o))
        from old_rows o join new_rows n on %7$s
        where (to_jsonb(o) - %5$L::text[]) is distinct from (to_jsonb(n) - %5$L::text[]);
      end if;
      return null;
    end $body$ $f$,
    'audit_of_' || name, name, format(key_of, 'n'), format(key_of, 'o'), hidden, county_column, joined);
  execute format('create trigger audit_insert after insert on %s referencing new table as new_rows for each statement execute function %I()', target, 'audit_of_' || name);
  execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function %I()', target, 'audit_of_' || name);
  execute format('create trigger audit_delete after delete on %s referencing old table as old_rows for each statement execute function %I()', target, 'audit_of_' || name);
end $outer$;

select audit_table('county', '{}');
select audit_table('unit', '{id}');
select audit_table('county_leader', '{id}');
select audit_table('account', '{id}');
select audit_table('file', '{id}');
-- Passwords are facts that were set, never values.
select audit_table('credential', '{account}', '{hash,invitation}');
