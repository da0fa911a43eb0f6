-- The ground: who sees what is decided here, under roles that cannot bypass it. Every key begins with the county.
-- Settings of the actor are transaction-local (set_config(…, true)); without an actor every table shows no rows.

create function actor_county() returns text language sql stable as $$ select nullif(current_setting('app.county', true), '') $$;
create function actor_account() returns bigint language sql stable as $$ select nullif(current_setting('app.account', true), '')::bigint $$;
create function actor_scope() returns text language sql stable as $$ select coalesce(current_setting('app.scope', true), '') $$;
-- What the actor may look at: u for a unit itself, -u for a unit and all below it (see matter_seen).
create function actor_keys() returns bigint[] language sql stable as $$ select coalesce(nullif(current_setting('app.keys', true), ''), '{}')::bigint[] $$;

create table county (
  code text primary key check (code ~ '^[0-9]{6}$'),
  name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  version int not null default 0
);

create table unit (
  county text not null references county,
  id bigint generated always as identity,
  code text not null,
  name text not null,
  short text not null,
  kind text not null,
  parent bigint,
  may_lead boolean not null default true,
  aliases jsonb not null default '[]',
  valid_from date not null default '2000-01-01',
  valid_to date,
  successor bigint,
  position int not null default 0,
  version int not null default 0,
  primary key (county, id),
  unique (county, code),
  foreign key (county, parent) references unit (county, id),
  foreign key (county, successor) references unit (county, id)
);

create table county_leader (
  county text not null references county,
  id bigint generated always as identity,
  name text not null,
  post text not null,
  portfolio text not null default '',
  -- Units in this leader's charge (分管): whom a draft suggests as 牵头县领导.
  units bigint[] not null default '{}',
  position int not null default 0,
  valid_from date not null,
  valid_to date,
  version int not null default 0,
  primary key (county, id)
);

-- Personal facts of an account (name, phone) are sealed under a key of its own, so that erasing the key erases them
-- everywhere, audit and backups included.
create table subject_key (
  county text not null references county,
  subject text not null,
  wrapped bytea not null,
  primary key (county, subject)
);

create table account (
  county text not null references county,
  id bigint generated always as identity,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  person bytea not null,
  unit bigint not null,
  post text not null,
  scope text not null check (scope in ('all', 'custom', 'unit', 'subtree', 'own', 'enterprise', 'none')),
  custom_keys bigint[] not null default '{}',
  leader bigint,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  version int not null default 0,
  primary key (county, id),
  foreign key (county, unit) references unit (county, id),
  foreign key (county, leader) references county_leader (county, id)
);

-- The app role has no grant here: hashes are read and written by the functions below alone.
create table credential (
  county text not null,
  account bigint not null,
  hash text,
  set_at timestamptz,
  -- One-time code by which an administrator lets somebody set the first password (hash of it).
  invitation text,
  primary key (county, account),
  foreign key (county, account) references account (county, id) on delete cascade
);

create table session (
  token_hash bytea primary key,
  county text not null,
  account bigint not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  foreign key (county, account) references account (county, id) on delete cascade
);
create index session_account on session (county, account);
create index session_expires on session (expires_at);

create table login_failure (
  name text not null,
  address text not null,
  failures int not null,
  since timestamptz not null,
  locked_until timestamptz,
  primary key (name, address)
);
-- Addresses from which an account has logged in before: a flood from elsewhere cannot lock these out.
create table login_known (
  county text not null,
  account bigint not null,
  address text not null,
  last_at timestamptz not null default now(),
  primary key (county, account, address)
);

create table idempotency (
  county text not null references county,
  account bigint not null,
  key text not null,
  request text not null,
  body_hash text not null,
  status int not null,
  response jsonb not null,
  at timestamptz not null default now(),
  primary key (county, account, key)
);
create index idempotency_at on idempotency (county, at);

create table file (
  county text not null references county,
  id bigint generated always as identity,
  sm3 text not null,
  name text not null,
  size bigint not null,
  type text not null,
  created_by bigint,
  unit bigint,
  created_at timestamptz not null default now(),
  primary key (county, id)
);
create index file_sm3 on file (county, sm3);

-- Row security. FORCE is not set: the owner (migrate, backup) sees all, and never serves.
alter table county enable row level security;
create policy county_own on county using (code = actor_county()) with check (code = actor_county());
do $$
declare t text;
begin
  foreach t in array array['unit', 'county_leader', 'subject_key', 'account', 'file', 'idempotency'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (county = actor_county()) with check (county = actor_county())', t || '_own', t);
  end loop;
end $$;
alter table credential enable row level security;
alter table session enable row level security;
alter table login_failure enable row level security;
alter table login_known enable row level security;

-- Login: the one look-up that happens before there is an actor.
create function auth_find(account_name text, from_address text)
returns table (county text, account bigint, hash text, known boolean, locked_until timestamptz, active boolean)
language sql security definer set search_path = public, pg_temp as $$
  select a.county, a.id, c.hash,
         exists (select 1 from login_known k where k.county = a.county and k.account = a.id and k.address = from_address),
         (select f.locked_until from login_failure f where f.name = account_name and f.address = from_address and f.locked_until > now()),
         a.active
  from account a left join credential c on c.county = a.county and c.account = a.id
  where a.name = account_name
$$;

-- Five failures of one account from one address lock that pair for a quarter of an hour. Nothing is locked by address
-- alone (a county sits behind one), nor an account for addresses where it is at home.
create function auth_failed(account_name text, from_address text) returns timestamptz
language sql security definer set search_path = public, pg_temp as $$
  insert into login_failure as f (name, address, failures, since) values (account_name, from_address, 1, now())
  on conflict (name, address) do update set
    failures = case when f.since < now() - interval '15 minutes' then 1 else f.failures + 1 end,
    since = case when f.since < now() - interval '15 minutes' then now() else f.since end,
    locked_until = case when f.since >= now() - interval '15 minutes' and f.failures + 1 >= 5 then now() + interval '15 minutes' else f.locked_until end
  returning f.locked_until
$$;

-- Strangers' failures on one account, all addresses together, in the last quarter of an hour.
create function auth_pressure(account_name text) returns bigint
language sql security definer set search_path = public, pg_temp as $$
  select coalesce(sum(failures), 0) from login_failure where name = account_name and since > now() - interval '15 minutes'
$$;

create function auth_open(in_county text, in_account bigint, account_name text, from_address text, token bytea, hours int) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare until timestamptz := now() + make_interval(hours => hours);
begin
  delete from login_failure where name = account_name and address = from_address;
  insert into login_known (county, account, address) values (in_county, in_account, from_address)
    on conflict (county, account, address) do update set last_at = now();
  delete from session where county = in_county and account = in_account and expires_at < now();
  insert into session (token_hash, county, account, expires_at) values (token, in_county, in_account, until);
  return until;
end $$;

create function auth_session(token bytea)
returns table (county text, county_name text, account bigint, name text, person bytea, unit bigint, post text, scope text, custom_keys bigint[], leader bigint, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.county, c.name, a.id, a.name, a.person, a.unit, a.post, a.scope, a.custom_keys, a.leader, s.expires_at
  from session s
  join account a on a.county = s.county and a.id = s.account
  join county c on c.code = a.county
  where s.token_hash = token and s.expires_at > now() and a.active
$$;

create function auth_close(token bytea) returns void
language sql security definer set search_path = public, pg_temp as $$ delete from session where token_hash = token $$;

-- Sets a password; ends the account's other sessions. The caller must be in the account's county.
create function auth_set_password(in_account bigint, new_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from account a where a.county = actor_county() and a.id = in_account) then return false; end if;
  insert into credential (county, account, hash, set_at) values (actor_county(), in_account, new_hash, now())
    on conflict (county, account) do update set hash = excluded.hash, set_at = now(), invitation = null;
  delete from session where county = actor_county() and account = in_account;
  return true;
end $$;

create function auth_invite(in_account bigint, code_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from account a where a.county = actor_county() and a.id = in_account) then return false; end if;
  insert into credential (county, account, invitation) values (actor_county(), in_account, code_hash)
    on conflict (county, account) do update set invitation = excluded.invitation;
  return true;
end $$;

-- The first password, once, with the code that the administrator was given.
create function auth_redeem(account_name text, code_hash text, new_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare found_one boolean;
begin
  update credential c set hash = new_hash, set_at = now(), invitation = null
    from account a where a.county = c.county and a.id = c.account and a.name = account_name and a.active and c.invitation = code_hash;
  found_one := found;
  return found_one;
end $$;

-- Counties that a job must walk through: codes only, no facts.
create function system_counties() returns setof text
language sql stable security definer set search_path = public, pg_temp as $$ select code from county order by code $$;

create function system_sweep() returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from session where expires_at < now();
  delete from login_failure where since < now() - interval '1 day';
  -- A retry that comes a day late is a new request.
  delete from idempotency where at < now() - interval '1 day';
$$;
