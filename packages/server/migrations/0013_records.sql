-- Records of libraries: why they changed, who looked at a sealed number, who holds a key, what they point to on the map.

-- Why a request changed records, in the words of the one who did it. Audit rows carry the request, so one row is enough
-- for a bulk edit of ten thousand.
create table change_reason (
  county text not null references county,
  request text not null,
  reason text not null,
  account bigint,
  at timestamptz not null default now(),
  primary key (county, request)
);

-- Each look at a masked number, with its reason.
create table reveal (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  record bigint not null,
  field text not null,
  reason text not null,
  account bigint not null,
  unit bigint,
  at timestamptz not null default now(),
  primary key (county, id)
);
create index reveal_record on reveal (county, library, record, id);

-- Which records a file hangs on, or hung on once: the way by which another unit may see it.
create table record_file (
  county text not null,
  file bigint not null,
  library text not null,
  record bigint not null,
  primary key (county, file, library, record),
  foreign key (county, file) references file (county, id)
);

-- Outlines of townships for the map: our own drawing, no legal boundary. Rings of [lon, lat] × 1,000,000.
create table outline (
  county text not null,
  unit bigint not null,
  rings jsonb not null,
  version int not null default 0,
  primary key (county, unit),
  foreign key (county, unit) references unit (county, id)
);

do $$
declare t text;
begin
  foreach t in array array['change_reason', 'reveal', 'record_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format($p$create policy %I on %I
      using (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own', 'enterprise'))
      with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))$p$, t || '_own', t);
  end loop;
end $$;
alter table outline enable row level security;
create policy outline_read on outline for select using (county = actor_county());
create policy outline_add on outline for insert with check (county = actor_county() and (select actor_scope()) in ('all', 'system'));
create policy outline_change on outline for update using (county = actor_county() and (select actor_scope()) in ('all', 'system'));

select audit_table('change_reason', '{request}');
select audit_table('reveal', '{id}');
select audit_table('outline', '{unit}');

-- Ids for rows whose sealed values are bound to them before they are written.
create function library_ids(in_library text, wanted int) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare t text := (select tbl from library_table where library = in_library);
begin
  if t is null or wanted > 100000 then return; end if;
  return query select nextval(pg_get_serial_sequence(t, 'id')) from generate_series(1, wanted);
end $$;

-- Who holds these keys already, seen by the actor or not: a unique index answers only after the fact, and not whose
-- the key is. `keys` is a list of lists, one value a column; `place` counts them from 0.
create function library_holders(in_library text, key_columns text[], keys jsonb)
returns table (place int, id bigint, seen boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  t library_table;
  joined text;
begin
  select * into t from library_table where library = in_library;
  if not found or actor_scope() not in ('all', 'system', 'unit', 'subtree', 'custom', 'own') then return; end if;
  select string_agg(format('r.%I = (k.v ->> %s)::%s', a.attname, c.ord - 1, format_type(a.atttypid, a.atttypmod)), ' and ')
    into joined
    from unnest(key_columns) with ordinality c(name, ord)
    join pg_attribute a on a.attrelid = t.tbl::regclass and a.attname = c.name and a.attnum > 0;
  return query execute format(
    'select (k.ord - 1)::int, r.id, $3 or may_see(r.seen_by, r.created_by)
       from jsonb_array_elements($1) with ordinality k(v, ord) join %I r on r.county = actor_county() and r.removed is null and %s', t.tbl, joined)
    using keys, null, library_whole(in_library) or (t.open and actor_scope() in ('unit', 'subtree', 'custom', 'own'));
end $$;

-- The same question as the policy of a record's table, for what hangs on it (files).
create function library_sees(in_library text, record bigint) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  t library_table;
  answer boolean;
begin
  select * into t from library_table where library = in_library;
  if not found then return false; end if;
  execute format(
    'select exists (select 1 from %I r where r.county = actor_county() and r.id = $1 and ($2 or may_see(r.seen_by, r.created_by)%s))',
    t.tbl, case when t.enterprise is null then '' else format(' or (actor_scope() = ''enterprise'' and r.%I = actor_enterprise())', t.enterprise) end)
    into answer using record, library_whole(in_library) or (t.open and actor_scope() in ('unit', 'subtree', 'custom', 'own'));
  return answer;
end $$;

-- A record's history is its audit rows; the caller has already been shown the record itself.
create function library_history(in_library text, record bigint)
returns table (id bigint, at timestamptz, account bigint, post text, op text, before jsonb, after jsonb, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.at, a.account, a.post, a.op, a.before, a.after, c.reason
  from library_table t
  join audit a on a.county = actor_county() and a.tbl = t.tbl and a.row_key = record::text
  left join change_reason c on c.county = a.county and c.request = a.request
  where t.library = in_library order by a.id
$$;
