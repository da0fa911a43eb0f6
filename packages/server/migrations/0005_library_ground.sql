-- The ground of libraries: who keeps one, who sees its records, search, history. A library's own table is generated
-- from its definition (yipanqi library sql) and laid on this ground by library_ground().

-- Libraries that the actor keeps (sees whole), and the firm that an enterprise account speaks for.
create function actor_libraries() returns text[] language sql stable as $$ select coalesce(nullif(current_setting('app.libraries', true), ''), '{}')::text[] $$;
create function actor_enterprise() returns bigint language sql stable as $$ select nullif(current_setting('app.enterprise', true), '')::bigint $$;

-- Who keeps a library is the county's own choice (CFG): these units see and change all of it.
create table library_setting (
  county text not null references county,
  library text not null,
  keepers bigint[] not null default '{}',
  -- Heads of columns that this county's spreadsheets use, learnt from imports: {"field": ["head", …]}.
  heads jsonb not null default '{}',
  version int not null default 0,
  primary key (county, library)
);
alter table library_setting enable row level security;
create policy library_setting_own on library_setting using (county = actor_county()) with check (county = actor_county());

alter table account add column enterprise bigint;

drop function auth_session(bytea);
create function auth_session(token bytea)
returns table (county text, county_name text, account bigint, name text, person bytea, unit bigint, post text, scope text, custom_keys bigint[], leader bigint, expires_at timestamptz, libraries text[], enterprise bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.county, c.name, a.id, a.name, a.person, a.unit, a.post, a.scope, a.custom_keys, a.leader, s.expires_at,
         case when a.scope in ('unit', 'subtree', 'custom')
              then (select coalesce(array_agg(l.library order by l.library), '{}') from library_setting l where l.county = a.county and a.unit = any (l.keepers))
              else '{}' end,
         a.enterprise
  from session s
  join account a on a.county = s.county and a.id = s.account
  join county c on c.code = a.county
  where s.token_hash = token and s.expires_at > now() and a.active
$$;

-- By which keys a unit's records are seen: u by the unit itself, -u by it and each unit above. One look-up a record.
create table unit_sight (
  county text not null,
  unit bigint not null,
  keys bigint[] not null,
  primary key (county, unit)
);
alter table unit_sight enable row level security;
create policy unit_sight_own on unit_sight using (county = actor_county());

create function unit_sight_of(in_county text) returns void
language sql security definer set search_path = public, pg_temp as $$
  with recursive up as (
    select u.id as unit, u.id as above, u.parent from unit u where u.county = in_county
    union
    select up.unit, u.id, u.parent from up join unit u on u.county = in_county and u.id = up.parent
  ), keys as (
    select unit, array_agg(key order by key) as keys
    from (select unit, -above as key from up union select unit, unit from up) k group by unit
  )
  insert into unit_sight (county, unit, keys) select in_county, unit, keys from keys
  on conflict (county, unit) do update set keys = excluded.keys where unit_sight.keys <> excluded.keys
$$;
select unit_sight_of(code) from county;
create function unit_sight_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform unit_sight_of(c.county) from (select distinct county from new_rows) c;
  return null;
end $$;
create trigger unit_sight_in after insert on unit referencing new table as new_rows for each statement execute function unit_sight_changed();
create trigger unit_sight_up after update on unit referencing new table as new_rows for each statement execute function unit_sight_changed();

-- Asked once a row by the audience of each record: a record of one unit takes the keys as they stand.
create function sight_of(in_county text, units bigint[]) returns bigint[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  known bigint[];
begin
  if cardinality(units) = 1 then
    select s.keys into known from unit_sight s where s.county = in_county and s.unit = units[1];
  elsif cardinality(units) > 1 then
    select array_agg(distinct k order by k) into known from unit_sight s, unnest(s.keys) k where s.county = in_county and s.unit = any (units);
  end if;
  return coalesce(known, '{}');
end $$;

-- The libraries whose tables stand in this database.
create table library_table (
  library text primary key,
  tbl text not null unique,
  open boolean not null default false,
  enterprise text
);

-- 阶段 steps of records, as they happened: funnel and dwell time are read from here.
create table stage_step (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  record bigint not null,
  from_stage text,
  to_stage text not null,
  -- The day it happened, which may be before it was recorded.
  since date not null,
  reason text,
  approver text,
  account bigint,
  unit bigint,
  at timestamptz not null default now(),
  primary key (county, id)
);
create index stage_step_record on stage_step (county, library, record, id);
create index stage_step_flow on stage_step (county, library, since);

-- 要件 and 缺件: a paper that opens a stage is there, or it is promised by somebody by a day; a promise that passes
-- becomes a matter.
create table stage_paper (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  record bigint not null,
  condition text not null,
  state text not null check (state in ('present', 'missing', 'waived')),
  number text,
  file bigint,
  -- 容缺依据, 承诺人, 补齐日.
  basis text,
  promised_by text,
  due date,
  matter bigint,
  account bigint,
  at timestamptz not null default now(),
  version int not null default 0,
  primary key (county, id),
  unique (county, library, record, condition)
);
create index stage_paper_due on stage_paper (county, due) where state = 'missing' and matter is null;

-- A matter may point to any record; a record shows its matters.
create table matter_record (
  county text not null,
  matter bigint not null,
  library text not null,
  record bigint not null,
  account bigint,
  at timestamptz not null default now(),
  primary key (county, matter, library, record),
  foreign key (county, matter) references matter (county, id)
);
create index matter_record_record on matter_record (county, library, record);

do $$
declare t text;
begin
  -- Reached through a record that the actor can already see.
  foreach t in array array['stage_step', 'stage_paper', 'matter_record'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (county = actor_county()) with check (county = actor_county())', t || '_own', t);
  end loop;
end $$;

-- May the actor see a record of a library? Policies and search ask the same question.
-- Not in SQL: policies ask it once a statement, and a body that is not folded into each plan makes that plan sooner.
create function library_whole(in_library text) returns boolean language plpgsql stable as $$ begin
  return actor_scope() in ('all', 'system') or in_library = any (actor_libraries());
end $$;
-- may_see() for a whole statement: the keys by which a unit sees, the account that sees what it wrote itself.
create function actor_sight() returns bigint[] language plpgsql stable as $$ begin
  return case when actor_scope() in ('unit', 'subtree', 'custom') then actor_keys() else '{}' end;
end $$;
create function actor_own() returns bigint language plpgsql stable as $$ begin
  return case when actor_scope() = 'own' then actor_account() end;
end $$;

-- Lays a library's table on the ground: policies, audience, the narrow lists' copy, the whole readers' view, checks of
-- what it refers to, audit.
--   audience: unit columns whose units see the record · narrow: columns copied for a unit's own list
--   refs: {"column": "table"} that must exist · enterprise: column of the firm ('id' where the record is the firm)
--   hidden: columns that audit leaves out beside the machine's own
create function library_ground(target regclass, in_library text, audience text[], narrow text[], refs jsonb, is_open boolean, enterprise text, hidden text[] default '{}')
returns void language plpgsql as $outer$
declare
  name text := (select relname from pg_class where oid = target);
  own text := case when enterprise is null then '' else format(' or ((select actor_scope()) = ''enterprise'' and %I = (select actor_enterprise()))', enterprise) end;
  may text := format('county = actor_county() and ((select library_whole(%L)) or seen_by && (select actor_sight()) or created_by = (select actor_own())', in_library);
  looked text := case when is_open then ' or (select actor_scope()) in (''unit'', ''subtree'', ''custom'', ''own'')' else '' end;
  units text := (select string_agg(format('new.%I', c), ', ') from unnest(audience) c);
  seen text := name || '_seen';
  columns text := coalesce((select string_agg(format(', %I', c), '') from unnest(narrow) c), '');
  copied text := coalesce((select string_agg(format(', n.%I', c), '') from unnest(narrow) c), '');
  updated text := coalesce((select string_agg(format(', %1$I = excluded.%1$I', c), '') from unnest(narrow) c), '');
  checks text := coalesce((select string_agg(format($c$
    if exists (select 1 from new_rows n where n.%1$I is not null and not exists (select 1 from %2$I r where r.county = n.county and r.id = n.%1$I)) then
      raise exception using errcode = 'foreign_key_violation', message = '%1$I of %3$s refers to nothing';
    end if;$c$, key, value, name), '') from jsonb_each_text(refs)), '');
begin
  insert into library_table (library, tbl, open, enterprise) values (in_library, name, is_open, enterprise);
  execute format('alter table %I enable row level security', name);
  execute format('create policy %I on %I for select using (%s%s%s))', name || '_read', name, may, looked, own);
  execute format('create policy %I on %I for insert with check (%s))', name || '_add', name, may);
  execute format('create policy %I on %I for update using (%s)) with check (%s))', name || '_change', name, may, may);

  execute format($f$
    create function %1$I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
    declare units bigint[] := %2$s;
    begin
      -- Most records have one unit, whose keys are taken as they stand: asking sight_of() costs as much again.
      if cardinality(units) = 1 then
        new.seen_by := coalesce((select s.keys from unit_sight s where s.county = new.county and s.unit = units[1]), '{}');
      else
        new.seen_by := sight_of(new.county, units);
      end if;
      return new;
    end $body$ $f$, name || '_audience', case when units is null then $e$'{}'$e$ else format('array_remove(array[%s]::bigint[], null)', units) end);
  execute format('create trigger %I before insert on %I for each row execute function %I()', name || '_audience_in', name, name || '_audience');
  if units is not null then
    execute format('create trigger %I before update of %s on %I for each row execute function %I()', name || '_audience_up', (select string_agg(format('%I', c), ', ') from unnest(audience) c), name, name || '_audience');
  end if;

  execute format('alter table %I enable row level security', seen);
  execute format('create policy %I on %I for select using (county = actor_county() and ((select library_whole(%L)) or key = any ((select actor_keys())::bigint[])))', seen || '_read', seen, in_library);
  execute format($f$
    create function %1$I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
    begin%5$s
      if tg_op = 'UPDATE' then
        delete from %2$I s using new_rows n join old_rows o on o.county = n.county and o.id = n.id
          where (o.seen_by <> n.seen_by or (n.removed is not null and o.removed is null))
            and s.county = n.county and s.id = n.id and (n.removed is not null or not (s.key = any (n.seen_by)));
      end if;
      if tg_op = 'INSERT' then
        insert into %2$I (county, key, id%3$s)
          select n.county, k.key, n.id%4$s from new_rows n cross join lateral unnest(n.seen_by) k(key) where n.removed is null;
        return null;
      end if;
      insert into %2$I (county, key, id%3$s)
        select n.county, k.key, n.id%4$s from new_rows n cross join lateral unnest(n.seen_by) k(key) where n.removed is null
      on conflict (county, id, key) do update set key = excluded.key%6$s;
      return null;
    end $body$ $f$, name || '_see', seen, columns, copied, checks, updated);
  execute format('create trigger %I after insert on %I referencing new table as new_rows for each statement execute function %I()', name || '_see_in', name, name || '_see');
  execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows for each statement execute function %I()', name || '_see_up', name, name || '_see');
  -- The whole of the county for those who see the whole: with the owner's rights, so that counting asks no row who
  -- may see it and stays inside an index. Anybody else gets no row.
  execute format('create view %I with (security_barrier) as select * from %I where county = actor_county() and ((select library_whole(%L))%s)', name || '_all', name, in_library, looked);
  perform audit_table(target, '{id}', array['revision', 'seen_by', 'search', 'search_text', 'updated_at'] || hidden);
end $outer$;

-- A maintained sum by month and unit: the delta of each statement is added to it.
create function library_rollup(target regclass, rollup text, month text, unit text, sums text[]) returns void
language plpgsql as $outer$
declare
  name text := (select relname from pg_class where oid = target);
  roll text := name || '_roll_' || rollup;
  added text := coalesce((select string_agg(format(', %I', c), '') from unnest(sums) c), '');
  plus text := coalesce((select string_agg(format(', coalesce(sum(d.sign * d.%1$I), 0)', c), '') from unnest(sums) c), '');
  adding text := coalesce((select string_agg(format(', %1$I = r.%1$I + excluded.%1$I', c), '') from unnest(sums) c), '');
  side text := (select string_agg(format('%I', c), ', ') from unnest(array['county', month, unit] || sums) c);
begin
  execute format('create table %I (county text not null, month date not null, unit bigint not null, n bigint not null%s, seen_by bigint[] not null, primary key (county, month, unit))',
    roll, coalesce((select string_agg(format(', %I bigint not null', c), '') from unnest(sums) c), ''));
  execute format('alter table %I enable row level security', roll);
  execute format('create policy %I on %I for select using (county = actor_county() and ((select library_whole(%L)) or seen_by && (select actor_sight())))', roll || '_read', roll,
    (select library from library_table where tbl = name));
  execute format($f$
    create function %1$I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
    begin
      if tg_op = 'INSERT' then
        insert into %2$I as r (county, month, unit, n%3$s, seen_by)
          select d.county, date_trunc('month', coalesce(d.%6$I, '0001-01-01'))::date, coalesce(d.%7$I, 0), sum(d.sign)%4$s, sight_of(d.county, array[coalesce(d.%7$I, 0)])
          from (select 1 as sign, %8$s from new_rows n where removed is null) d group by 1, 2, 3, coalesce(d.%7$I, 0)
        on conflict (county, month, unit) do update set n = r.n + excluded.n%5$s;
      else
        insert into %2$I as r (county, month, unit, n%3$s, seen_by)
          select d.county, date_trunc('month', coalesce(d.%6$I, '0001-01-01'))::date, coalesce(d.%7$I, 0), sum(d.sign)%4$s, sight_of(d.county, array[coalesce(d.%7$I, 0)])
          from (select 1 as sign, %8$s from new_rows n where removed is null
                union all select -1, %8$s from old_rows o where removed is null) d group by 1, 2, 3, coalesce(d.%7$I, 0)
        on conflict (county, month, unit) do update set n = r.n + excluded.n%5$s;
      end if;
      return null;
    end $body$ $f$, roll || '_add', roll, added, plus, adding, month, unit, side);
  execute format('create trigger %I after insert on %I referencing new table as new_rows for each statement execute function %I()', roll || '_in', name, roll || '_add');
  execute format('create trigger %I after update on %I referencing old table as old_rows new table as new_rows for each statement execute function %I()', roll || '_up', name, roll || '_add');
end $outer$;

-- Search by fragment: LIKE and @> use no index under row security, so the look-up runs here and asks the same question
-- as the policy does. Answers at most `most` ids. Tokens that stand in a great part of the rows are not looked up at
-- all: one null is answered, and a walk in the list's order fills its page sooner than such a set is gathered.
-- needle null: rows that have the tokens, whatever their text. (Not marked stable: it asks for a plan.)
create function library_find(in_library text, tokens int[], needle text, most int) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t library_table;
  asked text;
  plan json;
begin
  select * into t from library_table where library = in_library;
  if not found or cardinality(tokens) = 0 or needle = '' then return; end if;
  -- Tables made by hand keep no row that was taken off.
  asked := format('select r.id from %I r where r.county = $1 and r.search @> $2%s%s', t.tbl,
    case when exists (select 1 from pg_attribute a where a.attrelid = t.tbl::regclass and a.attname = 'removed') then ' and r.removed is null' else '' end, case
    when library_whole(in_library) or (t.open and actor_scope() in ('unit', 'subtree', 'custom', 'own')) then ''
    when actor_scope() in ('unit', 'subtree', 'custom') then ' and r.seen_by && $3'
    when actor_scope() = 'own' then ' and r.created_by = actor_account()'
    when actor_scope() = 'enterprise' and t.enterprise is not null then format(' and r.%I = actor_enterprise()', t.enterprise)
    else ' and false' end);
  execute 'explain (format json) ' || asked into plan using actor_county(), tokens, actor_keys();
  if (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8 > 10000 then
    return next null;
    return;
  end if;
  return query execute asked || case when needle is null then '' else ' and r.search_text like $4' end || ' limit $5'
    using actor_county(), tokens, actor_keys(), '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%', most;
end $$;

select audit_table('library_setting', '{library}');
select audit_table('stage_step', '{id}');
select audit_table('stage_paper', '{id}');
select audit_table('matter_record', '{matter,library,record}');
