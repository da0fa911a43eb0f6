-- 纠正词库: what the county's clerks corrected in drafts, by which the next document of this county is read better. Read and
-- written by who sees the whole county; that it is the office alone is asked by the server.
create table lesson (
  county text not null references county,
  id bigint generated always as identity,
  kind text not null check (kind in ('unit', 'role', 'alias', 'merge', 'split')),
  -- The words by which it is recognised; of a merge also those of the matter that was joined.
  words jsonb not null check (jsonb_array_length(words) between 1 and 8),
  beside jsonb not null default '[]',
  from_unit bigint,
  to_unit bigint,
  -- A role, or the titles that a matter was split into.
  from_word text,
  to_word text,
  sample text not null default '' check (length(sample) <= 400),
  times int not null default 1,
  document bigint,
  account bigint,
  learned_on date not null,
  state text not null default 'in-use' check (state in ('in-use', 'withdrawn')),
  reason text,
  -- Who withdrew or restored it; nobody where the clerk only took a correction back within one document.
  changed_by bigint,
  changed_on date,
  -- Kind, words and outcome as one: the same correction made again counts, and is no second row.
  key text not null,
  version int not null default 0,
  primary key (county, id),
  unique (county, key),
  foreign key (county, document) references document (county, id),
  foreign key (county, from_unit) references unit (county, id),
  foreign key (county, to_unit) references unit (county, id)
);
create index lesson_state on lesson (county, state, id desc);
alter table lesson enable row level security;
create policy lesson_own on lesson
  using (county = actor_county() and (select actor_scope()) in ('all', 'system'))
  with check (county = actor_county() and (select actor_scope()) in ('all', 'system'));
select audit_table('lesson', '{id}', '{key}');
