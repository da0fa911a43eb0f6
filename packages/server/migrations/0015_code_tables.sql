-- The county's own files of national classifications: 中类 and 小类 of GB/T 4754-2017, townships and villages. Replaced
-- as a whole; the file itself stays in the store.
create table code_table (
  county text not null references county,
  tbl text not null check (tbl in ('industry', 'division')),
  file_name text not null,
  sm3 text not null,
  counts text not null,
  row_count int not null,
  loaded_at timestamptz not null default now(),
  account bigint,
  version int not null default 0,
  primary key (county, tbl)
);
create table code_name (
  county text not null,
  tbl text not null,
  -- Asked by its beginning: a branch of the tree is a prefix.
  code text collate "C" not null,
  name text not null,
  primary key (county, tbl, code),
  foreign key (county, tbl) references code_table (county, tbl)
);

do $$
declare t text;
begin
  foreach t in array array['code_table', 'code_name'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select using (county = actor_county())', t || '_read', t);
    -- The office and the system administrator; which posts of them, the server says.
    execute format('create policy %1$I on %2$I using (county = actor_county() and (select actor_scope()) in (''all'', ''none'', ''system''))
      with check (county = actor_county() and (select actor_scope()) in (''all'', ''none'', ''system''))', t || '_change', t);
  end loop;
end $$;

-- Which file, how many rows, by whom; the rows stand in the file.
select audit_table('code_table', '{tbl}');

-- Units and accounts are imported by the system administrator, who sees no business: only rows of own imports.
drop policy import_row_own on import_row;
create policy import_row_own on import_row
  using (county = actor_county() and ((select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own')
    or ((select actor_scope()) = 'none' and exists (
      select 1 from library_import i where i.county = import_row.county and i.id = import_row.import and i.account = actor_account()))))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own', 'none'));
