-- Accounts that come in by the hundred.

-- Login names are unique in the whole installation, as they are typed without a county. Which of these are taken is told
-- to who opens accounts, a file's worth at a time; whose they are and where is not.
create function login_taken(names text[]) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.post', true) is distinct from 'system-admin' or cardinality(names) > 1000 then return; end if;
  return query select a.name from account a where a.name = any (names);
end $$;

-- What a county leader was in charge of before the division of work was changed, with its last day.
create table leader_term (
  county text not null,
  id bigint generated always as identity,
  leader bigint not null,
  post text not null,
  portfolio text not null,
  units bigint[] not null,
  valid_to date not null,
  basis text not null,
  primary key (county, id),
  foreign key (county, leader) references county_leader (county, id)
);
create index leader_term_leader on leader_term (county, leader, valid_to);
alter table leader_term enable row level security;
create policy leader_term_own on leader_term using (county = actor_county()) with check (county = actor_county());
select audit_table('leader_term', '{id}');

-- The guard beside the server's own check. A reorganisation carries units in charge to their heirs, under the system's
-- scope; the owner, the command line and jobs have no account and pass.
create function leader_guard() returns trigger language plpgsql as $$
begin
  if actor_account() is not null and actor_scope() <> 'system' and current_setting('app.post', true) <> 'dispatcher' then
    raise exception '县领导分工由财经办按分工文件登记' using errcode = 'YP001';
  end if;
  return new;
end $$;
create trigger leader_guard before insert or update on county_leader for each row execute function leader_guard();
create trigger leader_guard before insert or update on leader_term for each row execute function leader_guard();
