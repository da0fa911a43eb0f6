-- A county's own ledgers and additional fields. No table is made or changed while the house is open: own records stand in
-- shipped columns (slots) of one table, additional fields in slots of the shipped ledger's own table, and the county's
-- definition says which field lies on which slot.

-- What the county defined. `id` is own-… for a ledger of its own, the shipped library's id for additional fields on it.
create table own_library (
  county text not null references county,
  id text not null check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  -- The shipped library that it adds to; null: a ledger of its own.
  base text,
  name text not null,
  -- In force, by the last approval: null before the first.
  definition jsonb,
  -- Field → slot. Only ever added to: a retired field keeps its slot.
  slots jsonb not null default '{}',
  -- How many versions were approved.
  number int not null default 0,
  ends_on date,
  stopped_on date,
  stop_reason text,
  open boolean not null default false,
  -- The unit that answers for it.
  unit bigint,
  created_at timestamptz not null default now(),
  version int not null default 0,
  primary key (county, id),
  check ((base is null) = (id like 'own-%')),
  check (base is null or base = id)
);

-- Drafts, hand-ins and decisions: each approved one is a version, nothing is deleted.
create table own_proposal (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  number int,
  state text not null check (state in ('draft', 'proposed', 'approved', 'returned', 'withdrawn')),
  definition jsonb not null,
  ends_on date not null,
  reason text not null,
  -- 减负审核 as it stood when it was handed in.
  findings jsonb not null default '[]',
  account bigint,
  unit bigint,
  drafted_at timestamptz not null default now(),
  proposed_at timestamptz,
  decided_by bigint,
  decided_at timestamptz,
  note text,
  version int not null default 0,
  primary key (county, id),
  foreign key (county, library) references own_library (county, id)
);
-- One open at a time.
create unique index own_proposal_open on own_proposal (county, library) where state in ('draft', 'proposed', 'returned');
create index own_proposal_library on own_proposal (county, library, id);

-- 退表: 此数已有. Counted against the unit that asks.
create table own_objection (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  field text not null,
  label text not null,
  holder_library text,
  holder_label text,
  note text not null default '',
  account bigint,
  unit bigint,
  at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  answer text,
  answered_by bigint,
  answered_at timestamptz,
  primary key (county, id),
  foreign key (county, library) references own_library (county, id)
);
-- One voice a unit and field.
create unique index own_objection_once on own_objection (county, library, field, unit) where state = 'open';
create index own_objection_library on own_objection (county, library, id);

do $$
declare t text;
begin
  -- Which ledgers there are is no secret in the county; who may change what is a matter of posts, asked by the server.
  foreach t in array array['own_library', 'own_proposal', 'own_objection'] loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I using (county = actor_county() and (select actor_scope()) not in ('enterprise'))
      with check (county = actor_county() and (select actor_scope()) not in ('enterprise'))$p$, t || '_own', t);
  end loop;
end $$;
select audit_table('own_library', '{id}');
select audit_table('own_proposal', '{id}');
select audit_table('own_objection', '{id}');

create table own_record (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  t1 text, t2 text, t3 text, t4 text, t5 text, t6 text, t7 text, t8 text, t9 text, t10 text, t11 text, t12 text, t13 text, t14 text, t15 text, t16 text, t17 text, t18 text, t19 text, t20 text,
  l1 text, l2 text, l3 text, l4 text, l5 text, l6 text,
  n1 bigint, n2 bigint, n3 bigint, n4 bigint, n5 bigint, n6 bigint, n7 bigint, n8 bigint, n9 bigint, n10 bigint, n11 bigint, n12 bigint, n13 bigint, n14 bigint, n15 bigint, n16 bigint, n17 bigint, n18 bigint, n19 bigint, n20 bigint,
  d1 date, d2 date, d3 date, d4 date, d5 date, d6 date, d7 date, d8 date, d9 date, d10 date,
  b1 boolean, b2 boolean, b3 boolean, b4 boolean, b5 boolean, b6 boolean,
  u1 bigint, u2 bigint, u3 bigint, u4 bigint,
  r1 bigint, r2 bigint, r3 bigint, r4 bigint, r5 bigint, r6 bigint, r7 bigint, r8 bigint,
  a1 text[], a2 text[], a3 text[], a4 text[],
  f1 bigint[], f2 bigint[], f3 bigint[],
  s1 bytea, s2 bytea, s3 bytea, s4 bytea, s5 bytea, s6 bytea,
  p1_x integer, p1_y integer,
  -- What no two records of the ledger share, as text; null where a part is not filled.
  key1 text,
  -- Every account of the county may read it.
  open boolean not null default false,
  removed date,
  search_text text not null default '',
  search int[] not null default '{}',
  seen_by bigint[] not null default '{}',
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id),
  foreign key (county, library) references own_library (county, id)
);
create unique index own_record_key_own on own_record (county, library, key1) where removed is null and key1 is not null;
create index own_record_by_id on own_record (county, library, id) where removed is null;
create index own_record_by_revision on own_record (county, library, revision, id) where removed is null;
create index own_record_removed on own_record (county, library, removed, id) where removed is not null;
create index own_record_search on own_record using gin (search, seen_by) where removed is null;
-- Empty slots stand in no index: a ledger pays for the columns that it has.
do $$
declare slot text;
begin
  for slot in
    select f || i from (values ('t', 20), ('n', 20), ('d', 10), ('b', 6), ('u', 4), ('r', 8)) s(f, most), generate_series(1, most) i
  loop
    -- The predicate in the collation that is asked: another would not be seen to follow from the question.
    execute format('create index %1$I on own_record (county, library, %2$I%3$s, id) where removed is null and (%2$I%3$s) is not null',
      'own_record_by_' || slot, slot, case when slot like 't%' then ' collate "zh-x-icu"' else '' end);
  end loop;
end $$;

-- A unit's own list: the record's name and newest first.
create table own_record_seen (
  county text not null,
  key bigint not null,
  id bigint not null,
  library text not null,
  t1 text,
  revision bigint,
  primary key (county, id, key)
);
create index own_record_seen_by_t1 on own_record_seen (county, key, library, t1 collate "zh-x-icu", id);
create index own_record_seen_by_revision on own_record_seen (county, key, library, revision, id);
select library_ground('own_record', 'own', '{u1,u2,u3,u4}', '{library,t1,revision}', '{"u1":"unit","u2":"unit","u3":"unit","u4":"unit"}', false, null);

-- The ground asks by table; here each row says which ledger it is of, and whether everybody may read it.
drop policy own_record_read on own_record;
create policy own_record_read on own_record for select using (county = actor_county() and (
  (select actor_scope()) in ('all', 'system') or library = any ((select actor_libraries())::text[])
  or (open and (select actor_scope()) in ('unit', 'subtree', 'custom', 'own')) or may_see(seen_by, created_by)));
drop policy own_record_add on own_record;
create policy own_record_add on own_record for insert with check (county = actor_county() and (
  (select actor_scope()) in ('all', 'system') or library = any ((select actor_libraries())::text[]) or may_see(seen_by, created_by)));
drop policy own_record_change on own_record;
create policy own_record_change on own_record for update using (county = actor_county() and (
  (select actor_scope()) in ('all', 'system') or library = any ((select actor_libraries())::text[]) or may_see(seen_by, created_by)))
  with check (county = actor_county() and (
  (select actor_scope()) in ('all', 'system') or library = any ((select actor_libraries())::text[]) or may_see(seen_by, created_by)));
drop policy own_record_seen_read on own_record_seen;
create policy own_record_seen_read on own_record_seen for select using (county = actor_county() and (
  (select actor_scope()) in ('all', 'system') or library = any ((select actor_libraries())::text[]) or key = any ((select actor_keys())::bigint[])));
drop view own_record_all;
create view own_record_all with (security_barrier) as select * from own_record where county = actor_county() and (
  (select actor_scope()) in ('all', 'system') or library = any ((select actor_libraries())::text[])
  or (open and (select actor_scope()) in ('unit', 'subtree', 'custom', 'own')));

-- Slots for a county's additional fields in every shipped ledger's own table. Later ledgers call it in their migration.
create function library_extra(target regclass) returns void language plpgsql as $$
declare
  name text := (select relname from pg_class where oid = target);
  def text := pg_get_viewdef((name || '_all')::regclass);
  slot text;
begin
  for slot in
    select format('x_%s%s %s', f, i, kind) from (values ('t', 8, 'text'), ('l', 2, 'text'), ('n', 6, 'bigint'), ('d', 4, 'date'),
      ('b', 2, 'boolean'), ('r', 3, 'bigint'), ('a', 2, 'text[]'), ('s', 2, 'bytea')) s(f, most, kind), generate_series(1, most) i
  loop
    execute format('alter table %I add column %s', name, slot);
  end loop;
  -- A few of them can be filtered and sorted by; while they are empty their indexes are too.
  for slot in select f || i from (values ('t', 3), ('n', 2), ('d', 2), ('r', 1)) s(f, most), generate_series(1, most) i loop
    execute format('create index %1$I on %2$I (county, %3$I%4$s, id) where removed is null and (%3$I%4$s) is not null',
      name || '_by_x_' || slot, name, 'x_' || slot, case when slot like 't%' then ' collate "zh-x-icu"' else '' end);
  end loop;
  -- A view keeps the columns that its table had when it was made.
  execute format('create or replace view %I with (security_barrier) as select *%s', name || '_all',
    substr(def, strpos(def, E'\n   FROM ')));
end $$;

do $$
declare t record;
begin
  for t in select tbl from library_table where library not in ('own', 'matters', 'units', 'accounts') loop
    perform library_extra(t.tbl::regclass);
  end loop;
end $$;

-- Where the records of a library stand: all of a county's own ledgers in one table.
create function library_place(in_library text) returns library_table
language sql stable security definer set search_path = public, pg_temp as $$
  select case when in_library like 'own-%' then
    (select row(in_library, t.tbl, o.open, null)::library_table from library_table t join own_library o on o.county = actor_county() and o.id = in_library where t.library = 'own')
  else (select t from library_table t where t.library = in_library) end
$$;

create or replace function library_find(in_library text, tokens int[], needle text, most int) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t library_table := library_place(in_library);
  asked text;
  plan json;
begin
  if t.tbl is null or cardinality(tokens) = 0 or needle = '' then return; end if;
  -- Tables made by hand keep no row that was taken off.
  asked := format('select r.id from %I r where r.county = $1 and r.search @> $2%s%s%s', t.tbl,
    case when exists (select 1 from pg_attribute a where a.attrelid = t.tbl::regclass and a.attname = 'removed') then ' and r.removed is null' else '' end,
    case when in_library like 'own-%' then format(' and r.library = %L', in_library) else '' end, case
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

create or replace function library_ids(in_library text, wanted int) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare t text := (library_place(in_library)).tbl;
begin
  if t is null or wanted > 100000 then return; end if;
  return query select nextval(pg_get_serial_sequence(t, 'id')) from generate_series(1, wanted);
end $$;

create or replace function library_holders(in_library text, key_columns text[], keys jsonb)
returns table (place int, id bigint, seen boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  t library_table := library_place(in_library);
  joined text;
begin
  if t.tbl is null or actor_scope() not in ('all', 'system', 'unit', 'subtree', 'custom', 'own') then return; end if;
  select string_agg(format('r.%I%s = (k.v ->> %s)::%s', a.attname, case when t.tbl = 'own_record' and a.attname ~ '^t[0-9]' then ' collate "zh-x-icu"' else '' end,
      c.ord - 1, format_type(a.atttypid, a.atttypmod)), ' and ')
    into joined
    from unnest(key_columns) with ordinality c(name, ord)
    join pg_attribute a on a.attrelid = t.tbl::regclass and a.attname = c.name and a.attnum > 0;
  return query execute format(
    'select (k.ord - 1)::int, r.id, $2 or may_see(r.seen_by, r.created_by)
       from jsonb_array_elements($1) with ordinality k(v, ord) join %I r on r.county = actor_county() and r.removed is null%s and %s', t.tbl,
    case when in_library like 'own-%' then format(' and r.library = %L', in_library) else '' end, joined)
    using keys, library_whole(in_library) or (t.open and actor_scope() in ('unit', 'subtree', 'custom', 'own'));
end $$;

create or replace function library_sees(in_library text, record bigint) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  t library_table := library_place(in_library);
  answer boolean;
begin
  if t.tbl is null then return false; end if;
  execute format(
    'select exists (select 1 from %I r where r.county = actor_county() and r.id = $1%s and ($2 or may_see(r.seen_by, r.created_by)%s))',
    t.tbl, case when in_library like 'own-%' then format(' and r.library = %L', in_library) else '' end,
    case when t.enterprise is null then '' else format(' or (actor_scope() = ''enterprise'' and r.%I = actor_enterprise())', t.enterprise) end)
    into answer using record, library_whole(in_library) or (t.open and actor_scope() in ('unit', 'subtree', 'custom', 'own'));
  return answer;
end $$;

create or replace function library_history(in_library text, record bigint)
returns table (id bigint, at timestamptz, account bigint, post text, op text, before jsonb, after jsonb, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.at, a.account, a.post, a.op, a.before, a.after, c.reason
  from library_place(in_library) t
  join audit a on a.county = actor_county() and a.tbl = t.tbl and a.row_key = record::text
  left join change_reason c on c.county = a.county and c.request = a.request
  order by a.id
$$;
