-- Saved views of a ledger's list: own ones, and those that the office or a library's keepers share with everybody.
create table library_view (
  county text not null references county,
  id bigint generated always as identity,
  library text not null,
  account bigint not null,
  name text not null,
  shared boolean not null default false,
  -- The list's question as its address says it: filter, search, sort, columns, group.
  query jsonb not null,
  created_at timestamptz not null default now(),
  version int not null default 0,
  primary key (county, id)
);
create unique index library_view_own on library_view (county, library, account, name);
create index library_view_shared on library_view (county, library) where shared;
alter table library_view enable row level security;
-- Who may share, and who may change what is shared, is asked by the server: it is a matter of posts.
create policy library_view_read on library_view for select using (county = actor_county() and (shared or account = actor_account()));
create policy library_view_add on library_view for insert with check (county = actor_county() and account = actor_account());
create policy library_view_change on library_view for update using (county = actor_county() and (shared or account = actor_account())) with check (county = actor_county());
create policy library_view_drop on library_view for delete using (county = actor_county() and (shared or account = actor_account()));
select audit_table('library_view', '{id}');
