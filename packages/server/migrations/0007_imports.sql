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

-- Rows as read and what they would do. Personal facts stand in `sealed` alone, under a key of the import that is erased
-- with its end. Reached through an import that the actor can already see.
create table import_row (
  county text not null,
  import bigint not null,
  row int not null,
  -- Cells of the matched columns, by place: a text, or {"t", "n", "d", …} where there is a number behind it.
  cells jsonb not null,
  -- Canonical values that would be written.
  "values" jsonb not null,
  sealed bytea,
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
  primary key (county, import, row),
  foreign key (county, import) references library_import (county, id)
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

-- Staged rows go when nobody will ask for them any more; what happened stays in library_import and the audit.
create function sweep_imports() returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from import_row r using library_import i
  where i.county = r.county and i.id = r.import
    and (i.state = 'cancelled' or (i.state in ('done', 'failed') and i.finished_at < now() - interval '30 days'));
  delete from subject_key k using library_import i
  where k.county = i.county and k.subject = 'import:' || i.id and i.state in ('done', 'cancelled', 'failed')
$$;
