-- Documents, matters and the loop.

create sequence revision;

-- Running numbers (督办编号 2026-0001): one row each, so that two issues at once wait for one another.
create table counter (
  county text not null references county,
  name text not null,
  value int not null default 0,
  primary key (county, name)
);

create table light_scheme (
  county text not null references county,
  id bigint generated always as identity,
  name text not null,
  document_number text,
  article text,
  preset text not null check (preset in ('yinchuan-2025', 'sanya-2022', 'tianjin-2022', 'xinhuang-2015', 'guangyuan-2018')),
  parameters jsonb not null default '{}',
  effective_from date not null,
  effective_to date,
  version int not null default 0,
  primary key (county, id)
);

create table document (
  county text not null references county,
  id bigint generated always as identity,
  title text not null,
  kind text not null,
  date date,
  number text,
  issued_on date,
  scope text not null check (scope in ('public', 'internal', 'work-secret')),
  declarer text not null,
  state text not null check (state in ('draft', 'reviewed', 'consulting', 'signed-off', 'issued')),
  -- 未经本人审阅的记录稿: its owner's alone.
  private boolean not null default false,
  created_by bigint,
  text text not null,
  outline jsonb not null,
  sentences jsonb not null,
  refused jsonb not null,
  obligations int not null,
  covered int not null,
  consult_due date,
  -- Who sees it beside those who see all: filled when it goes out to units.
  seen_by bigint[] not null default '{}',
  file bigint,
  revision bigint not null default nextval('revision'),
  created_at timestamptz not null default now(),
  version int not null default 0,
  primary key (county, id)
);
create index document_recent on document (county, revision desc, id desc);
create index document_state on document (county, state, revision desc, id desc);

create table matter (
  county text not null references county,
  id bigint generated always as identity,
  number text,
  title text not null,
  text text not null,
  kind text not null,
  attitude text,
  state text not null,
  lead_unit bigint,
  leader bigint,
  deadline date,
  done_when text,
  target jsonb,
  first_target jsonb,
  first_deadline date,
  -- Figures are exact decimals as written; lists never filter on them.
  value numeric,
  cadence text not null default 'monthly',
  line text,
  key boolean not null default false,
  parent bigint,
  steps jsonb not null default '[]',
  curve jsonb not null default '[]',
  provisional jsonb not null default '[]',
  candidates jsonb not null default '[]',
  light text,
  light_since date,
  light_as_of date,
  pace text,
  verdict jsonb,
  progress jsonb,
  overdue boolean not null default false,
  last_report_as_of date,
  last_report_on date,
  last_evidence date,
  evidence_count int not null default 0,
  reworks int not null default 0,
  leader_consent boolean not null default false,
  issued_on date,
  state_since date not null,
  closed_on date,
  created_by bigint,
  seen_by bigint[] not null default '{}',
  revision bigint not null default nextval('revision'),
  version int not null default 0,
  primary key (county, id),
  unique (county, number),
  foreign key (county, lead_unit) references unit (county, id),
  foreign key (county, leader) references county_leader (county, id),
  foreign key (county, parent) references matter (county, id)
);
-- The lists that people use: each filter that stands alone has its sort beside it.
create index matter_deadline on matter (county, deadline, id);
create index matter_revision on matter (county, revision, id);
create index matter_state on matter (county, state, deadline, id);
create index matter_light on matter (county, light, deadline, id);
create index matter_lead on matter (county, lead_unit, deadline, id);
create index matter_leader on matter (county, leader, deadline, id);
create index matter_kind on matter (county, kind, deadline, id);
create index matter_parent on matter (county, parent) where parent is not null;

create table matter_support (
  county text not null,
  matter bigint not null,
  unit bigint not null,
  part text not null default '',
  position int not null default 0,
  primary key (county, matter, unit),
  foreign key (county, matter) references matter (county, id) on delete cascade,
  foreign key (county, unit) references unit (county, id)
);
create index matter_support_unit on matter_support (county, unit, matter);

create table matter_source (
  county text not null,
  matter bigint not null,
  document bigint not null,
  clause text,
  start_at int not null,
  end_at int not null,
  quote text not null,
  primary key (county, matter, document, start_at),
  foreign key (county, matter) references matter (county, id) on delete cascade,
  foreign key (county, document) references document (county, id)
);
create index matter_source_document on matter_source (county, document, start_at, matter);

-- What a unit may see: key u for the unit itself (lead or supporting), -u for every unit above it and itself.
-- A copy of the columns that lists filter and sort by, so that a unit's list never reads the county.
create table matter_seen (
  county text not null,
  key bigint not null,
  matter bigint not null,
  state text not null,
  light text,
  kind text not null,
  lead_unit bigint,
  leader bigint,
  deadline date,
  revision bigint not null,
  primary key (county, key, matter),
  foreign key (county, matter) references matter (county, id) on delete cascade
);
create index matter_seen_matter on matter_seen (county, matter);
create index matter_seen_deadline on matter_seen (county, key, deadline, matter);
create index matter_seen_revision on matter_seen (county, key, revision, matter);
create index matter_seen_state on matter_seen (county, key, state, deadline, matter);
create index matter_seen_light on matter_seen (county, key, light, deadline, matter);

-- Name search by equality (one and two characters), since LIKE cannot use an index under row security.
create table token (
  county text not null,
  library text not null,
  token text not null,
  id bigint not null,
  primary key (county, library, token, id)
);
create index token_row on token (county, library, id);

create table event (
  county text not null references county,
  id bigint generated always as identity,
  document bigint,
  matter bigint,
  action text not null,
  at timestamptz not null default now(),
  account bigint,
  unit bigint,
  from_state text,
  to_state text,
  text text,
  as_of date,
  percent numeric,
  value numeric,
  evidence bigint[] not null default '{}',
  on_paper jsonb,
  details jsonb not null default '{}',
  primary key (county, id),
  foreign key (county, document) references document (county, id),
  foreign key (county, matter) references matter (county, id)
);
create index event_matter on event (county, matter, id);
create index event_document on event (county, document, id) where document is not null;

create table answer (
  county text not null,
  id bigint generated always as identity,
  matter bigint not null,
  unit bigint not null,
  role text not null check (role in ('lead', 'support')),
  opinion text,
  text text,
  suggested_unit bigint,
  answered_at timestamptz,
  account bigint,
  on_paper boolean not null default false,
  adopted boolean,
  adoption_note text,
  primary key (county, id),
  unique (county, matter, unit),
  foreign key (county, matter) references matter (county, id) on delete cascade,
  foreign key (county, unit) references unit (county, id)
);
create index answer_waiting on answer (county, unit) where opinion is null;

-- Row security: county, then scope. Policies read settings, never another table.
create function may_see(seen_by bigint[], created_by bigint) returns boolean language sql stable as $$
  select case actor_scope()
    when 'all' then true
    when 'system' then true
    when 'unit' then seen_by && actor_keys()
    when 'subtree' then seen_by && actor_keys()
    when 'custom' then seen_by && actor_keys()
    when 'own' then created_by = actor_account()
    else false end
$$;

alter table matter enable row level security;
create policy matter_own on matter
  using (county = actor_county() and ((select actor_scope()) in ('all', 'system') or may_see(seen_by, created_by)))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'));
alter table document enable row level security;
create policy document_own on document
  using (county = actor_county() and (not private or created_by = actor_account() or (select actor_scope()) = 'system')
         and ((select actor_scope()) in ('all', 'system') or may_see(seen_by, created_by)))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'));
alter table event enable row level security;
-- Events are read through the matter or document they belong to (a matter's audience may change after the event).
create policy event_own on event
  using (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))
  with check (county = actor_county() and (account is null or account = actor_account() or (select actor_scope()) = 'system'));
alter table matter_seen enable row level security;
create policy matter_seen_own on matter_seen
  using (county = actor_county() and ((select actor_scope()) in ('all', 'system') or key = any (actor_keys())))
  with check (county = actor_county());
do $$
declare t text;
begin
  -- These hang on a matter or document that the actor can already see; they are reached through it alone.
  foreach t in array array['matter_support', 'matter_source', 'answer', 'token', 'light_scheme', 'counter'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (county = actor_county()) with check (county = actor_county())', t || '_own', t);
  end loop;
end $$;

-- Who sees a matter: lead and supporting units, and for each the units above it, from the moment it goes out for
-- opinions. Kept in the row (for the policy) and in matter_seen (for lists) by one function.
create function matter_audience(in_county text, in_matter bigint, in_lead bigint, in_state text) returns bigint[]
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive direct as (
    select in_lead as unit where in_lead is not null
    union select s.unit from matter_support s where s.county = in_county and s.matter = in_matter
  ), up as (
    select d.unit from direct d
    union select u.parent from up join unit u on u.county = in_county and u.id = up.unit where u.parent is not null
  )
  select coalesce(array_agg(k order by k), '{}') from (select unit as k from direct union select -unit from up) keys
  where in_state not in ('drafted', 'reviewed', 'withdrawn', 'merged')
$$;

create function matter_set_audience() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.seen_by := matter_audience(new.county, new.id, new.lead_unit, new.state);
  return new;
end $$;
create trigger matter_audience_first before insert or update of lead_unit, state on matter
  for each row execute function matter_set_audience();

create function matter_support_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update matter m set seen_by = matter_audience(m.county, m.id, m.lead_unit, m.state)
    from (select distinct county, matter from changed) c where m.county = c.county and m.id = c.matter;
  return null;
end $$;
create trigger matter_support_in after insert on matter_support referencing new table as changed for each statement execute function matter_support_changed();
create trigger matter_support_out after delete on matter_support referencing old table as changed for each statement execute function matter_support_changed();

create function matter_seen_fill() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from matter_seen s using new_rows n, old_rows o
      where o.county = n.county and o.id = n.id and o.seen_by <> n.seen_by
        and s.county = n.county and s.matter = n.id and not (s.key = any (n.seen_by));
  end if;
  insert into matter_seen (county, key, matter, state, light, kind, lead_unit, leader, deadline, revision)
    select n.county, k.key, n.id, n.state, n.light, n.kind, n.lead_unit, n.leader, n.deadline, n.revision
    from new_rows n cross join lateral unnest(n.seen_by) k(key)
  on conflict (county, key, matter) do update set
    state = excluded.state, light = excluded.light, kind = excluded.kind, lead_unit = excluded.lead_unit,
    leader = excluded.leader, deadline = excluded.deadline, revision = excluded.revision;
  return null;
end $$;
create trigger matter_seen_in after insert on matter referencing new table as new_rows for each statement execute function matter_seen_fill();
create trigger matter_seen_up after update on matter referencing old table as old_rows new table as new_rows for each statement execute function matter_seen_fill();

-- One- and two-character tokens of the title.
create function tokens_of(words text) returns setof text language sql immutable as $$
  with clean as (select lower(regexp_replace(words, '[[:space:][:punct:]，。、；：？！“”‘’（）《》〔〕【】]', '', 'g')) as t)
  select distinct substr(t, i, n) from clean, generate_series(1, length(t)) i, generate_series(1, 2) n where i + n - 1 <= length(t)
$$;
create function matter_tokens() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from token k using new_rows n, old_rows o
      where o.county = n.county and o.id = n.id and o.title is distinct from n.title and k.county = n.county and k.library = 'matter' and k.id = n.id;
    insert into token (county, library, token, id)
      select n.county, 'matter', t, n.id from new_rows n join old_rows o on o.county = n.county and o.id = n.id, tokens_of(n.title) t
      where o.title is distinct from n.title;
  else
    insert into token (county, library, token, id) select n.county, 'matter', t, n.id from new_rows n, tokens_of(n.title) t;
  end if;
  return null;
end $$;
create trigger matter_tokens_in after insert on matter referencing new table as new_rows for each statement execute function matter_tokens();
create trigger matter_tokens_up after update on matter referencing old table as old_rows new table as new_rows for each statement execute function matter_tokens();

select audit_table('document', '{id}', '{revision,seen_by}');
select audit_table('matter', '{id}', '{revision,seen_by,verdict,progress,light_as_of}');
select audit_table('matter_support', '{matter,unit}');
select audit_table('matter_source', '{matter,document,start_at}');
select audit_table('event', '{id}');
select audit_table('answer', '{id}');
select audit_table('light_scheme', '{id}');
