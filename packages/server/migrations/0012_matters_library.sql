-- Matters stand on the ground of libraries: their search, their sorts, the whole readers' count. What they had of their
-- own for it (tokens in a table, written by triggers) goes.
drop trigger matter_tokens_in on matter;
drop trigger matter_tokens_up on matter;
drop function matter_tokens();
drop function tokens_of(text);
drop table token;

alter table matter add column search_text text not null default '', add column search int[] not null default '{}',
  add column updated_at timestamptz not null default now();
create function matter_touched() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;
create trigger matter_touched before update on matter for each row when (old.revision <> new.revision) execute function matter_touched();

-- History leaves out what is made from the rest.
drop trigger audit_insert on matter;
drop trigger audit_update on matter;
drop trigger audit_delete on matter;
drop function audit_of_matter();
select audit_table('matter', '{id}', '{revision,seen_by,verdict,progress,light_as_of,search,search_text,updated_at}');

-- A unit filters and counts in its narrow copy alone.
alter table matter_seen add column key_matter boolean, add column line text, add column issued_on date, add column pace text,
  add column overdue boolean, add column last_report_on date, add column closed_on date;
update matter_seen s set key_matter = m.key, line = m.line, issued_on = m.issued_on, pace = m.pace, overdue = m.overdue,
  last_report_on = m.last_report_on, closed_on = m.closed_on
  from matter m where m.county = s.county and m.id = s.matter;
create or replace function matter_seen_fill() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from matter_seen s using new_rows n, old_rows o
      where o.county = n.county and o.id = n.id and o.seen_by <> n.seen_by
        and s.county = n.county and s.matter = n.id and not (s.key = any (n.seen_by));
  end if;
  insert into matter_seen (county, key, matter, state, light, kind, lead_unit, leader, deadline, revision,
      key_matter, line, issued_on, pace, overdue, last_report_on, closed_on)
    select n.county, k.key, n.id, n.state, n.light, n.kind, n.lead_unit, n.leader, n.deadline, n.revision,
      n.key, n.line, n.issued_on, n.pace, n.overdue, n.last_report_on, n.closed_on
    from new_rows n cross join lateral unnest(n.seen_by) k(key)
  on conflict (county, key, matter) do update set
    state = excluded.state, light = excluded.light, kind = excluded.kind, lead_unit = excluded.lead_unit,
    leader = excluded.leader, deadline = excluded.deadline, revision = excluded.revision, key_matter = excluded.key_matter,
    line = excluded.line, issued_on = excluded.issued_on, pace = excluded.pace, overdue = excluded.overdue,
    last_report_on = excluded.last_report_on, closed_on = excluded.closed_on;
  return null;
end $$;

-- Every column that is filtered or sorted by; those of the first lists carry the deadline and stay beside them.
alter index matter_deadline rename to matter_by_deadline;
alter index matter_revision rename to matter_by_revision;
create index matter_by_number on matter (county, number collate "zh-x-icu", id);
create index matter_by_title on matter (county, title collate "zh-x-icu", id);
create index matter_by_kind on matter (county, kind, id);
create index matter_by_key on matter (county, key, id);
create index matter_by_line on matter (county, line, id);
create index matter_by_lead_unit on matter (county, lead_unit, id);
create index matter_by_leader on matter (county, leader, id);
create index matter_by_issued_on on matter (county, issued_on, id);
create index matter_by_state on matter (county, state, id);
create index matter_by_light on matter (county, light, id);
create index matter_by_pace on matter (county, pace, id);
create index matter_by_overdue on matter (county, overdue, id);
create index matter_by_last_report_on on matter (county, last_report_on, id);
create index matter_by_closed_on on matter (county, closed_on, id);
-- The first screen counts lights without reading a matter.
create index matter_tally on matter (county, light) where state in ('issued', 'under-way', 'closing', 'standing', 'closed');
create index matter_search on matter using gin (search, seen_by);
-- Matters of before this, that nobody has indexed yet.
create index matter_unindexed on matter (county, id) where search_text = '';

insert into library_table (library, tbl, open) values ('matters', 'matter', false), ('units', 'unit', true), ('accounts', 'account', false);
create view matter_all with (security_barrier) as
  select * from matter where county = actor_county() and (select actor_scope()) in ('all', 'system');

-- Matters in force whose titles share most tokens with these: && uses no index under row security.
create function matters_alike(tokens int[], most int) returns table (id bigint, shared int)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, (select count(*)::int from unnest(m.search) t where t = any (tokens)) as shared
  from matter m
  where m.county = actor_county() and m.search && tokens and m.state in ('issued', 'under-way', 'closing', 'standing')
    and (actor_scope() in ('all', 'system') or m.seen_by && actor_keys())
  order by shared desc, m.id desc limit most
$$;
