-- Which events of a matter tell of a record (关联, 取消关联): the way from a record to them, since what an event says in its
-- details is no index's under row security. Whether the event may be read is its matter's.
create table event_record (
  county text not null references county,
  library text not null,
  record bigint not null,
  event bigint not null,
  primary key (county, library, record, event),
  foreign key (county, event) references event (county, id)
);
alter table event_record enable row level security;
create policy event_record_own on event_record
  using (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system', 'unit', 'subtree', 'custom', 'own'));
