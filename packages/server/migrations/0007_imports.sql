-- Imports: a file on its way into a ledger, its rows as they were read, and who took what out.

-- Records are written in the transaction that sets the state to done: in every other state nothing is written.
create table library_import (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  account bigint,
  unit bigint,
  file_name text not null,
  -- Content of the file in the store.
  sm3 text not null,
  size bigint not null,
  state text not null default 'uploaded' check (state in ('uploaded', 'reading', 'preview', 'committing', 'done', 'cancelled', 'failed')),
  sheets jsonb not null default '[]',
  sheet text not null default '',
  -- The head as found or as chosen: {"row", "firstRow", "lastRow"}.
  header jsonb,
  -- Columns of the sheet with the field that each fills.
  columns jsonb not null default '[]',
  total int not null default 0,
  done int not null default 0,
  counts jsonb,
  problem jsonb,
  notes jsonb not null default '[]',
  chosen text check (chosen in ('all', 'valid')),
  reason text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version int not null default 0,
  primary key (county, id)
);
create index library_import_by_library on library_import (county, library, id);
create index library_import_by_file on library_import (county, library, sm3, id);
create index library_import_open on library_import (state) where state in ('uploaded', 'reading', 'committing');
alter table library_import enable row level security;
create policy library_import_read on library_import for select
  using (county = actor_county() and ((select library_whole(library)) or account = actor_account()));
create policy library_import_add on library_import for insert
  with check (county = actor_county() and (account = actor_account() or (select actor_scope()) = 'system'));
create policy library_import_change on library_import for update
  using (county = actor_county() and ((select library_whole(library)) or account = actor_account()))
  with check (county = actor_county());

-- What the rows of a file say, some hundred at a time, sealed under a key of the import: personal facts stand nowhere in
-- clear. Reached, like the rows below, through an import that the actor can already see.
create table import_chunk (
  county text not null,
  import bigint not null,
  -- Its first row.
  chunk int not null,
  sealed bytea not null,
  primary key (county, import, chunk),
  foreign key (county, import) references library_import (county, id)
);
-- Ciphertext does not shrink.
alter table import_chunk alter column sealed set storage external;
alter table import_chunk enable row level security;
-- Units and accounts are imported by the system administrator, who sees no business: only rows of own imports.
create policy import_chunk_own on import_chunk
  using (county = actor_county() and ((select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own')
    or ((select actor_scope()) = 'none' and exists (
      select 1 from library_import i where i.county = import_chunk.county and i.id = import_chunk.import and i.account = actor_account()))))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own', 'none'));

-- What each row would do.
create table import_row (
  county text not null,
  import bigint not null,
  row int not null,
  -- Where it stands in import_chunk; what was planned anew stands here instead.
  chunk int not null,
  own bytea,
  errors jsonb,
  warnings jsonb,
  action text not null check (action in ('new', 'change', 'same', 'invalid')),
  target bigint,
  target_version int,
  -- Keys that no other row of the file may have, as text.
  keys jsonb not null default '[]',
  -- Which of the library's match keys told that the record is new; null where a unique index will tell again.
  told_by int,
  fixed boolean not null default false,
  -- That the import is there is asked by import_chunk, once some hundred rows: asked here it cost a look-up a row.
  primary key (county, import, row)
);
create index import_row_action on import_row (county, import, action, row);
alter table import_row enable row level security;
create policy import_row_own on import_row
  using (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'));

-- Who took which rows out of a ledger.
create table library_export (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  account bigint,
  unit bigint,
  format text not null,
  -- The list's question: filter, search, sort, columns.
  query jsonb not null,
  row_count int not null,
  at timestamptz not null default now(),
  primary key (county, id)
);
alter table library_export enable row level security;
create policy library_export_own on library_export
  using (county = actor_county() and ((select library_whole(library)) or account = actor_account()))
  with check (county = actor_county() and account = actor_account());

select audit_table('library_import', '{id}', '{done,total,columns,sheets,notes}');
select audit_table('library_export', '{id}');

-- Imports that a stopped server left in the middle, of all counties: the next server takes them up.
create function open_imports() returns table (county text, id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.county, i.id from library_import i where i.state in ('uploaded', 'reading', 'committing') order by i.county, i.id
$$;

-- After a large import: its search tokens stand in the index's waiting list, through which every search would have to
-- look; and the planner must know what it brought, or the next one looks through the whole ledger row by row.
create function library_settle(in_library text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
-- library_place() comes with the county's own ledgers (0014).
declare t text := (library_place(in_library)).tbl;
begin
  if t is null or actor_scope() not in ('all', 'system', 'unit', 'subtree', 'custom') then return; end if;
  perform gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = to_regclass(t) and c.relam = (select oid from pg_am where amname = 'gin');
  execute format('analyze %I', t);
  if to_regclass(t || '_seen') is not null then execute format('analyze %I', t || '_seen'); end if;
end $$;

-- Staged rows go when nobody will ask for them any more; what happened stays in library_import and the audit.
create function sweep_imports() returns void
language sql security definer set search_path = public, pg_temp as $$
  with over as (
    select i.county, i.id from library_import i
    where i.state = 'cancelled' or (i.state in ('done', 'failed') and i.finished_at < now() - interval '30 days')
  ), rows as (
    delete from import_row r using over i where i.county = r.county and i.id = r.import
  ), chunks as (
    delete from import_chunk c using over i where i.county = c.county and i.id = c.import
  )
  delete from subject_key k using over i where k.county = i.county and k.subject = 'import:' || i.id
$$;
