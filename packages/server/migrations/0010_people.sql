-- Units as dated data, accounts that two people open, and the three administrators (三员分立).

-- Names that a unit bore, or took over from a unit that was merged into it, with their last day.
create table unit_name (
  county text not null,
  id bigint generated always as identity,
  unit bigint not null,
  name text not null,
  short text not null,
  valid_to date not null,
  -- The unit that bore the name, where it was another one.
  borne_by bigint,
  basis text not null,
  primary key (county, id),
  foreign key (county, unit) references unit (county, id),
  foreign key (county, borne_by) references unit (county, id)
);
create index unit_name_unit on unit_name (county, unit, valid_to);

-- Who took over from whom: unit.successor is the main heir, these are all of them.
create table unit_heir (
  county text not null,
  unit bigint not null,
  heir bigint not null,
  since date not null,
  primary key (county, unit, heir),
  foreign key (county, unit) references unit (county, id),
  foreign key (county, heir) references unit (county, id)
);

-- What was ordered about units: at once, or by the nightly job on its day. The row's lock lets each happen once.
create table unit_change (
  county text not null references county,
  id bigint generated always as identity,
  kind text not null check (kind in ('open', 'rename', 'change', 'merge', 'split')),
  effective_on date not null,
  basis text not null,
  plan jsonb not null,
  state text not null check (state in ('planned', 'done', 'cancelled', 'failed')),
  ordered_by bigint,
  ordered_at timestamptz not null default now(),
  done_at timestamptz,
  result jsonb not null default '{}',
  problem text,
  version int not null default 0,
  primary key (county, id)
);
create index unit_change_due on unit_change (county, effective_on, id) where state = 'planned';

alter table account
  -- pending: opened or moved by a system administrator, waiting for a security administrator; left: 离岗.
  add column state text not null default 'active' check (state in ('pending', 'active', 'left')),
  add column opened_by bigint,
  add column granted_by bigint,
  add column state_since timestamptz not null default now(),
  add column note text not null default '';
update account set state = 'left' where not active;
-- The post is one column, so nobody holds two of the three; nor has one of them a part in the county's business.
alter table account add constraint account_administrator check (
  post not in ('system-admin', 'security-admin', 'audit-admin')
  or (scope = 'none' and custom_keys = '{}' and leader is null and enterprise is null));
alter table account add constraint account_firm check (enterprise is null or post = 'enterprise');
create index account_state on account (county, state, id);
create index account_unit on account (county, unit, id);

create table hand_over (
  county text not null references county,
  id bigint generated always as identity,
  from_account bigint not null,
  to_account bigint not null,
  moved jsonb not null,
  account bigint,
  at timestamptz not null default now(),
  primary key (county, id),
  foreign key (county, from_account) references account (county, id),
  foreign key (county, to_account) references account (county, id)
);

alter table credential add column invitation_until timestamptz;

-- Reached by the functions below alone, as credential is. The secret is sealed under the master key.
create table second_factor (
  county text not null,
  account bigint not null,
  secret bytea,
  -- A secret whose first code has not been shown yet.
  proposed bytea,
  confirmed_at timestamptz,
  -- The step of the last code that was taken: no code is taken twice.
  last_step bigint not null default 0,
  primary key (county, account),
  foreign key (county, account) references account (county, id) on delete cascade
);
create table recovery_code (
  county text not null,
  account bigint not null,
  hash text not null,
  used_at timestamptz,
  primary key (county, account, hash),
  foreign key (county, account) references account (county, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['unit_name', 'unit_heir', 'unit_change', 'hand_over'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (county = actor_county()) with check (county = actor_county())', t || '_own', t);
  end loop;
end $$;
alter table second_factor enable row level security;
alter table recovery_code enable row level security;

-- The guard beside the server's own check: who may write what of units and accounts, whatever code forgets. The owner,
-- the command line and jobs have no account and pass.
create function unit_guard() returns trigger language plpgsql as $$
begin
  if actor_account() is not null and current_setting('app.post', true) <> 'system-admin' then
    raise exception '单位只由系统管理员变更' using errcode = 'YP001';
  end if;
  if new.parent is not null and exists (
    with recursive up as (
      select u.id, u.parent from unit u where u.county = new.county and u.id = new.parent
      union
      select u.id, u.parent from up join unit u on u.county = new.county and u.id = up.parent
    ) select 1 from up where up.id = new.id
  ) then
    raise exception '上级单位成了圈' using errcode = 'YP002';
  end if;
  return new;
end $$;
create trigger unit_guard before insert or update on unit for each row execute function unit_guard();

create function account_guard() returns trigger language plpgsql as $$
declare
  post text := current_setting('app.post', true);
  rights boolean;
  whereabouts boolean;
begin
  if tg_op = 'INSERT' then
    if actor_account() is not null and (post <> 'system-admin' or new.state <> 'pending') then
      raise exception '账号由系统管理员开，经安全管理员审批后才启用' using errcode = 'YP001';
    end if;
    new.active := new.state = 'active';
    return new;
  end if;
  if new.state <> old.state then
    new.active := new.state = 'active';
    new.state_since := now();
  end if;
  if actor_account() is null then return new; end if;
  rights := (new.post, new.scope, new.leader, new.enterprise) is distinct from (old.post, old.scope, old.leader, old.enterprise);
  whereabouts := (new.unit, new.custom_keys) is distinct from (old.unit, old.custom_keys);
  if (rights or whereabouts or new.state <> old.state) and old.id = actor_account() and actor_scope() <> 'system' then
    raise exception '自己的角色、范围和状态只能由别人变更' using errcode = 'YP001';
  end if;
  if post = 'system-admin' then
    -- A reorganisation carries accounts to the heir of their unit, under the system's scope; the rest is a proposal.
    if (rights or (whereabouts and actor_scope() <> 'system')) and new.state <> 'pending' then
      raise exception '系统管理员不赋权：改动后须经安全管理员审批' using errcode = 'YP001';
    end if;
    if new.state = 'active' and old.state <> 'active' then
      raise exception '账号由安全管理员审批后启用' using errcode = 'YP001';
    end if;
  elsif post = 'security-admin' then
    if new.unit <> old.unit or new.name <> old.name or new.person <> old.person or new.state = 'left' then
      raise exception '单位、姓名和离岗由系统管理员办' using errcode = 'YP001';
    end if;
  else
    raise exception '账号由系统管理员和安全管理员办' using errcode = 'YP001';
  end if;
  return new;
end $$;
create trigger account_guard before insert or update on account for each row execute function account_guard();

-- A matter that a unit leads or supports is seen by those who took the unit over, its finished matters included.
create or replace function matter_audience(in_county text, in_matter bigint, in_lead bigint, in_state text) returns bigint[]
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive direct as (
    select in_lead as unit where in_lead is not null
    union select s.unit from matter_support s where s.county = in_county and s.matter = in_matter
  ), heirs as (
    select d.unit from direct d
    union select h.heir from heirs join unit_heir h on h.county = in_county and h.unit = heirs.unit
  ), up as (
    select h.unit from heirs h
    union select u.parent from up join unit u on u.county = in_county and u.id = up.unit where u.parent is not null
  )
  select coalesce(array_agg(k order by k), '{}') from (select unit as k from heirs union select -unit from up) keys
  where in_state not in ('drafted', 'reviewed', 'withdrawn', 'merged')
$$;

-- A code that sets a password is good for seven days.
create or replace function auth_invite(in_account bigint, code_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from account a where a.county = actor_county() and a.id = in_account) then return false; end if;
  insert into credential (county, account, invitation, invitation_until) values (actor_county(), in_account, code_hash, now() + interval '7 days')
    on conflict (county, account) do update set invitation = excluded.invitation, invitation_until = excluded.invitation_until;
  return true;
end $$;

create or replace function auth_redeem(account_name text, code_hash text, new_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_one boolean;
begin
  update credential c set hash = new_hash, set_at = now(), invitation = null, invitation_until = null
    from account a where a.county = c.county and a.id = c.account and a.name = account_name and a.active
      and c.invitation = code_hash and (c.invitation_until is null or c.invitation_until > now());
  found_one := found;
  if found_one then
    delete from session s using account a where a.name = account_name and s.county = a.county and s.account = a.id;
  end if;
  return found_one;
end $$;

-- Reset: the old password is gone at once, and so are the sessions; the code opens the way to a new one.
create function auth_reset(in_account bigint, code_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not auth_invite(in_account, code_hash) then return false; end if;
  update credential set hash = null, set_at = null where county = actor_county() and account = in_account;
  delete from session where county = actor_county() and account = in_account;
  return true;
end $$;

create function auth_end_sessions(in_account bigint) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from session where county = actor_county() and account = in_account
$$;

create function auth_unlock(in_account bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from login_failure f using account a where a.county = actor_county() and a.id = in_account and f.name = a.name;
  return found;
end $$;

-- How accounts of the actor's county stand at the door: facts, never values.
create function auth_status(accounts bigint[])
returns table (account bigint, has_password boolean, invited_until timestamptz, second_factor boolean, last_login timestamptz, locked_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, c.hash is not null, case when c.invitation is not null then c.invitation_until end,
         exists (select 1 from second_factor s where s.county = a.county and s.account = a.id and s.secret is not null),
         (select max(k.last_at) from login_known k where k.county = a.county and k.account = a.id),
         (select max(f.locked_until) from login_failure f where f.name = a.name and f.locked_until > now())
  from account a left join credential c on c.county = a.county and c.account = a.id
  where a.county = actor_county() and a.id = any (accounts)
$$;

-- Two-step login. Asked before there is an actor, so county and account are given.
create function auth_factor(in_county text, in_account bigint)
returns table (post text, secret bytea, proposed bytea, recovery_left bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.post, s.secret, s.proposed,
         (select count(*) from recovery_code r where r.county = a.county and r.account = a.id and r.used_at is null)
  from account a left join second_factor s on s.county = a.county and s.account = a.id
  where a.county = in_county and a.id = in_account
$$;

create function auth_factor_propose(in_county text, in_account bigint, sealed bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into second_factor (county, account, proposed) values (in_county, in_account, sealed)
  on conflict (county, account) do update set proposed = excluded.proposed
$$;

-- The proposed secret becomes the secret, with its first code spent; recovery codes are made anew.
create function auth_factor_confirm(in_county text, in_account bigint, sealed bytea, step bigint, hashes text[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update second_factor s set secret = s.proposed, proposed = null, confirmed_at = now(), last_step = step
    where s.county = in_county and s.account = in_account and s.proposed = sealed;
  if not found then return false; end if;
  delete from recovery_code r where r.county = in_county and r.account = in_account;
  insert into recovery_code (county, account, hash) select in_county, in_account, h from unnest(hashes) h;
  delete from session where county = in_county and account = in_account;
  return true;
end $$;

create function auth_factor_use(in_county text, in_account bigint, step bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update second_factor s set last_step = step
    where s.county = in_county and s.account = in_account and s.secret is not null and s.last_step < step;
  return found;
end $$;

create function auth_recovery_use(in_county text, in_account bigint, code_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update recovery_code r set used_at = now()
    where r.county = in_county and r.account = in_account and r.hash = code_hash and r.used_at is null;
  return found;
end $$;

-- A lost phone: the next login binds a new one.
create function auth_factor_drop(in_account bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from recovery_code where county = actor_county() and account = in_account;
  delete from second_factor where county = actor_county() and account = in_account;
  if not found then return false; end if;
  delete from session where county = actor_county() and account = in_account;
  return true;
end $$;

-- By account, and by time: BRIN costs a write next to nothing, and audit rows come in the order of time.
create index audit_account on audit (county, account, id) where account is not null;
create index audit_at on audit using brin (at);

select audit_table('unit_name', '{id}');
select audit_table('unit_heir', '{unit,heir}');
select audit_table('unit_change', '{id}');
select audit_table('hand_over', '{id}');
select audit_table('second_factor', '{account}', '{secret,proposed,last_step}');
select audit_table('recovery_code', '{account}', '{hash}');
